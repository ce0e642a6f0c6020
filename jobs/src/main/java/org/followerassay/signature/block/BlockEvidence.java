package org.followerassay.signature.block;

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

/** What a finding of a dense block says, in sentences. */
final class BlockEvidence {
    static Column of() {
        return array_join(
                array(share(), density(), certificate(), bothSides(), Confirmation.sentence(), profiles()), " ");
    }

    private static Column share() {
        return concat(
                Sentence.count(col("inside")),
                lit(" of "),
                Sentence.count(col("listed")),
                lit(" followers ("),
                Sentence.percent(col("share_high")),
                lit(") are in a block of "),
                Sentence.count(col("most.followers")),
                lit(" accounts that follow many of the same "),
                Sentence.count(col("most.followees")),
                lit("."));
    }

    private static Column density() {
        return concat(
                Sentence.percent(col("most.filled_share")),
                lit(" of its possible ties exist, where "),
                Sentence.percent(col("most.expected_share")),
                lit(" were to be expected ("),
                Sentence.decimal(col("most.lift")),
                lit(" times)."));
    }

    private static Column certificate() {
        Column atMost = col("most.optimum_at_most").divide(col("most.density"));
        return concat(
                when(col("most.search").equalTo("coarse"), "The search was coarse: no")
                        .otherwise("No"),
                lit(" set of accounts is more than "),
                Sentence.decimal(atMost),
                lit(" times as dense."));
    }

    private static Column bothSides() {
        return when(
                col("most.both_sides").gt(0),
                concat(
                        Sentence.count(col("most.both_sides")),
                        lit(" accounts are on both sides of it, as in a community.")));
    }

    private static Column profiles() {
        return Contrasts.ofGroupsInWords(
                "as in a community",
                lit("The export holds too few profiles to tell a seller's accounts from a community."));
    }

    private BlockEvidence() {}
}
