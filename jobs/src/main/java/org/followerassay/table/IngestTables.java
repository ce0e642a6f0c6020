package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;

/** The canonical tables that every export is read into. */
public final class IngestTables {
    static final String SNAPSHOT = "instant at which the export was taken, UTC; midnight where only the day is known";
    static final String SNAPSHOT_EXAMPLE = "2026-10-31 00:00:00";

    public static final Table ACCOUNTS = Table.named("accounts")
            .oneRowPer("account and snapshot for which an export states something")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "the account", "900000000000000001")
            .optional("created_at", TimestampType, "when the account was created, UTC", "2014-08-13 09:12:44")
            .optional("posts", LongType, "posts, as stated by the platform", "412")
            .optional("followers", LongType, "followers, as stated by the platform", "1003")
            .optional("followees", LongType, "followees, as stated by the platform", "350")
            .optional("likes", LongType, "likes given, as stated by the platform", "2210")
            .optional("listed", LongType, "lists that hold the account, as stated by the platform", "3")
            .optional("last_post_at", TimestampType, "time of the newest post, UTC", "2026-10-30 20:01:00")
            .optional("has_picture", BooleanType, "true if the account has a picture of its own", "true")
            .optional("has_bio", BooleanType, "true if the account describes itself", "false")
            .optional("verified", BooleanType, "true if the platform marks the account as verified", "false")
            .optional("is_private", BooleanType, "true if only approved followers see its posts", "false")
            .optional("status", StringType, "active, suspended, deleted or deactivated", "active")
            .build();

    public static final Table FOLLOWS = Table.named("follows")
            .oneRowPer("tie seen in a snapshot")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("followee", LongType, "account that is followed", "900000000000000001")
            .key("follower", LongType, "account that follows", "900000000000000002")
            .optional("position", LongType, "place in the followee's list of followers, oldest follower = 0", "41200")
            .optional(
                    "followed_at",
                    TimestampType,
                    "when the tie was made, UTC, where the export says so",
                    "2026-01-03 02:57:44")
            .sortedBy("followee", "snapshot", "position", "follower")
            .build();

    public static final Table COVERAGE = Table.named("coverage")
            .oneRowPer("account, direction and snapshot that an export lists")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "account whose list it is", "900000000000000001")
            .key(
                    "direction",
                    StringType,
                    "followers (who follows the account) or followees (whom it follows)",
                    "followers")
            .field("listed", LongType, "ties that the export lists, repeats and self ties left out", "764")
            .optional("stated", LongType, "ties that the export or a profile says there are", "764")
            .field("complete", BooleanType, "true if the list is whole as far as the export tells", "true")
            .optional("reason", StringType, "why the list is not complete", "12 of 764 stated ties are missing (1.6 %)")
            .build();

    public static final Table LISTS = Table.named("lists")
            .oneRowPer("list that one input holds or makes a statement about; coverage is settled from these")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "account whose list it is", "900000000000000001")
            .key("direction", StringType, "followers or followees", "followers")
            .key("input", StringType, "key of the input, as in the manifest", "5f70bf18a0860070…")
            .optional("listed", LongType, "ties that the input lists; null if it only states something", "764")
            .optional("stated", LongType, "ties that the input says there are", "764")
            .optional("complete", BooleanType, "whether the list is whole, where the input says so", "true")
            .optional("reason", StringType, "why the list is not complete", "the list is empty")
            .build();

    public static final Table FOLLOW_EVENTS = Table.named("follow_events")
            .oneRowPer("dated change of one tie that an export states")
            .key("follower", LongType, "account that follows or followed", "900000000000000002")
            .key("followee", LongType, "account that is or was followed", "900000000000000001")
            .key("change", StringType, "follow or unfollow", "unfollow")
            .key("earliest", TimestampType, "earliest possible time of the change, UTC", "2026-01-03 02:57:44")
            .field("latest", TimestampType, "latest possible time of the change, UTC", "2026-01-03 02:57:44")
            .build();

    public static final Table INTERACTIONS = Table.named("interactions")
            .oneRowPer("actor, target, kind and day")
            .key("actor", LongType, "account that acts", "900000000000000002")
            .key("target", LongType, "account whose post it acts on", "900000000000000001")
            .key("kind", StringType, "reply, repost, like, mention …, in the export's words", "reply")
            .key("period", DateType, "day of the interactions, UTC", "2026-10-30")
            .field("count", LongType, "interactions of this kind on that day", "4")
            .build();

    public static final Table COUNTS = Table.named("counts")
            .oneRowPer("account and instant at which an export counts without naming anybody")
            .key("account", LongType, "the account", "900000000000000001")
            .key("observed_at", TimestampType, "when it was counted, UTC", "2026-10-31 00:00:00")
            .optional("followers", LongType, "followers at that time", "1003")
            .optional("followees", LongType, "followees at that time", "350")
            .optional("posts", LongType, "posts at that time", "412")
            .build();

    public static final Table IDENTITIES = Table.named("identities")
            .oneRowPer("account and name under which an export knows it")
            .key("account", LongType, "the account, as in every other table", "900000000000000001")
            .key("platform", StringType, "platform or kind of export", "x")
            .key("external_id", StringType, "id, name or DID as the export writes it", "900000000000000001")
            .optional("handle", StringType, "handle or display name, as the export writes it", "ann_example")
            .build();

    public static final Table REJECTS = Table.named("rejects")
            .oneRowPer("input row that was not accepted")
            .key(
                    "file",
                    StringType,
                    "file as named on the command line, an archive's entry after '!'",
                    "in/follows.csv.gz")
            .key("line", LongType, "line of the file, or element of the list, counted from 1", "17")
            .field("reason", StringType, "reason code, of a closed list", "bad_id")
            .field(
                    "explanation",
                    StringType,
                    "the code in words, with the offending value",
                    "follower '12x' is not an id")
            .field("row", StringType, "the row, cut at 1,000 characters", "12x,900000000000000001")
            .build();

    public static final Table INPUT_FILES = Table.named("input_files")
            .oneRowPer("file read")
            .key(
                    "file",
                    StringType,
                    "file as named on the command line, an archive's entry after '!'",
                    "in/follows.csv.gz")
            .key("sha256", StringType, "content hash of the file or archive", "9f86d081884c7d65…")
            .field("format", StringType, "export format that it was read as", "columns")
            .field("read_as", StringType, "how it was read, in words", "ties, follower → followee, 3 snapshots")
            .field("bytes", LongType, "size of the file on disk", "135101")
            .field("lines", LongType, "lines of the file, or elements of the list", "5190")
            .field("header", LongType, "lines that are header, comment or blank", "1")
            .field("other", LongType, "records of a kind that is not read, such as posts among follows", "0")
            .field("accepted", LongType, "rows that became rows of a table", "5189")
            .field("repeated", LongType, "rows that repeat an accepted row exactly; counted once", "0")
            .field("conflicting", LongType, "rows that contradict an accepted row; the first one counts", "0")
            .field("self_ties", LongType, "rows in which an account follows itself; left out", "0")
            .field("rejected", LongType, "rows in the table rejects", "0")
            .build();

    public static final List<Table> ALL = List.of(
            ACCOUNTS, FOLLOWS, COVERAGE, LISTS, FOLLOW_EVENTS, INTERACTIONS, COUNTS, IDENTITIES, REJECTS, INPUT_FILES);

    private IngestTables() {}
}
