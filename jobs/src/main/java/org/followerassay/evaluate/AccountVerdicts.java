package org.followerassay.evaluate;

import static org.apache.spark.sql.functions.col;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.evaluate.Truth.PlantedAccount;

/**
 * Which accounts the findings name, held against which ones they should have named.
 *
 * @param arrivals accounts with a strong or moderate finding about who arrived
 * @param behaviour accounts with one about their own follows
 */
record AccountVerdicts(List<PlantedAccount> truth, Set<Long> arrivals, Set<Long> behaviour) {
    /** More accounts than this are never named at once on planted truth; the rest would only lower precision further. */
    private static final int MOST_NAMED = 100_000;

    static AccountVerdicts of(List<PlantedAccount> truth, Dataset<Row> findings) {
        return new AccountVerdicts(truth, named(findings, "arrivals"), named(findings, "behaviour"));
    }

    /** A customer is found by its arrivals, a mass follower by its behaviour; others have nothing to be found. */
    boolean found(PlantedAccount planted) {
        if (planted.is(Label.CUSTOMER)) {
            return arrivals.contains(planted.account());
        }
        return planted.is(Label.ACTOR) && behaviour.contains(planted.account());
    }

    /** Named for its arrivals although it is an innocent account. */
    boolean namedWithoutCause(PlantedAccount planted) {
        return innocent(planted) && arrivals.contains(planted.account());
    }

    List<PlantedAccount> missed() {
        return truth.stream()
                .filter(planted -> !innocent(planted) && !found(planted))
                .toList();
    }

    List<PlantedAccount> namedWithoutCause() {
        return truth.stream().filter(this::namedWithoutCause).toList();
    }

    /** Accounts named for their arrivals that were not even audited. */
    Set<Long> strangers() {
        Set<Long> strangers = new TreeSet<>(arrivals);
        truth.forEach(planted -> strangers.remove(planted.account()));
        return strangers;
    }

    /** Customers against everybody named for their arrivals. */
    Agreement onArrivals() {
        return agreement(arrivals, Label.CUSTOMER);
    }

    /** Mass followers against everybody named for their behaviour. */
    Agreement onBehaviour() {
        return agreement(behaviour, Label.ACTOR);
    }

    static boolean innocent(PlantedAccount planted) {
        return !planted.is(Label.CUSTOMER) && !planted.is(Label.ACTOR);
    }

    private Agreement agreement(Set<Long> named, String role) {
        List<PlantedAccount> planted =
                truth.stream().filter(account -> account.is(role)).toList();
        long right = planted.stream()
                .filter(account -> named.contains(account.account()))
                .count();
        return new Agreement(right, named.size(), planted.size());
    }

    private static Set<Long> named(Dataset<Row> findings, String axis) {
        Set<Long> named = new HashSet<>();
        findings.where(col("axis").equalTo(axis).and(col("tier").isin("strong", "moderate")))
                .select("account")
                .distinct()
                .limit(MOST_NAMED)
                .collectAsList()
                .forEach(row -> named.add(row.getLong(0)));
        return named;
    }
}
