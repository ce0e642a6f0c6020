package org.followerassay.evaluate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.evaluate.Truth.PlantedAccount;
import org.followerassay.signature.profile.NewestProfiles;

/** What simple published rules say about the same accounts and ties. */
final class Baselines {
    /**
     * One rule, scored.
     *
     * @param accounts accounts named at the rule's own threshold, against the customers
     * @param bestThreshold the threshold that agrees best with this very truth, which nobody can know beforehand
     * @param bestAccounts accounts named at that threshold
     * @param followers ties that the rule holds for, against those that were bought
     */
    record Scored(
            FollowerRule rule, Agreement accounts, double bestThreshold, Agreement bestAccounts, Agreement followers) {}

    /** What a rule counts in one account's list. */
    private record Counted(boolean customer, long listed, long bought, long held, long heldAndBought) {
        double share() {
            return listed == 0 ? 0 : (double) held / listed;
        }
    }

    /**
     * Every published rule, scored; one join of the ties with their followers' profiles and one aggregation.
     *
     * @param planted one row per tie listed in the newest snapshot: followee, follower, bought
     * @param profiles rows of the table accounts
     * @param stated the columns of that table that the export states of anybody
     */
    static List<Scored> of(
            List<PlantedAccount> truth, Dataset<Row> planted, Dataset<Row> profiles, Set<String> stated) {
        List<Row> lists = counts(planted, profiles, stated).limit(truth.size()).collectAsList();
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < FollowerRule.PUBLISHED.size(); i++) {
            List<Counted> counted = new ArrayList<>();
            for (Row list : lists) {
                counted.add(new Counted(
                        isCustomer(truth, list.getLong(0)),
                        list.getLong(1),
                        list.getLong(2),
                        list.getLong(3 + 2 * i),
                        list.getLong(4 + 2 * i)));
            }
            scored.add(scored(FollowerRule.PUBLISHED.get(i), counted));
        }
        return scored;
    }

    /** Per list: the followers, the bought ones, and for each rule those that it holds for, all and bought. */
    private static Dataset<Row> counts(Dataset<Row> planted, Dataset<Row> profiles, Set<String> stated) {
        Dataset<Row> followers = NewestProfiles.of(profiles).withColumnRenamed("account", "follower");
        List<Column> counts = new ArrayList<>();
        counts.add(sum(col("bought").cast("long")));
        for (FollowerRule rule : FollowerRule.PUBLISHED) {
            Column holds = coalesce(rule.rule().holds(stated), lit(false));
            counts.add(sum(holds.cast("long")));
            counts.add(sum(holds.and(col("bought")).cast("long")));
        }
        return planted.join(followers, new String[] {"follower"}, "left")
                .groupBy("followee")
                .agg(count(lit(1)), counts.toArray(new Column[0]));
    }

    private static Scored scored(FollowerRule rule, List<Counted> lists) {
        double best = rule.threshold();
        for (Counted list : lists) {
            double candidate = list.share();
            if (atThreshold(candidate, lists).balance()
                    > atThreshold(best, lists).balance()) {
                best = candidate;
            }
        }
        Agreement followers = new Agreement(
                lists.stream().mapToLong(Counted::heldAndBought).sum(),
                lists.stream().mapToLong(Counted::held).sum(),
                lists.stream().mapToLong(Counted::bought).sum());
        return new Scored(rule, atThreshold(rule.threshold(), lists), best, atThreshold(best, lists), followers);
    }

    private static Agreement atThreshold(double threshold, List<Counted> lists) {
        List<Counted> named =
                lists.stream().filter(list -> list.share() >= threshold).toList();
        return new Agreement(
                named.stream().filter(Counted::customer).count(),
                named.size(),
                lists.stream().filter(Counted::customer).count());
    }

    private static boolean isCustomer(List<PlantedAccount> truth, long account) {
        return truth.stream().anyMatch(planted -> planted.account() == account && planted.is(Label.CUSTOMER));
    }

    private Baselines() {}
}
