package org.followerassay.signature.followthrough;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;
import static org.followerassay.table.ChurnTables.SNAPSHOT_PAIRS;
import static org.followerassay.table.FollowThroughTables.FOLLOW_THROUGH_STRATA;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.graph.SizeTier;
import org.followerassay.signature.evidence.ScoredSignature;
import org.followerassay.table.Table;

/**
 * Followers of an account's last list but one who match a signature at other accounts, beside comparable ones who do not.
 *
 * <p>Matches are taken from the newest lists, so that at the account itself a matched follower is one that stayed. Hence the
 * definition: looked at are the followers of the last list but one that at least one <em>other</em> account's newest list
 * still shows; flagged are those that match <em>there</em>, unflagged those that match no signature there; vanished are those
 * that the account's next list lacks. Both kinds are known to exist, and nothing about this account's newest list decides who
 * is flagged. The price: followers whom the platform removed altogether are in neither kind.
 *
 * <p>Alike are followers of one account, in the same tenth of its list by arrival, created in the same year, in as many other
 * lists (by doubling). Where there are only flagged or only unflagged ones, there is nothing to compare, and no row.
 *
 * <p>Cost: one shuffle by tie of two or three lists per account with the matches, one of the same rows by follower.
 */
public final class FollowThroughStrata implements Derivation {
    private final FollowThroughOptions options;
    private final List<String> signatures;

    public FollowThroughStrata(FollowThroughOptions options, List<ScoredSignature> signatures) {
        this.options = options;
        this.signatures =
                signatures.stream().map(ScoredSignature::signature).sorted().toList();
    }

    @Override
    public String name() {
        return "follow-through strata";
    }

    @Override
    public Table output() {
        return FOLLOW_THROUGH_STRATA;
    }

    @Override
    public List<Table> inputs() {
        return List.of(SIGNATURE_MATCHES, SNAPSHOT_PAIRS, FOLLOWS, COVERAGE, ACCOUNTS);
    }

    @Override
    public Record options() {
        return options;
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        boolean nothingToCompare = inputs.rows(SNAPSHOT_PAIRS) == 0 || inputs.rows(SIGNATURE_MATCHES) == 0;
        Dataset<Row> ties = nothingToCompare ? seen(inputs).limit(0) : seen(inputs);
        Dataset<Row> followers = elsewhere(ties.unionByName(matched(inputs.of(SIGNATURE_MATCHES)), true))
                .join(created(inputs.of(ACCOUNTS)), new String[] {"follower"}, "left");
        return counted(followers);
    }

    /** Every sight of a tie in a list that matters: account, follower, position, listed_before, before, after, newest. */
    private static Dataset<Row> seen(Inputs inputs) {
        Dataset<Row> pairs = inputs.of(SNAPSHOT_PAIRS)
                .where(col("usable").and(col("direction").equalTo("followers")))
                .groupBy("account")
                .agg(max(struct("snapshot_after", "snapshot_before", "listed_before"))
                        .as("newest"))
                .select("account", "newest.*");
        Dataset<Row> lists = role(pairs, "snapshot_before", 1, 0, 0, col("listed_before"))
                .unionByName(role(pairs, "snapshot_after", 0, 1, 0, lit(null)))
                .unionByName(role(FollowerLists.newest(inputs.of(COVERAGE)), "snapshot", 0, 0, 1, lit(null)))
                .groupBy("account", "snapshot")
                .agg(
                        max("before").as("before"),
                        max("after").as("after"),
                        max("newest").as("newest"),
                        max("listed_before").as("listed_before"));
        return FollowerLists.ties(inputs.of(FOLLOWS), broadcast(lists))
                .select(
                        col("account"),
                        col("follower"),
                        when(col("before").equalTo(1), col("position")).as("position"),
                        col("listed_before"),
                        col("before"),
                        col("after"),
                        col("newest"));
    }

