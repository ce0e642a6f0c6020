package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.followerassay.table.IngestTables.SNAPSHOT;
import static org.followerassay.table.IngestTables.SNAPSHOT_EXAMPLE;

import java.util.List;

/** How alike the accounts are that a follower follows, and whose followers are alike in that. */
public final class SynchronicityTables {
    public static final Table DEGREE_CELLS = Table.named("degree_cells")
            .oneRowPer("doubling of followers and doubling of followees that some account has")
            .key("in_doubling", LongType, "floor(log2(followers + 1)), in the lists looked at", "7")
            .key("out_doubling", LongType, "floor(log2(followees + 1)), in the lists looked at", "4")
            .field("accounts", LongType, "accounts with such numbers", "5120")
            .field("accounts_share", DoubleType, "the same over all accounts", "0.0031")
            .build();

    public static final Table SYNCHRONICITY = Table.named("synchronicity")
            .oneRowPer("follower of enough accounts")
            .key("follower", LongType, "account that follows", "900000000000000002")
            .field("followees", LongType, "accounts that it follows, in the lists looked at", "31")
            .field(
                    "synchronicity",
                    DoubleType,
                    "chance that two draws of its followees lie in the same cell of degrees",
                    "0.71")
            .field(
                    "normality",
                    DoubleType,
                    "chance that one of its followees and one of all accounts lie in the same cell",
                    "0.05")
            .field("least", DoubleType, "the least synchronicity that such a normality allows", "0.12")
            .field("residual", DoubleType, "synchronicity less the least", "0.59")
            .field("synchronised", BooleanType, "true if the residual is many deviations above the usual", "true")
            .build();

    public static final Table SYNCHRONISED_AUDIENCES = Table.named("synchronised_audiences")
            .oneRowPer("account with more synchronised followers than other accounts let expect")
            .key("snapshot", TimestampType, SNAPSHOT, SNAPSHOT_EXAMPLE)
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .field("listed", LongType, "followers listed", "9804")
            .field("measured", LongType, "followers with a synchronicity", "4020")
            .field("synchronised_followers", LongType, "of these, synchronised ones", "3100")
            .field("expected", DoubleType, "synchronised ones that all other accounts' lists let expect", "81.2")
            .field("lift", DoubleType, "synchronised_followers over expected", "38.2")
            .field("z", DoubleType, "(synchronised_followers - expected) / sqrt(expected + 1)", "333.0")
            .field("most_followees", LongType, "the number of followees that most synchronised ones have", "20")
            .field("with_most", LongType, "synchronised followers with exactly that many followees", "140")
            .build();

    public static final List<Table> ALL = List.of(DEGREE_CELLS, SYNCHRONICITY, SYNCHRONISED_AUDIENCES);

    private SynchronicityTables() {}
}
