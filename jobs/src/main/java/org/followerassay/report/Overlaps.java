package org.followerassay.report;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.followerassay.table.IngestTables.FOLLOWS;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * How many followers each two of the compared accounts share.
 *
 * <p>Each follower becomes one number with a bit for each account that it follows, and followers are counted by that
 * number: two shuffles of the accounts' lists, no join of a list with a list, and at most 2^accounts rows to collect.
 */
final class Overlaps {
    private static final StructType KEY = new StructType()
            .add("snapshot", DataTypes.TimestampType)
            .add("followee", DataTypes.LongType)
            .add("bit", DataTypes.LongType);

    private final Selection selection;
    private final SmallGroups groups;

    Overlaps(Selection selection, SmallGroups groups) {
        this.selection = selection;
        this.groups = groups;
    }

    /** One row per pair; the larger account first. */
    ShownTable table() {
        ShownTable.Builder table = ShownTable.named(
                "overlaps",
                ShownColumn.of("account", Kind.ID),
                ShownColumn.of("handle", Kind.TEXT),
                ShownColumn.of("other_account", Kind.ID),
                ShownColumn.of("other_handle", Kind.TEXT),
                ShownColumn.of("shared_followers", Kind.FOLLOWERS),
                ShownColumn.of("smaller_share", Kind.SHARE),
                ShownColumn.of("jaccard", Kind.SHARE));
        List<ComparedAccount> accounts = selection.accounts();
        List<Row> masks = masks();
        for (int one = 0; one < accounts.size(); one++) {
            for (int other = one + 1; other < accounts.size(); other++) {
                add(table, accounts.get(one), accounts.get(other), counts(masks, one, other));
            }
        }
        return table.build().regeneratedBy(query());
    }

    /** Followers of the one alone, of the other alone, and of both. */
    private record Counts(long one, long other, long both) {}

    private void add(ShownTable.Builder table, ComparedAccount one, ComparedAccount other, Counts counts) {
        long smaller = Math.min(counts.one(), counts.other()) + counts.both();
        long either = counts.one() + counts.other() + counts.both();
        // All but a few of a list is a count of few, too.
        Long[] told = {counts.both(), counts.one(), counts.other()};
        table.row(
                one.account(),
                one.label(),
                other.account(),
                other.label(),
                groups.figure(smaller == 0 ? null : counts.both(), told),
                groups.figure(smaller == 0 ? null : (double) counts.both() / smaller, told),
                groups.figure(either == 0 ? null : (double) counts.both() / either, told));
    }

    private static Counts counts(List<Row> masks, int one, int other) {
        long alone = 0;
        long otherAlone = 0;
        long both = 0;
        for (Row row : masks) {
            long mask = row.getAs("mask");
            long followers = row.getAs("followers");
            boolean ofOne = ((mask >> one) & 1) == 1;
            boolean ofOther = ((mask >> other) & 1) == 1;
            alone += ofOne && !ofOther ? followers : 0;
            otherAlone += ofOther && !ofOne ? followers : 0;
            both += ofOne && ofOther ? followers : 0;
        }
        return new Counts(alone, otherAlone, both);
    }

    private List<Row> masks() {
        List<Row> keys = new ArrayList<>();
        for (int i = 0; i < selection.accounts().size(); i++) {
            ComparedAccount account = selection.accounts().get(i);
            keys.add(RowFactory.create(Timestamp.from(account.snapshot()), account.account(), 1L << i));
        }
        Object[] ids = keys.stream().map(row -> row.get(1)).toArray();
        Dataset<Row> follows = selection.tables().of(FOLLOWS);
        Dataset<Row> accounts = follows.sparkSession().createDataFrame(keys, KEY);
        return follows.where(col("followee").isin(ids))
                .select("snapshot", "followee", "follower")
                .join(broadcast(accounts), new String[] {"snapshot", "followee"})
                .groupBy("follower")
                .agg(sum("bit").as("mask"))
                .groupBy("mask")
                .agg(count(lit(1)).as("followers"))
                .collectAsList();
    }

    private String query() {
        String ties = selection.whereSnapshots().replace("account in", "followee in");
        return "with ties as (select followee as account, follower from follows where " + ties
                + "), sizes as (select account, count(*) as n from ties group by account), shared as (select one.account,"
                + " other.account as other_account, count(*) as n from ties one join ties other on one.follower ="
                + " other.follower and one.account <> other.account group by one.account, other.account)"
                + " select s.account, o.account as other_account, coalesce(b.n, 0) as shared_followers,"
                + " coalesce(b.n, 0) / least(s.n, o.n) as smaller_share, coalesce(b.n, 0) / (s.n + o.n -"
                + " coalesce(b.n, 0)) as jaccard from sizes s join sizes o on s.account <> o.account left join shared b"
                + " on b.account = s.account and b.other_account = o.account";
    }
}