    private static Dataset<Row> role(
            Dataset<Row> lists, String snapshot, int before, int after, int newest, Column listed) {
        return lists.select(
                col("account"),
                col(snapshot).as("snapshot"),
                lit(before).as("before"),
                lit(after).as("after"),
                lit(newest).as("newest"),
                listed.cast("long").as("listed_before"));
    }

    /** The matched ties, with a 1 for the signature: account, follower, s0, s1 … */
    private Dataset<Row> matched(Dataset<Row> matches) {
        Column[] columns = Stream.concat(
                        Stream.of(col("followee").as("account"), col("follower")),
                        IntStream.range(0, signatures.size())
                                .mapToObj(i -> when(col("signature").equalTo(signatures.get(i)), 1)
                                        .as("s" + i)))
                .toArray(Column[]::new);
        return matches.select(columns);
    }

    /** Followers of the earlier lists whom another newest list shows, with the lists and matches there. */
    private Dataset<Row> elsewhere(Dataset<Row> sights) {
        Stream<String> marks = Stream.concat(
                Stream.of("before", "after", "newest"),
                IntStream.range(0, signatures.size()).mapToObj(i -> "s" + i));
        Column[] merged = Stream.concat(
                        Stream.of(
                                max("position").as("position"),
                                max("listed_before").as("listed_before")),
                        marks.map(mark -> coalesce(max(mark), lit(0)).as(mark)))
                .toArray(Column[]::new);
        Dataset<Row> ties =
                sights.groupBy("account", "follower").agg(merged[0], Arrays.copyOfRange(merged, 1, merged.length));
        for (String mark : Stream.concat(
                        Stream.of("newest"),
                        IntStream.range(0, signatures.size()).mapToObj(i -> "s" + i))
                .toList()) {
            ties = ties.withColumn(mark + "_elsewhere", elsewhere(mark));
        }
        return ties.where(col("before").equalTo(1).and(col("newest_elsewhere").gt(0)));
    }

    private static Column elsewhere(String mark) {
        WindowSpec ofFollower = Window.partitionBy("follower");
        return sum(mark).over(ofFollower).minus(col(mark));
    }

    private static Dataset<Row> created(Dataset<Row> accounts) {
        return accounts.where(col("created_at").isNotNull())
                .groupBy(col("account").as("follower"))
                .agg(year(min("created_at")).cast("long").as("created_year"));
    }

    /** One row per signature and stratum with flagged and unflagged followers; flagged by another signature only: neither. */
    private Dataset<Row> counted(Dataset<Row> followers) {
        List<Column> flags = IntStream.range(0, signatures.size())
                .mapToObj(i -> col("s" + i + "_elsewhere").gt(0))
                .toList();
        Column any = flags.stream().reduce(lit(false), Column::or);
        Column[] sides = IntStream.range(0, signatures.size())
                .mapToObj(i -> when(
                        flags.get(i).or(not(any)),
                        struct(
                                lit(signatures.get(i)).as("signature"),
                                flags.get(i).as("matched"))))
                .toArray(Column[]::new);
        Column part = least(
                lit(options.parts() - 1),
                floor(col("position").multiply(options.parts()).divide(col("listed_before"))));
        Column vanished = col("after").equalTo(0);
        Column matched = col("side.matched");
        return followers
                .withColumn("side", explode(array_compact(array(sides))))
                .groupBy(
                        col("side.signature").as("signature"),
                        col("account"),
                        coalesce(part.cast("long"), lit(-1L)).as("list_part"),
                        coalesce(col("created_year"), lit(0L)).as("created_year"),
                        floor(log2(col("newest_elsewhere"))).as("doubling"),
                        SizeTier.of(col("listed_before")).as("tier"))
                .agg(
                        count_if(matched).as("flagged"),
                        count_if(matched.and(vanished)).as("flagged_vanished"),
                        count_if(not(matched)).as("unflagged"),
                        count_if(not(matched).and(vanished)).as("unflagged_vanished"))
                .where(col("flagged").gt(0).and(col("unflagged").gt(0)));
    }
}
