package org.followerassay.bench.detection.score;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.followerassay.bench.detection.world.FollowerList;

/**
 * How well one detector did in one world.
 *
 * @param auc of the ranking of ties; null where nothing was bought
 * @param aucLow lower end of its 95 % interval, by bootstrap over lists
 * @param ties at the operating point
 * @param sellers people whose follows were sold; chosen if any of their follows is flagged
 * @param lots a lot is found if half of it is flagged
 * @param customers lists with bought followers, against those named by a strong or moderate finding; null for baselines
 * @param vendor 1 if half of the people whose follows were sold are found, else 0
 * @param published ties that a report names
 * @param publishedHigh upper end of the 95 % interval of their share, by bootstrap over lists and by Wilson: the larger one
 * @param strong lists with a strong finding that bought nothing
 */
public record Quality(
        String detector,
        String family,
        Double auc,
        Double aucLow,
        Double aucHigh,
        Chosen ties,
        Chosen sellers,
        Chosen lots,
        Chosen customers,
        int vendor,
        long published,
        double publishedHigh,
        long strong) {

    public static Quality of(Ties ties, Judgement judgement, long seed) {
        boolean any = !ties.world().sold().isEmpty();
        Ranking ranking = any ? new Ranking(ties, judgement.scores()) : null;
        double[] interval = any && !judgement.family().equals(Judgement.BASELINE) ? ranking.interval(seed) : null;
        Chosen sellers = sellers(ties, judgement.flagged());
        return new Quality(
                judgement.detector(),
                judgement.family(),
                any ? ranking.auc() : null,
                interval == null ? null : interval[0],
                interval == null ? null : interval[1],
                ties(ties, judgement.flagged()),
                sellers,
                lots(ties, judgement.flagged()),
                judgement.named() == null ? null : customers(ties, judgement.named()),
                any && 2 * sellers.right() >= sellers.wanted() ? 1 : 0,
                judgement.published().cardinality(),
                Resampled.upperShare(ties, judgement.published(), seed),
                judgement.strong().stream()
                        .filter(list -> ties.world().lists().get(list).lotCount() == 0)
                        .count());
    }

    private static Chosen ties(Ties ties, BitSet flagged) {
        long wanted = 0;
        long right = 0;
        for (int tie = 0; tie < ties.count(); tie++) {
            if (ties.bought(tie)) {
                wanted++;
                right += flagged.get(tie) ? 1 : 0;
            }
        }
        return new Chosen(right, flagged.cardinality(), wanted);
    }

    private static Chosen sellers(Ties ties, BitSet flagged) {
        Set<Integer> sold = ties.world().sold();
        Set<Integer> chosen = new HashSet<>();
        flagged.stream().forEach(tie -> chosen.add(ties.follower(tie)));
        return new Chosen(chosen.stream().filter(sold::contains).count(), chosen.size(), sold.size());
    }

    private static Chosen lots(Ties ties, BitSet flagged) {
        long found = 0;
        long planted = 0;
        for (int list = 0; list < ties.lists(); list++) {
            FollowerList followers = ties.world().lists().get(list);
            int[] size = new int[followers.lotCount()];
            int[] inside = new int[followers.lotCount()];
            for (int i = 0; i < followers.size(); i++) {
                if (followers.bought(i)) {
                    size[followers.lots()[i]]++;
                    inside[followers.lots()[i]] += flagged.get(ties.first(list) + i) ? 1 : 0;
                }
            }
            planted += Arrays.stream(size)
                    .filter(followersInLot -> followersInLot > 0)
                    .count();
            for (int lot = 0; lot < size.length; lot++) {
                found += size[lot] > 0 && 2 * inside[lot] >= size[lot] ? 1 : 0;
            }
        }
        return new Chosen(found, found, planted);
    }

    private static Chosen customers(Ties ties, Set<Integer> named) {
        long right = 0;
        long wanted = 0;
        for (int list = 0; list < ties.lists(); list++) {
            if (ties.world().lists().get(list).lotCount() > 0) {
                wanted++;
                right += named.contains(list) ? 1 : 0;
            }
        }
        return new Chosen(right, named.size(), wanted);
    }
}
