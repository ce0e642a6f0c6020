package org.followerassay.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.followerassay.flow.AssayException;

/** What a simulation planted, read back. */
final class Truth {
    static final String ACCOUNTS_FILE = "accounts.csv";
    static final String FOLLOWERS_FILE = "followers.csv.gz";
    static final String ORGANIC = "organic";
    static final String BOUGHT = "bought";

    private static final StructType ACCOUNTS = new StructType()
            .add("account", LongType)
            .add("role", StringType)
            .add("kind", StringType)
            .add("planted_share", DoubleType)
            .add("pattern", StringType)
            .add("vendor", StringType);

    private static final StructType FOLLOWERS = new StructType()
            .add("followee", LongType)
            .add("follower", LongType)
            .add("label", StringType)
            .add("lot", LongType);

    private final List<PlantedAccount> accounts;
    private final Dataset<Row> followers;

    private Truth(List<PlantedAccount> accounts, Dataset<Row> followers) {
        this.accounts = accounts;
        this.followers = followers;
    }

    static Truth read(SparkSession session, String folder) {
        List<PlantedAccount> accounts = csv(session, ACCOUNTS, folder, ACCOUNTS_FILE)
                .orderBy("account")
                .limit(SimulateOptions.MOST_ACCOUNTS)
                .collectAsList()
                .stream()
                .map(Truth::planted)
                .toList();
        Dataset<Row> followers = csv(session, FOLLOWERS, folder, FOLLOWERS_FILE)
                .select(
                        col("followee"),
                        col("follower"),
                        col("label").equalTo(BOUGHT).as("bought"));
        return new Truth(accounts, followers);
    }

    List<PlantedAccount> accounts() {
        return accounts;
    }

    /** One row per tie of an audited account that any snapshot lists: followee, follower, bought. */
    Dataset<Row> followers() {
        return followers;
    }

    private static PlantedAccount planted(Row row) {
        String pattern = row.isNullAt(4) ? "" : row.getString(4);
        String vendor = row.isNullAt(5) ? "" : row.getString(5);
        return new PlantedAccount(
                row.getLong(0), new Label(row.getString(1), row.getString(2), pattern, vendor), row.getDouble(3));
    }

    private static Dataset<Row> csv(SparkSession session, StructType schema, String folder, String name) {
        Path path = new Path(folder, name);
        try {
            FileSystem fileSystem = path.getFileSystem(session.sparkContext().hadoopConfiguration());
            if (!fileSystem.exists(path)) {
                throw AssayException.badInput("there is no truth at " + path
                        + ": name the folder truth/ that simulate wrote beside the export");
            }
        } catch (IOException unreadable) {
            throw AssayException.failed("can't read " + path + ": " + unreadable.getMessage(), unreadable);
        }
        return session.read()
                .schema(schema)
                .option("header", true)
                .option("enforceSchema", false)
                .option("mode", "FAILFAST")
                .csv(path.toString());
    }

    /**
     * The truth about one audited account.
     *
     * @param share bought followers over all followers in the newest snapshot
     */
    record PlantedAccount(long account, Label label, double share) {
        boolean is(String role) {
            return label.role().equals(role);
        }
    }
}
