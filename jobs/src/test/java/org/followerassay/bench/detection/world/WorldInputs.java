package org.followerassay.bench.detection.world;

import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.followerassay.table.Table;

/** A world as the tables that an export of it would be read into: ties, lists, and, where it tells them, accounts. */
public final class WorldInputs {
    private static final Timestamp TAKEN = time(Calendar.SNAPSHOT);
    private static final int SLICES = 4;

    private final SparkSession session;
    private final World world;

    public WorldInputs(SparkSession session, World world) {
        this.session = session;
        this.world = world;
    }

    public Dataset<Row> follows() {
        List<Row> rows = new ArrayList<>(world.ties());
        for (FollowerList list : world.lists()) {
            for (int i = 0; i < list.size(); i++) {
                long follower = world.id(list.followers()[i]);
                rows.add(RowFactory.create(
                        TAKEN, list.account(), follower, world.ordered() ? (long) i : null, (Timestamp) null));
            }
        }
        return table(FOLLOWS, rows);
    }

    public Dataset<Row> coverage() {
        List<Row> rows = new ArrayList<>();
        for (FollowerList list : world.lists()) {
            long listed = list.size();
            rows.add(RowFactory.create(TAKEN, list.account(), "followers", listed, listed, true, null));
        }
        return table(COVERAGE, rows);
    }

    public Dataset<Row> accounts() {
        List<Row> rows = new ArrayList<>();
        if (world.ordered()) {
            Set<Integer> seen = new HashSet<>();
            for (FollowerList list : world.lists()) {
                rows.add(account(list.account(), list.createdAt(), null));
                for (int follower : list.followers()) {
                    if (seen.add(follower)) {
                        Person person = world.people().get(follower);
                        rows.add(account(world.id(follower), person.createdAt(), person.profile()));
                    }
                }
            }
        }
        return table(ACCOUNTS, rows);
    }

    private static Row account(long id, long createdAt, Profile profile) {
        Object[] cells = new Object[ACCOUNTS.schema().size()];
        StructType schema = ACCOUNTS.schema();
        cells[schema.fieldIndex("snapshot")] = TAKEN;
        cells[schema.fieldIndex("account")] = id;
        cells[schema.fieldIndex("created_at")] = time(createdAt);
        if (profile != null) {
            cells[schema.fieldIndex("posts")] = (long) profile.posts();
            cells[schema.fieldIndex("followers")] = (long) profile.followers();
            cells[schema.fieldIndex("followees")] = (long) profile.followees();
            cells[schema.fieldIndex("last_post_at")] = profile.posts() > 0 ? time(profile.lastPostAt()) : null;
            cells[schema.fieldIndex("has_picture")] = profile.picture();
            cells[schema.fieldIndex("has_bio")] = profile.bio();
        }
        return RowFactory.create(cells);
    }

    /** By way of an RDD: a plan that carries its rows is compared row by row whenever Spark looks for a cached table. */
    private Dataset<Row> table(Table table, List<Row> rows) {
        return session.createDataFrame(
                JavaSparkContext.fromSparkContext(session.sparkContext()).parallelize(rows, SLICES), table.schema());
    }

    private static Timestamp time(long seconds) {
        return new Timestamp(seconds * 1_000);
    }
}
