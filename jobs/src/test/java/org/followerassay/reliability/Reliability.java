package org.followerassay.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.followerassay.cli.HeldSession;

/** The command behind {@code scripts/reliability}, which names the project's folder and the commit. */
public final class Reliability {
    private static final long SEED = 20_261_129;

    /** The first of the honest platforms that nobody has looked at one by one. */
    private static final long UNSEEN = 20_261_200;

    /** The kinds of fault that there are, as docs/reliability.md tells them. */
    enum Kind {
        R1("an operation on files fails, in three ways"),
        R2("the driver is killed (`kill -9`)"),
        R3("executors of a cluster are killed"),
        R4("two processes publish at once"),
        R5("lists are cut, flipped, shuffled and filled with words"),
        R6("bits of published files turn over, files are lost or cut"),
        R7("other partitions, plans, time zones and orders of the input"),
        R9("exports are cut, empty or late, and people really leave"),
        R10("a heap of 512 MB and a celebrity"),
        R11("ids, names and the key are looked for in all that a run leaves"),
        R12("counts of few are worked out from what an edition publishes"),
        R13("honest accounts are taken for buyers"),
        R14("intervals are too narrow, or too wide"),
        R16("the code itself is changed a little: does a test fail?");

        private final String what;

        Kind(String what) {
            this.what = what;
        }

        String what() {
            return what;
        }
    }

    private final Path project = Path.of(System.getProperty("reliability.project"));
    private final Path results = project.resolve("docs/bench/reliability.jsonl");
    private final boolean quick;

    private Reliability(boolean quick) {
        this.quick = quick;
    }

    public static void main(String[] args) throws Exception {
        List<String> wanted = new ArrayList<>(Arrays.asList(args));
        Reliability run = new Reliability(wanted.remove("--quick") || wanted.contains("quick"));
        if (wanted.remove("table")) {
            run.table(wanted);
            return;
        }
        List<Kind> kinds = wanted.isEmpty() || wanted.contains("all") || wanted.contains("quick")
                ? List.of(Kind.values())
                : wanted.stream().map(Reliability::kind).toList();
        System.exit(run.attempt(kinds) ? 0 : 1);
    }

    private static Kind kind(String name) {
        try {
            return Kind.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("there is no fault '" + name + "': name some of "
                    + Arrays.toString(Kind.values()) + ", all, quick or table");
        }
    }

    private void table(List<String> options) throws IOException {
        String table = new FigureTable(Figure.all(results)).text();
        if (options.isEmpty()) {
            System.out.print(table);
            return;
        }
        Path page = Path.of(options.get(options.indexOf("--write") + 1));
        String text = Files.readString(page);
        Files.writeString(
                page,
                text.replaceAll(
                        "(?s)<!-- reliability -->.*<!-- /reliability -->",
                        java.util.regex.Matcher.quoteReplacement(
                                "<!-- reliability -->\n" + table + "<!-- /reliability -->")));
    }

    /** @return true if everything was survived */
    private boolean attempt(List<Kind> kinds) throws Exception {
        boolean allHold = true;
        for (Kind kind : kinds) {
            System.err.println(kind + ": " + kind.what() + " ...");
            Path work = Files.createTempDirectory("assay-" + kind.name().toLowerCase(Locale.ROOT));
            long begun = System.nanoTime();
            try {
                Outcome outcome = outcome(kind, work);
                Figure figure = Figure.of(kind, quick ? "quick" : "long", outcome, (System.nanoTime() - begun) / 1e9);
                figure.append(results);
                outcome.missed().forEach(missed -> System.out.println("MISSED " + kind + " " + missed));
                System.out.printf(
                        Locale.ROOT,
                        "%s: tried %,d, survived %,d; %s; %.0f s%n",
                        kind,
                        figure.tried(),
                        figure.survived(),
                        figure.note(),
                        figure.seconds());
                allHold &= figure.holds();
            } catch (IOException | RuntimeException broken) {
                Path log = work.resolve("log");
                if (Files.exists(log)) {
                    Files.readAllLines(log).forEach(System.err::println);
                }
                throw broken;
            } finally {
                Folders.delete(work);
            }
        }
        return allHold;
    }

    private Outcome outcome(Kind kind, Path work) throws Exception {
        return switch (kind) {
            case R1 -> everyOperation(work);
            case R2 ->
                new KilledDriver(work, start(work))
                        .outcome(world(), quick ? 3 : Integer.getInteger("reliability.kills", 20));
            case R3 ->
                new LostExecutors(project, work, start(work))
                        .outcome(world(), quick ? 2 : Integer.getInteger("reliability.kills", 10));
            case R4 -> TwoPublishers.outcome(work, start(work), quick ? 10 : 50, SEED);
            case R5 -> new ChangedLists(work, session(), SEED).outcome(quick ? 220 : 2_100, quick ? 20 : 100);
            case R6 -> new DamagedFiles(work, session(), SEED).outcome(world(), quick ? 60 : 300, quick ? 5 : 1_000);
            case R7 ->
                new SameAgain(work, quick ? "ingest" : "run", session())
                        .outcome(world(), quick ? 4 : Integer.getInteger("reliability.settings", 8));
            case R9 -> TruncatedLists.outcome(session());
            case R10 -> SmallHeap.outcome(work, start(work), quick ? 1_000_000 : 30_000_000);
            case R11 -> new Canaries(work, start(work)).outcome();
            case R12 -> SmallCells.outcome(quick);
            case R13 ->
                quick
                        ? new FalseAlarms(work, start(work)).outcome(UNSEEN, 1, 8_000)
                        : new FalseAlarms(work, start(work))
                                .outcome(UNSEEN, Integer.getInteger("reliability.platforms", 2), 40_000);
            case R14 -> HonestIntervals.outcome(quick ? 2_000 : 20_000);
            case R16 -> new ChangedCode(project, work).outcome(!quick);
        };
    }

    private Outcome everyOperation(Path work) throws IOException {
        String command = System.getProperty("reliability.command", "publish");
        int most = quick ? 30 : Integer.getInteger("reliability.most", 100_000);
        return command.equals("publish")
                ? EveryOperation.ofPublishing(work, session()).outcome(most)
                : EveryOperation.ofCommand(work, command, world(), session()).outcome(most);
    }

    private static SmallWorld world() {
        return new SmallWorld(24, 600);
    }

    private static SparkSession session() {
        return HeldSession.open();
    }

    private JavaProcess.Start start(Path work) {
        return new JavaProcess.Start(project, List.of("-Xmx1g"), work.resolve("log"));
    }
}
