package org.followerassay.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.LISTS;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.followerassay.flow.Draft;
import org.followerassay.flow.Hashes;
import org.followerassay.flow.Manifest;

/**
 * Settles which lists are whole, over all inputs: what each lists, what a profile states, what a coverage table says.
 *
 * <p>A list is whole unless something says otherwise: it is empty, an archive calls itself partial, or a count that the
 * platform states is not reached. Platforms count accounts that they do not list, so up to 1 % may be missing.
 */
final class Coverage {
    static final String PART = "coverage";

    /** Platforms count accounts that they do not list. */
    static final double TOLERATED_SHARE = 0.01;

    private static final String[] LIST = {"snapshot", "account", "direction"};

    /** Writes the table anew if a list or a profile has changed since. */
    static void settle(Draft draft) {
        if (draft.parts(LISTS).isEmpty()) {
            draft.drop(COVERAGE, PART);
            return;
        }
        String key = key(draft);
        boolean stands =
                draft.parts(COVERAGE).stream().anyMatch(part -> part.key().equals(key));
        if (!stands) {
            draft.write(COVERAGE, PART, key, of(draft));
        }
    }

    /** Of what the table is settled from. */
    static String key(Draft draft) {
        return Hashes.of(Stream.of(LISTS, ACCOUNTS)
                .flatMap(table -> draft.parts(table).stream())
                .map(Manifest.Part::path)
                .toList());
    }

    /** One shuffle of the lists, one join with the profiles; ties are counted again only for lists in several inputs. */
    static Dataset<Row> of(Draft draft) {
        Column isList = col("listed").isNotNull();
        Dataset<Row> claims = draft.of(LISTS)
                .groupBy("snapshot", "account", "direction")
                .agg(
                        count(lit(1)).as("claims"),
                        count_if(isList).as("inputs"),
                        max("listed").as("listed"),
                        max("stated").as("stated"),
                        min(when(isList, col("complete"))).as("list_complete"),
                        min(when(isList, col("reason"))).as("list_reason"),
                        min(when(isList.equalTo(false), col("complete"))).as("said_complete"),
                        min(when(isList.equalTo(false), col("reason"))).as("said_reason"));
        Dataset<Row> named = onlyNamed(claims);
        Dataset<Row> counted = draft.parts(LISTS).size() > 1 ? recounted(named, draft.of(FOLLOWS)) : named;
        boolean profiles = draft.present(ACCOUNTS, "followers") + draft.present(ACCOUNTS, "followees") > 0;
        Dataset<Row> withStated = profiles ? withProfiles(counted, draft.of(ACCOUNTS)) : counted;
        return judged(withStated.withColumn("listed", coalesce(col("listed"), lit(0L))));
    }

    /**
     * Where a coverage table vouches for lists of a snapshot, the lists that it names are the lists: other accounts only
     * appear at the far end of a tie in one of them. A table that only says which lists are not whole corrects those.
     */
    private static Dataset<Row> onlyNamed(Dataset<Row> claims) {
        Column vouched = coalesce(col("said_complete"), lit(false));
        return claims.withColumn("governed", max(vouched).over(Window.partitionBy("snapshot")))
                .where(col("governed").equalTo(false).or(col("claims").gt(col("inputs"))));
    }

    /**
     * Parts of one list in several inputs may overlap, and a list that is only named may be the sum of others' lists, so
     * their ties are counted in the table follows.
     */
    private static Dataset<Row> recounted(Dataset<Row> claims, Dataset<Row> follows) {
        Dataset<Row> shared = claims.where(col("inputs").notEqual(1)).select("snapshot", "account", "direction");
        if (shared.isEmpty()) {
            return claims;
        }
        Dataset<Row> counts = listed(shared, follows, "followee", Lists.FOLLOWERS)
                .unionByName(listed(shared, follows, "follower", Lists.FOLLOWEES));
        return claims.join(counts, LIST, "left").withColumn("listed", coalesce(col("recounted"), col("listed")));
    }

    private static Dataset<Row> listed(Dataset<Row> shared, Dataset<Row> follows, String end, String direction) {
        return follows.select(
                        col("snapshot"), col(end).as("account"), lit(direction).as("direction"))
                .join(shared, LIST, "left_semi")
                .groupBy("snapshot", "account", "direction")
                .agg(count(lit(1)).as("recounted"));
    }

    private static Dataset<Row> withProfiles(Dataset<Row> claims, Dataset<Row> accounts) {
        Column byProfile = when(col("direction").equalTo(Lists.FOLLOWERS), col("followers"))
                .otherwise(col("followees"));
        return claims.join(
                        accounts.select("snapshot", "account", "followers", "followees"),
                        new String[] {"snapshot", "account"},
                        "left")
                .withColumn("stated", coalesce(col("stated"), byProfile));
    }

    private static Dataset<Row> judged(Dataset<Row> claims) {
        Column missing = col("stated").minus(col("listed"));
        Column isShort = coalesce(missing.gt(col("stated").multiply(TOLERATED_SHARE)), lit(false));
        Column percent = missing.multiply(100.0).divide(when(col("stated").gt(0), col("stated")));
        Column shortfall = format_string("%d of %d stated ties are missing (%.1f %%)", missing, col("stated"), percent);
        Column nothingRead =
                col("listed").equalTo(0).and(coalesce(col("stated"), lit(0L)).gt(0));
        Column complete = coalesce(
                when(nothingRead, false),
                col("said_complete"),
                when(
                                col("list_complete")
                                        .equalTo(false)
                                        .or(isShort)
                                        .or(col("listed").equalTo(0)),
                                lit(false))
                        .otherwise(true));
        Column reason = when(nothingRead, "no list of it was read")
                .when(col("said_complete"), lit(null))
                .when(
                        col("said_complete").equalTo(false),
                        coalesce(col("said_reason"), lit("a coverage table says so")))
                .when(col("list_complete").equalTo(false), col("list_reason"))
                .when(isShort, shortfall)
                .when(col("listed").equalTo(0), lit("no list of it was read"));
        return claims.withColumn("complete", complete).withColumn("reason", reason);
    }

    private Coverage() {}
}
