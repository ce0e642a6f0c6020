package org.followerassay.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;

/** What makes a finding strong or leaves it weak: the profiles of its followers beside those of others, and whether lots hold them. */
public final class ContrastTables {
    public static final Table PROFILE_CONTRASTS = compared(Table.named("profile_contrasts")
                    .oneRowPer("account, signature that looks at some of its followers, and trait of enough of them")
                    .key("account", LongType, "account whose followers they are", "900000000000000001")
                    .key("signature", StringType, "signature whose followers (members) are compared", "lots"))
            .build();

    public static final Table GROUP_CONTRASTS = compared(Table.named("group_contrasts")
                    .oneRowPer(
                            "group of followers that a signature finds at several accounts, and trait of enough of them")
                    .key("signature", StringType, "signature that found the group", "shared audience")
                    .key(
                            "found_in",
                            StringType,
                            "the group, as signature_matches names it; the others are all other followers of its accounts",
                            "pool of account 900000000000000001"))
            .build();

    public static final Table LOT_CONFIRMATIONS = Table.named("lot_confirmations")
            .oneRowPer("account and signature that finds groups of followers there")
            .key("account", LongType, "account whose followers they are", "900000000000000001")
            .key("signature", StringType, "signature that found them", "shared audience")
            .field("members", LongType, "followers in its groups", "812")
            .field("in_lots", LongType, "those of them who are in the account's lots", "790")
            .build();

    /** The columns of a comparison. */
    private static Table.Builder compared(Table.Builder table) {
        return table.key("trait", StringType, "what is compared, as a statement about a follower", "never_posted")
                .field("members", LongType, "members of whom the export tells", "812")
                .field("members_with", LongType, "members of whom it is true", "790")
                .field("others", LongType, "other followers of whom the export tells", "9804")
                .field("others_with", LongType, "other followers of whom it is true", "1020")
                .field(
                        "z",
                        DoubleType,
                        "standard deviations between the two shares: signed root of the likelihood ratio",
                        "54.1")
                .field(
                        "differs",
                        BooleanType,
                        "true if that is 4 or more, and the share of members is larger by .15 or more",
                        "true")
                .optional(
                        "dated_members",
                        LongType,
                        "members for whom enough others were created within the same 1, 7 or 30 days; null if fewer than"
                                + " 15",
                        "790")
                .optional("dated_members_with", LongType, "members among these of whom it is true", "771")
                .optional("peers_expected", DoubleType, "the same, if they did as those others do", "310.4")
                .optional(
                        "differs_from_peers",
                        BooleanType,
                        "true if they differ from these as well; null if too few to say",
                        "true")
                .field(
                        "told",
                        BooleanType,
                        "true for the trait that tells members most: the one in the sentence",
                        "true");
    }

    public static final List<Table> ALL = List.of(PROFILE_CONTRASTS, GROUP_CONTRASTS, LOT_CONFIRMATIONS);

    private ContrastTables() {}
}
