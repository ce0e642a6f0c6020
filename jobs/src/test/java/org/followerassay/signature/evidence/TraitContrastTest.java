package org.followerassay.signature.evidence;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.ContrastTables.PROFILE_CONTRASTS;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class TraitContrastTest {
    private static final String TRAIT = "follower bigint, no_bio boolean, created_day int";

    /** Members who hold the trait, of how many, and the same of the others. */
    private record Shares(int trueIn, int in, int trueOut, int out) {
        /** The chance that as many members or more hold it if they are drawn from all without regard to it. */
        double chance() {
            return new HypergeometricDistribution(null, in + out, trueIn + trueOut, in)
                    .upperCumulativeProbability(trueIn);
        }

        double difference() {
            return (double) trueIn / in - (double) trueOut / out;
        }
    }

    @Test
    void itSaysWhatDiffers(Drawings draw) {
        Dataset<Row> contrasts = contrasts(
                draw.session(),
                List.of(
                        new Shares(48, 48, 52, 400), // all, beside 13 %
                        new Shares(5, 24, 19, 538), // more than others, but few
                        new Shares(300, 1_000, 2_500, 10_000), // surely more, but a little
                        new Shares(0, 48, 400, 400), // fewer
                        new Shares(14, 14, 0, 400))); // too few to say

        assertTable("""
                account  trait   members  members_with  others  others_with  differs  dated_members  differs_from_peers  told
                0        no_bio  48       48            400     52           true     -              -                   true
                1        no_bio  24       5             538     19           false    -              -                   true
                2        no_bio  1000     300           10000   2500         false    -              -                   true
                3        no_bio  48       0             400     400          false    -              -                   true
                """, contrasts, draw);
        assertTable("""
                account  traits_known  differs  contrast
                0        1             true     48 of 48 have no bio, against 13.0 % of the account's other followers
                1        1             false    -
                2        1             false    -
                3        1             false    -
                """, read(contrasts, draw.session()), draw);
    }

    @Test
    void differencesAreTooRareToBeChance(Drawings draw) {
        Random random = new Random(7);
        List<Shares> cases = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int in = 15 + random.nextInt(60);
            int out = 15 + random.nextInt(400);
            int trueIn = random.nextInt(in + 1);
            cases.add(new Shares(trueIn, in, random.nextInt(Math.min(out, 1 + out * trueIn / in) + 1), out));
        }
        Map<Long, Boolean> differs = new HashMap<>();
        contrasts(draw.session(), cases)
                .collectAsList()
                .forEach(row -> differs.put(row.getAs("account"), row.getAs("differs")));

        int surely = 0;
        for (int i = 0; i < cases.size(); i++) {
            Shares shares = cases.get(i);
            if (differs.get((long) i)) {
                assertTrue(shares.chance() < 2e-4, shares + " by chance " + shares.chance());
            }
            if (shares.chance() < 2e-6 && shares.difference() >= 0.15) {
                assertTrue(differs.get((long) i), shares + " by chance " + shares.chance());
                surely++;
            }
        }
        assertTrue(surely > 20, "only " + surely + " cases that differ for sure");
        assertEquals(cases.size(), differs.size());
    }

    /**
     * 40 of account 1 and 40 of account 2 have no bio, where one in ten of the other followers has none; who joined on their
     * day but follows neither account has none either on the day of the former, and has one on that of the latter.
     */
    @Test
    void peopleOfOneAgeAreComparedWithTheirPeers(Drawings draw) {
        List<Row> ties = new ArrayList<>();
        List<Row> members = new ArrayList<>();
        List<Row> traits = new ArrayList<>();
        for (long account = 1; account <= 2; account++) {
            for (int i = 0; i < 240; i++) {
                long follower = account * 1_000 + i;
                Row tie = RowFactory.create(account, follower);
                ties.add(tie);
                if (i < 40) {
                    members.add(tie);
                }
                traits.add(RowFactory.create(follower, i < 40 || i % 10 == 0, i < 40 ? 6_000 + (int) account : 500));
            }
            for (int i = 0; i < 60; i++) {
                long stranger = account * 10_000 + i;
                traits.add(RowFactory.create(stranger, account == 1 ? i % 10 > 0 : i % 10 == 0, 6_000 + (int) account));
            }
        }
        assertTable("""
                account  differs  differs_from_peers  contrast
                1        true     false               40 of 40 have no bio, against 10.0 % of the account's other followers and 90.0 % of everybody else who was created at the same time
                2        true     true                40 of 40 have no bio, against 10.0 % of the account's other followers and 10.0 % of everybody else who was created at the same time
                """, read(compared(draw.session(), members, ties, traits), draw.session()), draw);
    }

    /** Each case is an account of its own, whose followers nobody else has. */
    private static Dataset<Row> contrasts(SparkSession session, List<Shares> cases) {
        List<Row> ties = new ArrayList<>();
        List<Row> members = new ArrayList<>();
        List<Row> traits = new ArrayList<>();
        for (int account = 0; account < cases.size(); account++) {
            Shares shares = cases.get(account);
            for (int i = 0; i < shares.in() + shares.out(); i++) {
                long follower = account * 100_000L + i;
                Row tie = RowFactory.create((long) account, follower);
                ties.add(tie);
                if (i < shares.in()) {
                    members.add(tie);
                }
                boolean holds = i < shares.in() ? i < shares.trueIn() : i - shares.in() < shares.trueOut();
                traits.add(RowFactory.create(follower, holds, null));
            }
        }
        return compared(session, members, ties, traits);
    }

    private static Dataset<Row> compared(SparkSession session, List<Row> members, List<Row> ties, List<Row> profiles) {
        StructType tie = StructType.fromDDL("account bigint, follower bigint");
        Dataset<Row> drawn = session.createDataFrame(members, tie);
        Dataset<Row> traits = traits(session, profiles);
        Dataset<Row> beside = session.createDataFrame(ties, tie)
                .join(drawn.withColumn("member", lit(true)), new String[] {"account", "follower"}, "left")
                .withColumn("member", coalesce(col("member"), lit(false)))
                .join(traits, "follower");
        return TraitContrast.of(List.of("account"), drawn, beside, traits);
    }

    /** As a finding of the signature "drawn" reads it. */
    private static Dataset<Row> read(Dataset<Row> compared, SparkSession session) {
        return Contrasts.of(
                new TestInputs(session).with(PROFILE_CONTRASTS, compared.withColumn("signature", lit("drawn"))),
                "drawn");
    }

    /** Of whom nothing else is known. */
    private static Dataset<Row> traits(SparkSession session, List<Row> rows) {
        Dataset<Row> traits = session.createDataFrame(rows, StructType.fromDDL(TRAIT));
        Dataset<Row> unknown = traits;
        for (String trait : FollowerTraits.WORDS.keySet()) {
            unknown = trait.equals("no_bio")
                    ? unknown
                    : unknown.withColumn(trait, lit(null).cast("boolean"));
        }
        return unknown;
    }
}
