package org.followerassay.ingest;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.IngestTables.INPUT_FILES;
import static org.followerassay.table.IngestTables.REJECTS;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Draft;
import org.followerassay.flow.Manifest;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.RejectReason;
import org.followerassay.ingest.format.Words;

/** Reads exports into a warehouse: one part of each table per input, and coverage settled over all of them. */
public final class Ingest {
    /** Inputs that are read together: enough that jobs are few, few enough that what they say of themselves is small. */
    private static final int MOST_TOGETHER = 200;

    /** An input of this size is worth jobs of its own. */
    private static final long LARGE = 64L << 20;

    private final Draft draft;
    private final IngestOptions options;
    private final Consumer<String> say;
    private final Ids ids;

    /** Readings in whose place something of earlier was taken out. */
    private final Set<String> replacing = new HashSet<>();

    private Ingest(Draft draft, IngestOptions options, Consumer<String> say) {
        this.draft = draft;
        this.options = options;
        this.say = say;
        this.ids = KeyFile.ids(options, draft.session().sparkContext().hadoopConfiguration());
    }

    /**
     * Reads every input that the warehouse does not hold yet, and says in one line each how it was read.
     *
     * <p>An input with the same content and options is kept. One with the same path but other content replaces the earlier
     * one, and so does a platform's export of the same account at the same time. In a folder or an archive of several
     * exports, one that can't be read is reported and left out, unless it replaces one that could: then nothing is changed.
     *
     * @throws AssayException if nothing can be read, if an input that was named itself or that replaces one can't, or if a record
     *     is not accounted for
     */
    public static void into(Draft draft, IngestOptions options, Consumer<String> say) {
        new Ingest(draft, options, say).run();
    }

    /** The formats that can be read, in the order in which they are tried. */
    public static List<ExportFormat> formats() {
        return Formats.ALL;
    }

    /** The same formats as they are shown to people. */
    public static List<FormatFamily> families() {
        return Formats.FAMILIES;
    }

    private void run() {
        Inbox inbox = Inbox.of(options, ids, draft.session().sparkContext().hadoopConfiguration());
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (Export export : inbox.exports()) {
            Reading reading = Reading.of(export, options, ids);
            Reading same = readings.putIfAbsent(reading.key(), reading);
            if (same != null && !same.name().equals(reading.name())) {
                say.accept(reading.name() + ": the same as " + same.name() + ", read once");
            }
        }
        Namesakes.refuse(readings.values());
        withdrawReplaced(readings);
        List<Inbox.Unread> unread = new ArrayList<>(inbox.unread());
        for (List<Reading> together : batches(unknown(readings))) {
            unread.addAll(read(together, readings.size() + unread.size()));
        }
        boolean nothingStands = unread.size() == inbox.unread().size() + readings.size();
        if (nothingStands) {
            throw unread.get(0).why();
        }
        report(unread);
        Coverage.settle(draft);
    }

    private List<Reading> unknown(Map<String, Reading> readings) {
        Map<String, Manifest.Input> known = new HashMap<>();
        draft.ingested().forEach(input -> known.put(input.key(), input));
        List<Reading> unknown = new ArrayList<>();
        readings.forEach((key, reading) -> {
            if (known.containsKey(key)) {
                say.accept(
                        reading.name() + ": unchanged, kept (" + known.get(key).readAs() + ")");
            } else {
                unknown.add(reading);
            }
        });
        return unknown;
    }

    private List<List<Reading>> batches(List<Reading> readings) {
        List<List<Reading>> batches = new ArrayList<>();
        List<Reading> together = new ArrayList<>();
        for (Reading reading : readings) {
            if (reading.bytes() >= LARGE || PlainWay.fits(reading, ids, draft.session())) {
                batches.add(List.of(reading));
            } else {
                together.add(reading);
                if (together.size() == MOST_TOGETHER) {
                    batches.add(List.copyOf(together));
                    together.clear();
                }
            }
        }
        if (!together.isEmpty()) {
            batches.add(together);
        }
        return batches;
    }

