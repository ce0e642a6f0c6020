package org.followerassay.signature.block;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import java.util.stream.LongStream;

/**
 * A made-up bipartite graph with a block planted into it, as in the experiments of FRAUDAR (Hooi et al., KDD 2016).
 *
 * <p>Background: both ends of each tie are drawn by power laws, half as many followers as ties and a quarter as many
 * followees. Block: 200 followers and 200 followees, each possible tie with the same probability, followees drawn among those
 * that exist. A tie is follower · 2^32 + followee; ties are sorted and distinct.
 */
public final class PlantedBlock {
    /** What the block's followers follow besides. */
    public enum Camouflage {
        NONE,
        /** As many followees again, each account equally likely. */
        RANDOM,
        /** As many followees again, drawn by their followers. */
        BIASED,
        /** They are accounts of the background, with the ties that these have. */
        HIJACKED
    }

    private static final int SIDE = 200;

    private final Set<Long> followers = new HashSet<>();
    private final Set<Long> followees = new HashSet<>();
    private final long[] ties;

    public PlantedBlock(int background, double density, Camouflage camouflage, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int followerCount = background / 2;
        IntSupplier anyFollowee = byRank(background / 4, 0.78, random);
        IntSupplier anyFollower = byRank(followerCount, 0.6, random);
        LongStream organic =
                LongStream.range(0, background).map(tie -> tie(anyFollower.getAsInt(), anyFollowee.getAsInt()));
        while (followees.size() < SIDE) {
            followees.add(1L + random.nextInt(background / 4));
        }
        while (followers.size() < SIDE) {
            followers.add(
                    camouflage == Camouflage.HIJACKED
                            ? 1L + random.nextInt(followerCount)
                            : 1L + followerCount + followers.size());
        }
        LongStream.Builder planted = LongStream.builder();
        for (long follower : sorted(followers)) {
            for (long followee : sorted(followees)) {
                if (random.nextDouble() < density) {
                    planted.add(tie(follower, followee));
                    if (camouflage == Camouflage.RANDOM) {
                        planted.add(tie(follower, 1L + random.nextInt(background / 4)));
                    } else if (camouflage == Camouflage.BIASED) {
                        planted.add(tie(follower, anyFollowee.getAsInt()));
                    }
                }
            }
        }
        ties = LongStream.concat(organic, planted.build()).sorted().distinct().toArray();
    }

    public long[] ties() {
        return ties.clone();
    }

    public static long follower(long tie) {
        return tie >>> Integer.SIZE;
    }

    public static long followee(long tie) {
        return tie & 0xffff_ffffL;
    }

    /** Harmonic mean of precision and recall of followers that were found. */
    public double followersF(Set<Long> found) {
        return f(followers, found);
    }

    public double followeesF(Set<Long> found) {
        return f(followees, found);
    }

    private static double f(Set<Long> planted, Set<Long> found) {
        long hits = found.stream().filter(planted::contains).count();
        return 2.0 * hits / (planted.size() + found.size());
    }

    private static long tie(long follower, long followee) {
        return follower << Integer.SIZE | followee;
    }

    private static long[] sorted(Set<Long> accounts) {
        return accounts.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** Accounts from 1, the first most likely: probability falls with rank to the given power. */
    private static IntSupplier byRank(int accounts, double power, SplittableRandom random) {
        double[] upTo = new double[accounts];
        double sum = 0;
        for (int rank = 0; rank < accounts; rank++) {
            sum += Math.pow(rank + 3.1, -power);
            upTo[rank] = sum;
        }
        return () -> {
            int place = Arrays.binarySearch(upTo, random.nextDouble() * upTo[accounts - 1]);
            return 1 + Math.min(accounts - 1, place < 0 ? -place - 1 : place);
        };
    }
}
