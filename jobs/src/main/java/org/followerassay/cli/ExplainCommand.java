package org.followerassay.cli;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.SIGNATURE_RUNS;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.Inputs;
import org.followerassay.flow.Warehouse;
import org.followerassay.signature.SignatureOptions;
import org.followerassay.signature.SignatureSteps;
import org.followerassay.signature.evidence.About;
import org.followerassay.signature.evidence.Signature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The evidence about one account, and what it can be mistaken for. */
@Command(
        name = "explain",
        description =
                "Print the findings about an account: the evidence, the query that regenerates it, and what looks the"
                        + " same and is innocent.",
        footer = {"", "Example:", "  assay explain @ann_example --warehouse warehouse"})
final class ExplainCommand extends AssayCommand {
    @Parameters(paramLabel = "ACCOUNT", description = "id or handle")
    private String account;

    @Mixin
    private WarehouseOption warehouse;

    @Override
    public Integer call() {
        try (OpenSession open = session()) {
            SparkSession session = open.session();
            Warehouse published = warehouse.open(session);
            Inputs tables = published.tables(session, published.published());
            long id = Accounts.idOf(account, tables);
            List<Row> findings = tables.of(FINDINGS)
                    .where(col("account").equalTo(id))
                    .orderBy("axis", "signature", "snapshot")
                    .limit(100)
                    .collectAsList();
            out().println(
                            findings.isEmpty()
                                    ? "No finding about account " + id + "."
                                    : findings.size() + (findings.size() == 1 ? " finding" : " findings")
                                            + " about account " + id + ".");
            findings.forEach(this::print);
            out().println();
            out().println(
                            "A finding is evidence about followers or follows, not a verdict on an account: anybody can buy"
                                    + " followers for somebody else.");
            tables.of(SIGNATURE_RUNS)
                    .where(col("ran").notEqual("yes"))
                    .orderBy("signature")
                    .limit(100)
                    .collectAsList()
                    .forEach(run -> out().println("Not" + ("no".equals(run.getAs("ran")) ? "" : " fully") + " run: "
                            + run.getAs("signature") + " (" + run.getAs("reason") + ")"));
            out().flush();
            return 0;
        }
    }

    private void print(Row finding) {
        String signature = finding.getAs("signature");
        out().println();
        out().println(signature + " (" + finding.getAs("axis") + "), evidence " + finding.getAs("tier"));
        out().println("  " + finding.getAs("evidence"));
        out().println("  Again:    assay sql --warehouse " + warehouse.uri() + " \"" + finding.getAs("query") + "\"");
        SignatureSteps.signatures(SignatureOptions.defaults()).stream()
                .filter(known -> known.signature().equals(signature))
                .map(Signature::about)
                .forEach(this::print);
    }

    private void print(About about) {
        out().println("  Innocent: " + about.lookAlike());
        out().println("  Limits:   " + about.limits());
        out().println("  Source:   " + about.source());
    }
}
