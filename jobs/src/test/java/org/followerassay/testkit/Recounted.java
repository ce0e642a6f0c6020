package org.followerassay.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.signature.evidence.Recount;
import org.followerassay.table.Tables;

/** What {@code assay recount} says of findings in a test. */
public final class Recounted {
    /** The numbers that the findings' queries do not give, each with its sentence. */
    public static List<String> notGiven(TestInputs inputs, Dataset<Row> findings) {
        Tables.ALL.forEach(table -> inputs.of(table).createOrReplaceTempView(table.name()));
        return findings.select("evidence", "query").collectAsList().stream()
                .flatMap(finding -> missing(findings, finding.getString(0), finding.getString(1)))
                .toList();
    }

    private static Stream<String> missing(Dataset<Row> findings, String sentence, String query) {
        List<Row> rows = findings.sparkSession().sql(query).collectAsList();
        return new Recount(rows).missing(sentence).stream().map(number -> number + " in: " + sentence);
    }

    private Recounted() {}
}
