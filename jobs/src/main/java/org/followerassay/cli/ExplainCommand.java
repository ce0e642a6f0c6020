package org.followerassay.cli;

import static org.apache.spark.sql.functions.col;
import static org.followerassay.table.EstimateTables.ARRIVAL_ESTIMATES;
import static org.followerassay.table.LotLinkTables.LOT_LINKS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.LOTS;
import static org.followerassay.table.SignatureTables.SIGNATURE_RUNS;
import static org.followerassay.table.TrustTables.COLLUSION;

import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
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
    /** Lots that fit a screen; the query shows the rest. */
    private static final int MOST_LOTS = 40;

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
            tables.of(ARRIVAL_ESTIMATES)
                    .where(col("account").equalTo(id))
                    .orderBy("snapshot")
                    .limit(1)
                    .collectAsList()
                    .forEach(this::printEstimate);
            findings.forEach(this::print);
            printLots(tables, id);
            printLinks(tables, id);
            tables.of(COLLUSION)
                    .where(col("account").equalTo(id))
                    .limit(1)
                    .collectAsList()
                    .forEach(this::printCollusion);
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

    private void printEstimate(Row estimate) {
        long listed = estimate.getAs("listed");
        if (!estimate.<Boolean>getAs("enough_data")) {
            out().println("Not enough data for an estimate: " + listed + " followers listed.");
            return;
        }
        out().println(String.format(
                Locale.ROOT,
                "Of %,d followers listed, %.1f to %.1f %% arrived in a way that looks bought; evidence: %s.",
                listed,
                100 * estimate.<Double>getAs("share_low"),
                100 * estimate.<Double>getAs("share_high"),
                estimate.<String>getAs("tier")));
        Double placebo = estimate.getAs("placebo_share");
        Double discovery = estimate.getAs("q_value");
        if (placebo != null) {
            out().println(String.format(
                    Locale.ROOT,
                    "  The same signatures name at most %.3f %% of the ties in data in which nothing was bought.",
                    100 * placebo));
        }
        if (discovery != null) {
            out().println(String.format(
                    Locale.ROOT, "  Expected share of accounts named so surely by chance: at most %.2g.", discovery));
        }
        again("select * from arrival_estimates where account = " + estimate.getAs("account"));
    }

    private void printLots(Inputs tables, long id) {
        List<Row> lots = tables.of(LOTS)
                .where(col("account").equalTo(id))
                .orderBy("lot")
                .limit(MOST_LOTS)
                .collectAsList();
        if (lots.isEmpty()) {
            return;
        }
        out().println();
        out().println("Lots, oldest first (position 0 is the oldest follower):");
        out().println(String.format(
                Locale.ROOT,
                "  %4s %9s %10s %8s  %-19s  %-23s  %-23s",
                "lot",
                "followers",
                "expected",
                "package",
                "positions",
                "created",
                "arrived"));
        for (Row lot : lots) {
            out().println(String.format(
                    Locale.ROOT,
                    "  %,4d %,9d %,10.1f %8s  %-19s  %-23s  %-23s",
                    lot.<Long>getAs("lot"),
                    lot.<Long>getAs("followers"),
                    lot.<Double>getAs("expected"),
                    packageOf(lot),
                    String.format(
                            Locale.ROOT, "%,d-%,d", lot.<Long>getAs("position_from"), lot.<Long>getAs("position_to")),
                    lot.getAs("created_from") + " " + lot.getAs("created_to"),
                    day(lot, "arrived_after") + " " + day(lot, "arrived_before")));
        }
        out().println(String.format(
                Locale.ROOT,
                "  At published prices these lots would cost %,.0f to %,.0f dollars.",
                lots.stream().mapToDouble(lot -> lot.<Double>getAs("price_low")).sum(),
                lots.stream()
                        .mapToDouble(lot -> lot.<Double>getAs("price_high"))
                        .sum()));
        again("select * from lots where account = " + id + " order by lot");
    }

    /** The package's size, with a mark of how far the lot is from it. */
    private static String packageOf(Row lot) {
        Long size = lot.getAs("package_size");
        return size == null ? "-" : String.format(Locale.ROOT, "≈%,d", size);
    }

    /** Where the same lot is. */
    private void printLinks(Inputs tables, long id) {
        List<Row> links = tables.of(LOT_LINKS)
                .where(col("account").equalTo(id).or(col("other_account").equalTo(id)))
                .orderBy("account", "lot", "other_account", "other_lot")
                .limit(MOST_LOTS)
                .collectAsList();
        if (links.isEmpty()) {
            return;
        }
        out().println();
        out().println("The same lot at other accounts:");
        for (Row link : links) {
            boolean first = link.<Long>getAs("account") == id;
            Long vendor = link.getAs("vendor");
            Double window = link.getAs("window_share");
            out().println(String.format(
                    Locale.ROOT,
                    "  lot %d is lot %d of account %d by %s: %,d shared followers%s%s",
                    link.<Long>getAs(first ? "lot" : "other_lot"),
                    link.<Long>getAs(first ? "other_lot" : "lot"),
                    link.<Long>getAs(first ? "other_account" : "account"),
                    link.getAs("link"),
                    link.<Long>getAs("shared_followers"),
                    window == null ? "" : String.format(Locale.ROOT, ", %.0f %% of the days of creation", 100 * window),
                    vendor == null ? "" : ", vendor " + vendor));
        }
        again("select * from lot_links where account = " + id + " or other_account = " + id);
    }

    /** Beside the findings, since whom one follows is no finding. */
    private void printCollusion(Row collusion) {
        out().println();
        out().println(String.format(
                Locale.ROOT,
                "By link, which proves nothing: collusion %.2f; it follows %,d accounts that strong findings rest on.",
                collusion.<Double>getAs("collusion"),
                collusion.<Long>getAs("seeds_followed")));
        again("select * from collusion where account = " + collusion.getAs("account"));
    }

    private static String day(Row row, String column) {
        return row.<Timestamp>getAs(column).toInstant().toString().substring(0, 10);
    }

    private void again(String query) {
        out().println("  Again:    assay sql --warehouse " + warehouse.uri() + " \"" + query + "\"");
    }

    private void print(Row finding) {
        String signature = finding.getAs("signature");
        out().println();
        out().println(signature + " (" + finding.getAs("axis") + "), evidence " + finding.getAs("tier"));
        out().println("  " + finding.getAs("evidence"));
        again(finding.getAs("query"));
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
