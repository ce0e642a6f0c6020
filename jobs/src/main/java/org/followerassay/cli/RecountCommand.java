package org.followerassay.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.table.SignatureTables.FINDINGS;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Inputs;
import org.followerassay.signature.evidence.Recount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether the queries of findings give the numbers of their sentences. */
@Command(
        name = "recount",
        description =
                "Run the queries of findings again, and look for every number of their sentences in what they give; exit code 4"
                        + " if one is missing.",
        footer = {"", "Example:", "  assay recount --warehouse warehouse --each 20"})
final class RecountCommand extends AssayCommand {
    /** Rows of a query that are looked at; a finding's query gives tens. */
    private static final int MOST_ROWS = 10_000;

    @Mixin
    private WarehouseOption warehouse;

    @Option(
            names = "--each",
            paramLabel = "N",
            defaultValue = "5",
            description =
                    "findings of each signature and tier, those with the highest scores (default: ${DEFAULT-VALUE})")
    private int each;

    @Override
    public Integer call() {
        if (each < 1) {
            throw AssayException.usage("--each " + each + ": must be 1 or more");
        }
        try (OpenSession open = session()) {
            SparkSession session = open.session();
            Inputs tables = warehouse.views(session);
            Map<String, Integer> looked = new TreeMap<>();
            int numbers = 0;
            int lacking = 0;
            for (Row finding : findings(tables)) {
                String sentence = finding.getAs("evidence");
                List<String> missing = new Recount(rows(session, finding.getAs("query"))).missing(sentence);
                looked.merge(finding.getAs("signature"), 1, Integer::sum);
                numbers += Recount.numbers(sentence).size();
                lacking += missing.size();
                if (!missing.isEmpty()) {
                    out().println("NOT GIVEN: " + String.join(", ", missing));
                    out().println("  in:    " + finding.getAs("signature") + " of " + finding.getAs("account") + ": "
                            + sentence);
                    out().println("  query: " + finding.getAs("query"));
                }
            }
            looked.forEach((signature, findings) -> out().println(signature + ": " + findings));
            out().println((numbers - lacking) + " of " + numbers + " numbers are given by their queries");
            out().flush();
            if (lacking > 0) {
                throw AssayException.gateFailed((lacking == 1 ? "1 number" : lacking + " numbers")
                        + " of findings not given by the query beside it");
            }
            return 0;
        }
    }

    /** None if the query fails: then it gives nothing of what is said. */
    private List<Row> rows(SparkSession session, String query) {
        try {
            return session.sql(query).limit(MOST_ROWS).collectAsList();
        } catch (Exception fails) {
            out().println("FAILS: "
                    + String.valueOf(fails.getMessage()).lines().findFirst().orElse(""));
            return List.of();
        }
    }

    private List<Row> findings(Inputs tables) {
        WindowSpec clearest =
                Window.partitionBy("signature", "tier").orderBy(col("score").desc(), col("account"));
        return tables.of(FINDINGS)
                .withColumn("place", row_number().over(clearest))
                .where(col("place").leq(each))
                .orderBy(
                        col("signature"), when(col("tier").equalTo("strong"), 0).otherwise(1), col("place"))
                .select("signature", "account", "evidence", "query")
                .limit(MOST_ROWS)
                .collectAsList();
    }
}
