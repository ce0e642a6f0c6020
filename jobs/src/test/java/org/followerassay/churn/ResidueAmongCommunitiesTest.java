package org.followerassay.churn;

import static org.followerassay.table.ChurnTables.FOLLOW_BACK_RESIDUE;
import static org.followerassay.table.GraphTables.DEGREES;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.testkit.Drawings.DAY_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.churn.ChurnOptions.Residue;
import org.followerassay.graph.Degrees;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.followerassay.testkit.TestInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Accounts that followed hundreds and dropped them, in one snapshot of a platform with topics, some of them close circles. */
@ExtendWith(SparkTest.class)
class ResidueAmongCommunitiesTest {
    private static final int TOPICS = 40;
    private static final int MEMBERS = 100;
    private static final int PEOPLE = TOPICS * MEMBERS;
    private static final int HARVESTERS = 30;
    private static final int CELEBRITIES = 20;

    private final Random random = new Random(11);
    private final Set<Long> ties = new HashSet<>();
    private final List<Row> follows = new ArrayList<>();

    @Test
    void harvestersStandOutInASingleSnapshot(Drawings draw) {
        for (int member = 0; member < PEOPLE; member++) {
            takePart(member);
        }
        for (int number = 0; number < CELEBRITIES; number++) {
            int celebrity = PEOPLE + HARVESTERS + number;
            for (int fans = 100 + random.nextInt(300); fans > 0; fans--) {
                follow(random.nextInt(PEOPLE), celebrity);
            }
        }
        for (int number = 0; number < HARVESTERS; number++) {
            harvest(PEOPLE + number);
        }
        TestInputs inputs = new TestInputs(draw.session()).with(FOLLOWS, draw.rows(FOLLOWS, follows));
        Ledger.after(inputs, new Degrees(), new FollowBackResidue(Residue.defaults()));

        List<Double> harvesters = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (Row audience : inputs.of(FOLLOW_BACK_RESIDUE).collectAsList()) {
            long account = audience.<Long>getAs("account") - 1;
            boolean isHarvester = account >= PEOPLE && account < PEOPLE + HARVESTERS;
            Double residue = audience.getAs("residue");
            (isHarvester ? harvesters : others).add(residue == null ? 0 : residue);
        }
        assertTrue(inputs.of(DEGREES).count() > PEOPLE);
        assertTrue(harvesters.size() >= 0.95 * HARVESTERS, "measured harvesters: " + harvesters.size());
        assertTrue(others.size() > 200, "measured others: " + others.size());
        double auc = auc(harvesters, others);
        assertTrue(auc >= 0.9, "AUC " + auc);
    }

    /** Within a topic most follow the same hubs; how many follow back differs by topic, and every tenth is a close circle. */
    private void takePart(int member) {
        int topic = member / MEMBERS;
        double returned = topic % 10 == 0 ? 0.85 : 0.3 + 0.04 * (topic % 10);
        for (int tie = 15 + random.nextInt(20); tie > 0; tie--) {
            // The square favours members with low numbers, who become hubs.
            double place = random.nextDouble();
            int other = topic * MEMBERS + (int) (MEMBERS * place * place);
            follow(member, other);
            if (random.nextDouble() < (followsBack(other) ? 0.95 : returned)) {
                follow(other, member);
            }
        }
        for (int tie = random.nextInt(6); tie > 0; tie--) {
            int stranger = random.nextInt(PEOPLE);
            follow(member, stranger);
            if (followsBack(stranger)) {
                follow(stranger, member);
            }
        }
    }

    /** Has dropped all but ten of 700 whom it followed; what is left are those who followed back, and some readers. */
    private void harvest(int account) {
        for (int tie = 0; tie < 700; tie++) {
            int other = random.nextInt(PEOPLE);
            if (random.nextDouble() < (followsBack(other) ? 0.9 : 0.03)) {
                follow(other, account);
            }
            if (tie < 10) {
                follow(account, other);
            }
        }
        int topic = random.nextInt(TOPICS);
        for (int readers = 20; readers > 0; readers--) {
            follow(topic * MEMBERS + random.nextInt(MEMBERS), account);
        }
    }

    /** One in eight follows back whoever comes. */
    private static boolean followsBack(int account) {
        return account % 8 == 3;
    }

    private void follow(int follower, int followee) {
        if (follower != followee && ties.add((long) follower << 32 | followee)) {
            follows.add(RowFactory.create(DAY_1, followee + 1L, follower + 1L, null, null));
        }
    }

    private static double auc(List<Double> positive, List<Double> negative) {
        double above = 0;
        for (double one : positive) {
            for (double other : negative) {
                above += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return above / ((double) positive.size() * negative.size());
    }
}
