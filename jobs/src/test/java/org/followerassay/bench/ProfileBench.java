package org.followerassay.bench;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.HeldSession;
import org.followerassay.signature.evidence.FollowerTraits;
import org.followerassay.signature.expected.ExpectedFollowers;
import org.followerassay.signature.expected.ExpectedFollowersOptions;
import org.followerassay.signature.profile.NewestProfiles;
import org.followerassay.signature.profile.ProfileRule;
import org.followerassay.signature.profile.RulePreset;
import org.followerassay.signature.profile.RulePresets;

/**
 * How well published rules, and what we measure of profiles, tell bought accounts from others, one profile at a time.
 *
 * <p>None of them is meant to be used so by us: this measures why.
 */
final class ProfileBench {
    /**
     * One way to choose accounts by their profiles.
     *
     * @param right chosen and bought
     * @param wrong chosen and not bought
     */
    record Choice(String by, long right, long bought, long wrong, long others) {
        String line() {
            double recall = share(right, bought);
            double precision = share(right, right + wrong);
            double balance = right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + (bought - right));
            return String.format(
                    Locale.ROOT,
                    "%-58s %5.3f (%5.3f-%5.3f)  %5.3f (%5.3f-%5.3f)  %5.3f  %5.3f  %,7d",
                    by,
                    precision,
                    wilson(right, right + wrong, -1),
                    wilson(right, right + wrong, 1),
                    recall,
                    wilson(right, bought, -1),
                    wilson(right, bought, 1),
                    share(wrong, others),
                    balance,
                    bought + others);
        }

        private static double share(long part, long all) {
            return all == 0 ? 0 : (double) part / all;
        }

        private static double wilson(long part, long all, int end) {
            double z = 1.959964;
            double p = share(part, all);
            double n = Math.max(1, all);
            double spread = Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
            return (p + z * z / (2 * n) + end * z * spread) / (1 + z * z / n);
        }
    }

    public static void main(String[] args) throws IOException {
        try (SparkSession session = HeldSession.open()) {
            LabelledProfiles profiles = new LabelledProfiles(session, args[0]);
            System.out.print(text(choices(profiles)));
        }
    }

    static List<Choice> choices(LabelledProfiles profiles) {
        Dataset<Row> accounts = profiles.accounts().persist();
        try {
            Dataset<Row> chosen =
                    byRules(accounts).unionByName(byTraits(accounts)).unionByName(byExpectation(accounts));
            return counted(chosen.join(profiles.labels(), "account"));
        } finally {
            accounts.unpersist();
        }
    }

    /** Each rule of each preset by itself, whatever the rules before it say. */
    private static Dataset<Row> byRules(Dataset<Row> accounts) {
        Set<String> stated = stated(accounts);
        List<Column> rules = new ArrayList<>();
        for (RulePreset preset : RulePresets.ALL_PRESETS) {
            for (ProfileRule rule : preset.rules()) {
                String name = "preset " + preset.name() + ": " + rule.name();
                rules.add(choice(name, rule.holds(stated)));
            }
        }
        return exploded(NewestProfiles.of(accounts), rules);
    }

    private static Dataset<Row> byTraits(Dataset<Row> accounts) {
        List<Column> traits = FollowerTraits.WORDS.keySet().stream()
                .map(trait -> choice("trait " + trait, col(trait)))
                .toList();
        return exploded(FollowerTraits.of(accounts).withColumnRenamed("follower", "account"), traits);
    }

    /** The population of the range is the file itself. */
    private static Dataset<Row> byExpectation(Dataset<Row> accounts) {
        Dataset<Row> profiles = NewestProfiles.of(accounts).withColumn("snapshot", col("seen_at"));
        ExpectedFollowersOptions options = ExpectedFollowersOptions.defaults();
        Dataset<Row> beside = ExpectedFollowers.beside(profiles, profiles, options);
        Column far = col("z").geq(options.minZ()).and(col("times").geq(options.minTimes()));
        return exploded(
                beside,
                List.of(
                        choice(
                                "followers below the range of accounts like it",
                                col("followers").lt(col("expected_low"))),
                        choice(
                                "followers above the range of accounts like it",
                                col("followers").gt(col("expected_high"))),
                        choice("followers far above it, as a finding asks", far)));
    }

    private static Column choice(String by, Column holds) {
        return struct(lit(by).as("by"), holds.as("holds"));
    }

    private static Dataset<Row> exploded(Dataset<Row> profiles, List<Column> choices) {
        return profiles.select(
                        col("account"),
                        explode(array(choices.toArray(Column[]::new))).as("choice"))
                .select("account", "choice.by", "choice.holds");
    }

    /** Accounts of which a choice can't be told count for neither side. */
    private static List<Choice> counted(Dataset<Row> chosen) {
        Column bought = col("bought");
        return chosen
                .where(col("holds").isNotNull())
                .groupBy("by")
                .agg(
                        count_if(bought.and(col("holds"))).as("right"),
                        count_if(bought).as("bought"),
                        count_if(not(bought).and(col("holds"))).as("wrong"),
                        count_if(not(bought)).as("others"))
                .orderBy("by")
                .limit(100)
                .collectAsList()
                .stream()
                .map(row -> new Choice(
                        row.getAs("by"),
                        row.getAs("right"),
                        row.getAs("bought"),
                        row.getAs("wrong"),
                        row.getAs("others")))
                .toList();
    }

    private static Set<String> stated(Dataset<Row> accounts) {
        return Stream.of(accounts.columns())
                .filter(column -> !accounts.where(col(column).isNotNull()).isEmpty())
                .collect(Collectors.toSet());
    }

    static String text(List<Choice> choices) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-58s %-20s  %-20s  %-5s  %-5s  %7s%n",
                "chosen by",
                "precision (95 %)",
                "recall (95 %)",
                "wrong",
                "F1",
                "known"));
        choices.forEach(choice -> text.append(choice.line()).append('\n'));
        return text.append(
                        "\nwrong: share of the accounts that were not bought which is chosen all the same. Precision depends on how"
                                + " many of the file were bought. Accounts of one seller and one year prove little about others.\n")
                .toString();
    }

    private ProfileBench() {}
}
