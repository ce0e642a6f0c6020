package org.followerassay.signature.digits;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.DigitTables.FIRST_DIGITS;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.graph.SizeTier;
import org.followerassay.signature.profile.NewestProfiles;
import org.followerassay.table.Table;

/**
 * How many of an account's followers state a count that begins with each digit, beside accounts of its size.
 *
 * <p>Peers' digits are the median of their shares, scaled to 1, so that neither one huge list nor a few odd ones shape what is
 * usual. Shuffles the profiles once by account and the ties once by follower; the counts are partial before they meet.
 */
public final class FirstDigits implements Derivation {
    static final List<Long> DIGITS = LongStream.rangeClosed(1, 9).boxed().toList();
    private static final List<String> COUNTED = List.of("followees", "followers");

    private final DigitOptions options;

    public FirstDigits(DigitOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "first digits";
    }

    @Override
    public Table output() {
        return FIRST_DIGITS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, COVERAGE, ACCOUNTS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> lists = FollowerLists.newest(inputs.of(COVERAGE));
        Dataset<Row> digits = NewestProfiles.of(inputs.of(ACCOUNTS))
                .select(
                        col("account").as("follower"),
                        firstDigit("followees").as("followees"),
                        firstDigit("followers").as("followers"));
        Dataset<Row> counts = FollowerLists.ties(inputs.of(FOLLOWS), lists)
                .select("snapshot", "account", "listed", "follower")
                .join(digits, "follower")
                .groupBy("snapshot", "account", "listed")
                .agg(count(lit(1)).as("profiles"), counts())
                .select(
                        col("snapshot"),
                        col("account"),
                        col("listed"),
                        explode(counted()).as("one"))
                .select("snapshot", "account", "listed", "one.*")
                .where(col("known").geq(options.minKnown()))
                .select(
                        col("snapshot"),
                        col("account"),
                        col("counted"),
                        col("known"),
                        SizeTier.of(col("listed")).as("tier"),
                        explode(col("digits")).as("digit"))
                .select("snapshot", "account", "counted", "known", "tier", "digit.*");
        return besidePeers(counts);
    }

    private static Dataset<Row> besidePeers(Dataset<Row> counts) {
        Column total = sum("usual").over(Window.partitionBy("tier", "counted", "account"));
        return counts.withColumn("share", col("followers").divide(col("known")))
                .withColumn("law_share", log10(lit(1).plus(lit(1).divide(col("digit")))))
                .withColumn("peers", count(lit(1)).over(Window.partitionBy("tier", "counted", "digit")))
                .withColumn("usual", median(col("share")).over(Window.partitionBy("tier", "counted", "digit")))
                .withColumn("of_all", total)
                .withColumn("peer_share", when(col("of_all").gt(0), col("usual").divide(col("of_all"))))
                // Of peers who are alike in nothing, most have none of any digit: they tell nothing of what is usual.
                .where(col("peer_share").isNotNull());
    }

    private static Column firstDigit(String count) {
        return when(
                col(count).geq(1), substring(col(count).cast("string"), 1, 1).cast("long"));
    }

    private static Column[] counts() {
        return COUNTED.stream()
                .flatMap(counted -> Stream.concat(
                        Stream.of(count(col(counted)).as(counted)),
                        DIGITS.stream()
                                .map(digit ->
                                        count_if(col(counted).equalTo(digit)).as(counted + digit))))
                .toArray(Column[]::new);
    }

    private static Column counted() {
        return array(COUNTED.stream()
                .map(counted -> struct(
                        lit(counted).as("counted"),
                        col(counted).as("known"),
                        array(DIGITS.stream()
                                        .map(digit -> struct(
                                                lit(digit).as("digit"),
                                                col(counted + digit).as("followers")))
                                        .toArray(Column[]::new))
                                .as("digits")))
                .toArray(Column[]::new));
    }
}
