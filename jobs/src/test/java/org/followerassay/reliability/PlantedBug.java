package org.followerassay.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A mistake as people make it, put into a copy of the code: a test must fail.
 *
 * @param what the mistake in words
 * @param file a class below {@code org.followerassay}
 * @param right a piece of it that stands there once
 * @param wrong what takes its place
 * @param test the class that should notice, below {@code org.followerassay}
 */
record PlantedBug(String what, String file, String right, String wrong, String test) {
    private static final String SOURCES = "jobs/src/main/java/org/followerassay/";

    static final List<PlantedBug> ALL = List.of(
            new PlantedBug(
                    "a list of followers is read as one of followees",
                    "ingest/format/Owner",
                    "direction.equals(FOLLOWERS) ? \"followee\" : \"follower\"",
                    "direction.equals(FOLLOWERS) ? \"follower\" : \"followee\"",
                    "ingest.FormatFixturesTest"),
            new PlantedBug(
                    "the offset of a time is lost",
                    "ingest/format/Times",
                    "micros(OffsetDateTime.parse(iso.replace(\" \", \"\"), OFFSET).toInstant())",
                    "micros(OffsetDateTime.parse(iso.replace(\" \", \"\"), OFFSET).toLocalDateTime().toInstant(ZoneOffset.UTC))",
                    "ingest.series.GhArchiveTest"),
            new PlantedBug(
                    "a tie that is listed twice counts twice",
                    "ingest/SortedTies",
                    "followees[i] == followees[kept - 1] && followers[i] == followers[kept - 1]",
                    "false",
                    "ingest.SortedTiesTest"),
            new PlantedBug(
                    "a place counts the values of its own step twice",
                    "rank/Places",
                    "rowsBetween(Window.unboundedPreceding(), -1)",
                    "rowsBetween(Window.unboundedPreceding(), Window.currentRow())",
                    "rank.QualityRanksTest"),
            new PlantedBug(
                    "audience h is one too much",
                    "rank/AudienceMeasures",
                    "least(col(\"value\"), col(\"reaching\"))",
                    "least(col(\"value\"), col(\"reaching\").plus(1))",
                    "rank.AudienceRankTest"),
            new PlantedBug(
                    "a number of followers that nobody states is 0",
                    "rank/KnownCounts",
                    "col(\"account\"), col(\"followers\"), col(\"followees\")",
                    "col(\"account\"), org.apache.spark.sql.functions.coalesce(col(\"followers\"), lit(0L)).as(\"followers\"),"
                            + " col(\"followees\")",
                    "rank.AudienceRankTest"),
            new PlantedBug(
                    "what a cut list lacks counts as unfollowed",
                    "churn/SnapshotPairs",
                    "good.and(col(\"later.flaw\").isNull()).as(\"usable\")",
                    "lit(true).as(\"usable\")",
                    "churn.SnapshotPairsTest"),
            new PlantedBug(
                    "what chance alone would name is not subtracted",
                    "signature/estimate/ArrivalEstimates",
                    "coalesce(col(\"placebo_share\"), lit(0.0))",
                    "lit(0.0)",
                    "signature.estimate.EstimatesTest"),
            new PlantedBug(
                    "accounts share those whom they follow, not those who follow them",
                    "report/Overlaps",
                    "follows.where(col(\"followee\").isin(ids))",
                    "follows.toDF(java.util.Arrays.stream(follows.columns()).map(name -> name.equals(\"follower\") ?"
                            + " \"followee\" : name.equals(\"followee\") ? \"follower\" : name).toArray(String[]::new))"
                            + ".where(col(\"followee\").isin(ids))",
                    "report.OverlapsTest"),
            new PlantedBug(
                    "a group of just the smallest size is hidden",
                    "report/SmallGroups",
                    "followers < smallest",
                    "followers <= smallest",
                    "report.SmallGroupsTest"));

    String source() {
        return SOURCES + file + ".java";
    }

    String testClass() {
        return "org.followerassay." + test;
    }

    /** The changed source; an error if what is to be changed does not stand there just once, so that nobody counts it. */
    String changed(Path project) throws IOException {
        String text = Files.readString(project.resolve(source()));
        int at = text.indexOf(right);
        if (at < 0 || text.indexOf(right, at + 1) >= 0) {
            throw new IllegalStateException("'" + what + "' can't be planted: " + source() + " holds '" + right + "' "
                    + (at < 0 ? "nowhere" : "more than once") + "; change PlantedBug as that class has changed");
        }
        return text.substring(0, at) + wrong + text.substring(at + right.length());
    }
}
