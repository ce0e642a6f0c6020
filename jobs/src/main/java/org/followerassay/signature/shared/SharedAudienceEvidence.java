package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.followerassay.signature.evidence.Contrasts;
import org.followerassay.signature.evidence.Sentence;
import org.followerassay.signature.lots.Confirmation;

/** What a finding of a shared audience says in words. */
final class SharedAudienceEvidence {
    static Column of() {
        return array_join(array(pool(), mostDistinctPair(), Confirmation.sentence(), profiles()), " ");
    }

    private static Column pool() {
        return concat(
                Sentence.count(col("followers")),
                lit(" followers ("),
                Sentence.percent(col("followers_share")),
                lit(") are part of a pool of "),
                Sentence.count(col("pool_followers")),
                lit(" that "),
                Sentence.count(col("accounts")),
                lit(" accounts share beyond chance; each follows "),
                Sentence.decimal(col("reuse")),
                lit(" of them on average, and "),
                when(col("pool_kind").equalTo("disposable"), "little else.").otherwise("much else."));
    }

    private static Column mostDistinctPair() {
        return concat(
                lit("The most distinct pair, with account "),
                col("most.partner").cast("string"),
                lit(", shares "),
                Sentence.count(col("most.shared")),
                among(),
                lit(", where "),
                Sentence.decimal(col("most.expected")),
                lit(" were to be expected ("),
                Sentence.decimal(col("most.lift")),
                lit(" times)."));
    }

    private static Column among() {
        Column from = Sentence.count(col("most.followees_from"));
        Column to = Sentence.count(col("most.followees_to"));
        Column who = lit(" of those who follow ");
        return when(col("most.followees_from").isNull(), "")
                .when(
                        col("most.followees_from").equalTo(col("most.followees_to")),
                        concat(who, from, lit(" analysed accounts")))
                .when(col("most.followees_to").isNull(), concat(who, from, lit(" analysed accounts or more")))
                .otherwise(concat(who, from, lit(" to "), to, lit(" analysed accounts")));
    }

    private static Column profiles() {
        return Contrasts.ofGroupsInWords(
                "as with a circle of fans",
                lit("The export holds too few profiles to tell a vendor's pool from a circle of fans."));
    }

    private SharedAudienceEvidence() {}
}
