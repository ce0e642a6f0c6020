package org.followerassay.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.followerassay.bench.ProfileBench.Choice;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class ProfileBenchTest {
    @TempDir
    Path folder;

    @Test
    void eachRuleIsCountedOnTheProfilesThatTellIt(SparkSession session) throws IOException {
        List<Choice> choices = ProfileBench.choices(profiles(session, """
                account,bought,posts,followers,followees,created_at,observed_at,default_picture,bio_length
                1,1,0,3,400,Sat Jun 23 15:32:52 +0000 2012,2015-02-14 10:40:01,1,0
                2,1,90,30,40,Sat Jun 23 15:32:52 +0000 2012,2015-02-14 10:40:01,0,12
                3,0,0,30,40,Sat Jun 23 15:32:52 +0000 2012,2015-02-14 10:40:01,0,12
                4,0,90,30,40,Sat Jun 23 15:32:52 +0000 2012,2015-02-14 10:40:01,0,12
                5,0,90,30,40,Sat Jun 23 15:32:52 +0000 2012,2015-02-14 10:40:01,,12
                """));

        assertEquals(new Choice("trait never_posted", 1, 2, 1, 3), named(choices, "trait never_posted"));
        assertEquals(
                new Choice("preset socialbakers: suspicious", 1, 2, 1, 2),
                named(choices, "preset socialbakers: suspicious"));
        assertEquals(
                new Choice("preset statuspeople: suspicious", 1, 2, 0, 3),
                named(choices, "preset statuspeople: suspicious"));
        assertTrue(ProfileBench.text(choices).contains("prove little about others"));
    }

    @Test
    void aFileWithoutLabelsIsRefusedWithTheColumnsThatAreNeeded(SparkSession session) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> profiles(session, "account,posts\n1,2\n"));
        assertTrue(refused.getMessage().contains("no column bought; needed are account, bought, posts"));
    }

    private static Choice named(List<Choice> choices, String by) {
        return choices.stream()
                .filter(choice -> choice.by().equals(by))
                .findFirst()
                .orElseThrow();
    }

    private LabelledProfiles profiles(SparkSession session, String text) throws IOException {
        return new LabelledProfiles(
                session, Files.writeString(folder.resolve("labelled.csv"), text).toString());
    }
}