    /** Takes out what an input of the same path or subject left earlier, with all inputs that share rows with it. */
    private void withdrawReplaced(Map<String, Reading> readings) {
        Set<String> paths = new HashSet<>();
        Map<String, String> subjects = new HashMap<>();
        readings.values().forEach(reading -> {
            paths.add(reading.name());
            reading.subject().ifPresent(subject -> subjects.put(subject, reading.name()));
        });
        Set<String> outdated = new HashSet<>();
        for (Manifest.Input earlier : draft.ingested()) {
            String replacedBy = earlier.subject() == null ? null : subjects.get(earlier.subject());
            boolean replaced = paths.contains(earlier.path()) || replacedBy != null;
            if (replaced && !readings.containsKey(earlier.key())) {
                outdated.addAll(Links.of(draft, earlier.key()));
                if (replacedBy != null && !replacedBy.equals(earlier.path())) {
                    say.accept(
                            replacedBy + ": replaces " + earlier.path() + ", an export of the same account and time");
                }
            }
        }
        for (Manifest.Input earlier : draft.ingested()) {
            if (outdated.contains(earlier.key())) {
                boolean isReadAgain = paths.contains(earlier.path())
                        || readings.containsKey(earlier.key())
                        || (earlier.subject() != null && subjects.containsKey(earlier.subject()));
                if (!isReadAgain) {
                    throw AssayException.badInput("an input was changed since it was read, and " + earlier.path()
                            + " holds some of the same ties or accounts: name it after --input, too");
                }
                replacing.add(earlier.path());
                if (earlier.subject() != null && subjects.containsKey(earlier.subject())) {
                    replacing.add(subjects.get(earlier.subject()));
                }
                draft.withdraw(earlier);
            }
        }
    }

    private List<Inbox.Unread> read(List<Reading> readings, int all) {
        Instant start = Instant.now();
        Way way = isPlain(readings)
                ? new PlainWay(draft, options, readings.get(0), ids)
                : Batch.of(draft, options, readings, ids);
        try {
            List<Inbox.Unread> unread = new ArrayList<>();
            SortedMap<Integer, Reading> standing = new TreeMap<>();
            Map<Integer, AssayException> unusable = way.unusable();
            for (int source = 0; source < readings.size(); source++) {
                AssayException why = unusable.get(source);
                Reading reading = readings.get(source);
                if (why == null) {
                    standing.put(source, reading);
                } else if (replacing.contains(reading.name())) {
                    throw AssayException.badInput(
                            why.getMessage()
                                    + "; an earlier one of it was read, whose rows would be lost: nothing was changed."
                                    + " Mend it, put the earlier one back, or leave it out of --input",
                            why);
                } else if (options.strict() || all == 1 || options.inputs().contains(reading.name())) {
                    throw why;
                } else {
                    unread.add(new Inbox.Unread(reading.name(), why));
                }
            }
            if (!standing.isEmpty()) {
                Batch.Found found = way.write(new TreeSet<>(standing.keySet()));
                way.writeNames(standing);
                double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
                record(standing, found, way, seconds);
            }
            return unread;
        } finally {
            way.release();
        }
    }

    private boolean isPlain(List<Reading> readings) {
        Reading only = readings.get(0);
        if (readings.size() > 1 || !PlainWay.fits(only, ids, draft.session())) {
            return false;
        }
        Column snapshot = timestamp_micros(lit(only.snapshot().orElse(0L)));
        return !new OtherInputs(draft, snapshot, snapshot).holdTies();
    }

    private void record(SortedMap<Integer, Reading> standing, Batch.Found found, Way way, double seconds) {
        long rows = 0;
        Map<Integer, InputReport.Extent> extents = way.extents();
        Map<Integer, String> firstTies = way.firstTies();
        for (Map.Entry<Integer, Reading> entry : standing.entrySet()) {
            int source = entry.getKey();
            Reading reading = entry.getValue();
            InputReport.Extent extent = extents.getOrDefault(source, new InputReport.Extent(0, 0));
            InputReport report =
                    new InputReport(reading, source, found, Optional.ofNullable(firstTies.get(source)), extent);
            draft.writeFew(
                    INPUT_FILES,
                    reading.key(),
                    Links.partKey(reading.key(), found.links().of(source)),
                    report.fileRows());
            rows += found.tally().counted(source, Judgement.ACCEPTED);
            draft.ingested(new Manifest.Input(
                    reading.name(),
                    reading.key(),
                    reading.sha256(),
                    reading.bytes(),
                    reading.export().format().name(),
                    report.readAs(),
                    draft.id(),
                    reading.subject().orElse(null)));
            say.accept(report.line());
        }
        String what = standing.size() == 1
                ? standing.values().iterator().next().name()
                : Words.count(standing.size(), "input");
        draft.record(new Manifest.Step("ingest " + what, FOLLOWS.name(), rows, seconds, false));
    }

    /** Says what was not read, and keeps it among the rejects of this run. */
    private void report(List<Inbox.Unread> unread) {
        draft.drop(REJECTS, "not read");
        if (unread.isEmpty()) {
            return;
        }
        List<Row> rows = new ArrayList<>();
        for (Inbox.Unread one : unread) {
            say.accept("NOT READ: " + one.why().getMessage());
            rows.add(RowFactory.create(
                    one.name(), 0L, RejectReason.NOT_READ.code(), one.why().getMessage(), ""));
        }
        draft.write(REJECTS, "not read", "not read", draft.session().createDataFrame(rows, REJECTS.schema()));
        say.accept(Words.count(unread.size(), "input was", "inputs were")
                + " not read; --strict makes that an error; see also the table rejects");
    }
}
