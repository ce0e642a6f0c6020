package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.followerassay.table.IngestTables.SNAPSHOT;
import static org.followerassay.table.IngestTables.SNAPSHOT_EXAMPLE;

import java.util.List;

/** First digits of followers' counts. */
public final class DigitTables {
    public static final Table FIRST_DIGITS = Table.named("first_digits")
            .oneRowPer("account, count that its followers state and first digit, for lists with enough known counts")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .key("counted", StringType, "the followers' followees or their followers", "followees")
            .key("digit", LongType, "first digit, 1 to 9", "2")
            .field("known", LongType, "followers with such a count of at least 1", "9804")
            .field("followers", LongType, "those of them whose count begins with the digit", "4020")
            .field("share", DoubleType, "followers over known", "0.41")
            .field("law_share", DoubleType, "log10(1 + 1/digit), the first-digit law", "0.176091259")
            .field("tier", StringType, "size tier of the account", "mid")
            .field("peers", LongType, "accounts of that tier with enough known counts, this one among them", "37")
            .field("peer_share", DoubleType, "median of their shares, scaled so that nine digits make 1", "0.19")
            .sortedBy("account", "snapshot", "counted", "digit")
            .build();

    public static final Table DIGIT_DISTANCES = Table.named("digit_distances")
            .oneRowPer("account and count that its followers state, for lists with enough known counts")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .key("counted", StringType, "the followers' followees or their followers", "followees")
            .field("known", LongType, "followers with such a count of at least 1", "9804")
            .field("law_distance", DoubleType, "mean absolute deviation of the nine shares from the law", "0.021")
            .field("chi_square", DoubleType, "chi-square of the nine counts against the law, 8 degrees", "812.4")
            .field("tier", StringType, "size tier of the account", "mid")
            .field("peers", LongType, "accounts of that tier with enough known counts, this one among them", "37")
            .field("peer_distance", DoubleType, "mean absolute deviation from the peers' shares", "0.034")
            .field("chance_distance", DoubleType, "what chance alone makes of it in so many counts", "0.002")
            .field("z", DoubleType, "distance above chance, in deviations of the peers' own and of chance", "6.2")
            .sortedBy("account", "snapshot", "counted")
            .build();

    public static final List<Table> ALL = List.of(FIRST_DIGITS, DIGIT_DISTANCES);

    private DigitTables() {}
}
