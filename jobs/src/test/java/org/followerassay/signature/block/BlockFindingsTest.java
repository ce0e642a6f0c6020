package org.followerassay.signature.block;

import static org.followerassay.table.BlockTables.BLOCKS;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.signature.evidence.Compared;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.Recounted;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkTest.class)
class BlockFindingsTest {
    private static final BlockOptions OPTIONS = new BlockOptions(1, 1_000_000, 20, 3, 3);
    private static final BlockFindings SIGNATURE = new BlockFindings(OPTIONS);

    /** Customers have ids from 1, organic followers from 10,000, a seller's from 90,000. */
    private static final long SELLERS_FIRST = 90_000;

    private static final long HUBS_FIRST = 80_000;

    @Test
    void aSellersBlockWithProfilesOfItsOwnIsStrong(Drawings draw) {
        TestInputs inputs = market(draw, true);
        Dataset<Row> findings = FINDINGS.conform(Compared.findings(SIGNATURE, inputs));

        assertEquals(20, findings.where("tier = 'strong' and account <= 20").count());
        assertEquals(20, findings.count());
        assertEquals(List.of(), Recounted.notGiven(inputs, findings.limit(3)));
        String evidence = findings.where("account = 1").first().getAs("evidence");
        assertTrue(evidence.contains("have never posted, against 0.0 % of the account's other followers."), evidence);
        assertTrue(evidence.contains("were to be expected"), evidence);
        assertFalse(evidence.contains("both sides"), evidence);
    }

    @Test
    void withoutProfilesDensityAloneIsWeak(Drawings draw) {
        TestInputs inputs = market(draw, true);
        inputs.with(ACCOUNTS, draw.rows(ACCOUNTS, List.of()));

        assertEquals(
                List.of("weak"),
                Compared.findings(SIGNATURE, inputs).select("tier").distinct().collectAsList().stream()
                        .map(row -> row.getString(0))
                        .toList());
    }

    @Test
    void anHonestCommunityIsTheDensestBlockAndWeak(Drawings draw) {
        Random random = new Random(3);
        Set<Long> ties = organic(random);
        for (long member = 500; member < 600; member++) {
            for (int friend = 0; friend < 50; friend++) {
                long other = 500 + random.nextInt(100);
                if (other != member) {
                    ties.add(tie(member, other));
                }
            }
        }
        TestInputs inputs = inputs(draw, ties, true);
        Row block = inputs.of(BLOCKS).first();
        Dataset<Row> findings = Compared.findings(SIGNATURE, inputs);

        assertTrue(block.<Long>getAs("both_sides") >= 95, block.toString());
        assertTrue(findings.count() >= 95);
        assertEquals(0, findings.where("tier <> 'weak'").count());
        String evidence = findings.orderBy("account").first().getAs("evidence");
        assertTrue(evidence.contains("accounts are on both sides of it, as in a community."), evidence);
    }

    @Test
    void nothingInIsNothingFound(Drawings draw) {
        TestInputs inputs = BlockInputs.searched(new TestInputs(draw.session()), OPTIONS);

        assertEquals(0, Compared.findings(SIGNATURE, inputs).count());
        assertEquals("no", SIGNATURE.readiness(inputs).first().getString(0));
    }

    /** 100 accounts of a seller follow each of 20 customers, and 5 of 380 other accounts; hubs follow all 400. */
    private static TestInputs market(Drawings draw, boolean neverPosted) {
        Random random = new Random(4);
        Set<Long> ties = organic(random);
        for (long seller = SELLERS_FIRST; seller < SELLERS_FIRST + 100; seller++) {
            for (long customer = 1; customer <= 20; customer++) {
                ties.add(tie(seller, customer));
            }
            for (int other = 0; other < 5; other++) {
                ties.add(tie(seller, 21 + random.nextInt(380)));
            }
        }
        for (long hub = HUBS_FIRST; hub < HUBS_FIRST + 10; hub++) {
            for (long account = 1; account <= 400; account++) {
                ties.add(tie(hub, account));
            }
        }
        return inputs(draw, ties, !neverPosted);
    }

    private static Set<Long> organic(Random random) {
        Set<Long> ties = new TreeSet<>();
        for (long follower = 10_000; follower < 14_000; follower++) {
            for (int i = 0; i < 6; i++) {
                ties.add(tie(follower, 1 + random.nextInt(800)));
            }
        }
        return ties;
    }

    private static TestInputs inputs(Drawings draw, Set<Long> ties, boolean everybodyPosts) {
        List<Object[]> accounts = new ArrayList<>();
        ties.stream()
                .map(PlantedBlock::follower)
                .distinct()
                .forEach(follower -> accounts.add(
                        new Object[] {Drawings.DAY_1, follower, everybodyPosts || follower < SELLERS_FIRST ? 100L : 0L
                        }));
        TestInputs inputs =
                BlockInputs.of(draw, ties.stream().mapToLong(Long::longValue).toArray());
        inputs.with(
                ACCOUNTS,
                draw.rows(ACCOUNTS, List.of("snapshot", "account", "posts"), accounts.toArray(Object[][]::new)));
        return BlockInputs.searched(inputs, OPTIONS);
    }

    private static long tie(long follower, long followee) {
        return follower << Integer.SIZE | followee;
    }
}
