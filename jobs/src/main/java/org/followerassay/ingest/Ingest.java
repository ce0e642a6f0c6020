package org.followerassay.ingest;

import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.INPUT_FILES;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Draft;
import org.followerassay.flow.Hashes;
import org.followerassay.flow.Manifest;
import org.followerassay.ingest.format.Ids;

/** Reads exports into a warehouse: one part of each table per input, and coverage settled over all of them. */
public final class Ingest {
    /** Raised when the same input would be read into other rows than before. */
    private static final int READER = 1;

    private final Draft draft;
    private final IngestOptions options;
    private final Consumer<String> say;
    private final Ids ids;

    private Ingest(Draft draft, IngestOptions options, Consumer<String> say) {
        this.draft = draft;
        this.options = options;
        this.say = say;
        this.ids = KeyFile.ids(options, hadoop());
    }

    /**
     * Reads every input that the warehouse does not hold yet, and says in one line each how it was read.
     *
     * <p>An input with the same content and options is kept. One with the same path but other content replaces the earlier
     * one.
     *
     * @throws AssayException if an input can't be read, or a line of it is not accounted for
     */
    public static void into(Draft draft, IngestOptions options, Consumer<String> say) {
        new Ingest(draft, options, say).run();
    }

    /** The formats that can be read, in the order in which they are tried. */
    public static List<ExportFormat> formats() {
        return ExportFormat.ALL;
    }

    private Configuration hadoop() {
        return draft.session().sparkContext().hadoopConfiguration();
    }

    private void run() {
        Map<String, Reading> readings = new LinkedHashMap<>();
        Inspection inspection = new Inspection(draft.session(), options, ids);
        for (String input : options.inputs()) {
            for (FoundInput found : FoundInput.at(input, hadoop())) {
                Reading reading = inspection.of(found);
                Reading same = readings.putIfAbsent(keyOf(reading), reading);
                if (same != null
                        && !same.source().name().equals(reading.source().name())) {
                    say.accept(reading.source().name() + ": the same as "
                            + same.source().name() + ", read once");
                }
            }
        }
        withdrawReplaced(readings);
        readings.forEach(this::read);
        Coverage.settle(draft);
    }

    private String keyOf(Reading reading) {
        Source source = reading.source();
        return Hashes.of(
                READER,
                source.sha256(),
                source.format(),
                source.snapshot(),
                reading.plan(),
                options.identities(),
                options.strict(),
                ids.fingerprint());
    }

    /** Takes out what an input of the same path left earlier, with all inputs that share rows with it. */
    private void withdrawReplaced(Map<String, Reading> readings) {
        Set<String> paths = new HashSet<>();
        readings.values().forEach(reading -> paths.add(reading.source().name()));
        Set<String> outdated = new HashSet<>();
        for (Manifest.Input earlier : draft.ingested()) {
            if (paths.contains(earlier.path()) && !readings.containsKey(earlier.key())) {
                outdated.addAll(Links.of(draft, earlier.key()));
            }
        }
        for (Manifest.Input earlier : draft.ingested()) {
            if (outdated.contains(earlier.key())) {
                if (!paths.contains(earlier.path()) && !readings.containsKey(earlier.key())) {
                    throw AssayException.badInput("an input was changed since it was read, and " + earlier.path()
                            + " holds some of the same ties or accounts: name it after --input, too");
                }
                draft.withdraw(earlier);
            }
        }
    }

    private void read(String key, Reading reading) {
        Source source = reading.source();
        Optional<Manifest.Input> known = draft.ingested().stream()
                .filter(earlier -> earlier.key().equals(key))
                .findFirst();
        if (known.isPresent()) {
            say.accept(source.name() + ": unchanged, kept (" + known.get().readAs() + ")");
            return;
        }
        Instant start = Instant.now();
        InputRun run = new InputRun(draft, options, reading, key);
        try {
            InputReport report = run.run();
            report.write(draft, key);
            draft.ingested(new Manifest.Input(
                    source.name(),
                    key,
                    source.sha256(),
                    source.bytes(),
                    source.format().name(),
                    report.readAs(),
                    draft.id()));
            double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
            draft.record(new Manifest.Step(
                    "ingest " + source.name(),
                    mainTable(reading),
                    report.tally().counted(Judgement.ACCEPTED),
                    seconds,
                    false));
            say.accept(report.line());
        } finally {
            run.release();
        }
    }

    private static String mainTable(Reading reading) {
        return switch (reading.layout().shape()) {
            case TIES, PAIRS, LIST -> FOLLOWS.name();
            case ACCOUNTS -> ACCOUNTS.name();
            default -> INPUT_FILES.name();
        };
    }
}
