package org.followerassay.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A made-up edge list: the same seed gives the same file, whatever its size, and no more memory than a number per account.
 *
 * <p>Followers per account fall off as on twitter-2010 (density exponent 2.276), under one celebrity whom a twentieth of all
 * ties lead to. Few accounts follow many: each account's followers come from everyone, or from a quarter, a sixteenth … of
 * them, the most active. Ids are spread over 1 … 10^9 with gaps, lines are in no order, and every fiftieth line repeats
 * another. Nobody follows themselves. What it lacks is what ingest does not see: clusters, and ties that are answered.
 *
 * <p>Every tie is a function of its number, so distinct by design: nothing is drawn, so nothing has to be remembered.
 */
final class MadeUpTies {
    /** Lines before the first tie. */
    static final int HEADER_LINES = 4;

    private static final long SMALLEST = 10_000;
    private static final long HIGHEST_ID = 1_000_000_000L;

    /** So few that a celebrity with a twentieth of all ties is still followed by four accounts in five, not by all. */
    private static final long LINES_PER_ACCOUNT = 16;

    private static final long LINES_PER_REPEAT = 50;
    private static final long TIES_PER_CELEBRITY_TIE = 20;

    /** Rank against followers: exponent 1 / (2.276 - 1), and the shift of ranks that fits the largest of twitter-2010. */
    private static final double FALL = 1 / 1.276;

    private static final double SHIFT = 3.1;

    private final long seed;
    private final long lines;
    private final long accounts;

    /** Number of the first tie of each account by rank; one more, the number of all ties, at the end. */
    private final long[] firstTies;

    MadeUpTies(long lines, long seed) {
        if (lines < SMALLEST || lines / LINES_PER_ACCOUNT > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "ties must be at least " + SMALLEST + ", and fit the accounts: " + lines);
        }
        this.seed = seed;
        this.lines = lines;
        this.accounts = lines / LINES_PER_ACCOUNT;
        this.firstTies = firstTies(lines - lines / LINES_PER_REPEAT, (int) accounts);
    }

    private static long[] firstTies(long ties, int accounts) {
        long celebrity = Math.min(ties / TIES_PER_CELEBRITY_TIE, accounts * 4L / 5);
        double all = ranked(accounts - 1);
        long[] first = new long[accounts + 1];
        for (int rank = 1; rank <= accounts; rank++) {
            first[rank] = celebrity + Math.round((ties - celebrity) * (ranked(rank - 1) / all));
        }
        return first;
    }

    /** Followers of the first so many ranks, but for a factor. */
    private static double ranked(int ranks) {
        return Math.pow(ranks + SHIFT, 1 - FALL) - Math.pow(SHIFT, 1 - FALL);
    }

    /** Lines that hold a tie, repeats included. */
    long lines() {
        return lines;
    }

    /** Different ties. */
    long distinct() {
        return firstTies[firstTies.length - 1];
    }

    void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("# Directed graph, made up for a benchmark\n");
            out.write("# Nodes: " + accounts + " Edges: " + distinct() + "\n");
            out.write("# " + (lines - distinct()) + " lines repeat another\n");
            out.write("# FromNodeId\tToNodeId\n");
            StringBuilder text = new StringBuilder();
            for (long line = 0; line < lines; line++) {
                text.setLength(0);
                append(text, tieOf(line));
                out.append(text);
            }
        }
    }

    private long tieOf(long line) {
        long tie = Scramble.at(line, lines, seed);
        return tie < distinct() ? tie : (tie - distinct()) * (distinct() / (lines - distinct()));
    }

    private void append(StringBuilder text, long tie) {
        int found = Arrays.binarySearch(firstTies, tie);
        int rank = found >= 0 ? lastOf(found) : -found - 2;
        long followers = firstTies[rank + 1] - firstTies[rank];
        long followee = Scramble.at(rank, accounts, seed + 1);
        long follower = follower(rank, followers, tie - firstTies[rank]);
        if (follower == followee) {
            follower = follower(rank, followers, followers);
        }
        text.append(id(follower)).append('\t').append(id(followee)).append('\n');
    }

    /** Of several ranks that begin with the same tie, all but the last have none. */
    private int lastOf(int rank) {
        int last = rank;
        while (firstTies[last + 1] == firstTies[rank]) {
            last++;
        }
        return last;
    }

    private long follower(int rank, long followers, long place) {
        long key = Scramble.hash(seed + 2 + rank);
        int quarters = 2 * Math.min(15, Long.numberOfTrailingZeros(key));
        long among = Math.min(accounts, Math.max(accounts >>> quarters, Math.max(64, 2 * (followers + 1))));
        return Scramble.at(Scramble.at(place, among, key), accounts, seed - 1);
    }

    private long id(long account) {
        long gap = HIGHEST_ID / accounts;
        return 1 + account * gap + Math.floorMod(Scramble.hash(seed ^ account), gap);
    }
}
