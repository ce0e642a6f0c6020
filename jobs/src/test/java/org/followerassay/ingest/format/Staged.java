package org.followerassay.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.followerassay.flow.AssayException;

/**
 * What a format makes of an export, without Spark: the rows as they would be staged, to be compared with a table drawn in
 * the test. Also checks what every reader must keep to: one verdict a record, and only columns that it lists.
 */
public final class Staged {
    private static final Configuration HADOOP = new Configuration();

    private final Export export;
    private final StagedColumns columns;
    private final List<Object[]> rows = new ArrayList<>();
    private final Map<Integer, Long> records = new LinkedHashMap<>();
    private final List<String> damage = new ArrayList<>();

    private Staged(Export export) {
        this.export = export;
        Set<String> filled = new TreeSet<>();
        export.parts().forEach(part -> filled.addAll(part.reader().columns()));
        this.columns = StagedColumns.with(filled);
    }

    /** Reads an export as the program would, with nothing said by the user. */
    public static Staged of(ExportFormat format, java.nio.file.Path path) {
        return of(format, path, asked());
    }

    public static Staged of(ExportFormat format, java.nio.file.Path path, Asked asked) {
        Export export = recognise(format, path, asked)
                .orElseThrow(() -> new AssertionError(format.name() + " does not recognise " + path));
        Staged staged = new Staged(export);
        for (int unit = 0; unit < export.parts().size(); unit++) {
            staged.read(unit, export.parts().get(unit), asked.ids());
        }
        return staged;
    }

    public static Optional<Export> recognise(ExportFormat format, java.nio.file.Path path, Asked asked) {
        try {
            return format.recognise(place(path), asked);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    public static Place place(java.nio.file.Path path) throws IOException {
        Place place = Place.at(new Path(path.toUri()), path.getFileName().toString(), Limits.defaults(), HADOOP);
        return path.toString().endsWith(".zip") ? place.unzipped(Limits.defaults(), HADOOP) : place;
    }

    /** Nothing said by the user, and no key. */
    public static Asked asked() {
        return new Asked(false, Optional.empty(), Optional.empty(), false, Optional.empty(), Map.of(), Ids.open());
    }

    public static Asked asked(String account, String direction, Instant snapshot) {
        return new Asked(
                true,
                Optional.ofNullable(account),
                Optional.ofNullable(direction),
                false,
                Optional.ofNullable(snapshot),
                Map.of(),
                Ids.open());
    }

    private void read(int unit, Part part, Ids ids) {
        RowSink sink =
                new RowSink(columns, ids, export.platform(), export.owner().orElse(null), unit);
        String why = null;
        long begun = 0;
        try (InputStream in = part.entry().open();
                RowReader.Records records = part.reader().open(in, sink)) {
            while (records.next()) {
                begun++;
                take(sink);
            }
            take(sink);
        } catch (IOException damaged) {
            why = String.valueOf(damaged.getMessage());
            damage.add(part.entry().path() + ": " + why);
        }
        assertEquals(begun, sink.end(why)[1], "records begun and records counted");
        records.put(unit, begun);
        long judged = rows.stream()
                .filter(row -> row[0].equals(unit) && row[3].equals(false))
                .count();
        assertEquals(begun, judged, "every record has one verdict");
    }

    private void take(RowSink sink) {
        for (Object[] row = sink.poll(); row != null; row = sink.poll()) {
            rows.add(row);
        }
    }

    public Export export() {
        return export;
    }

    /** Why files could not be read to their end; empty if all were. */
    public List<String> damage() {
        return damage;
    }

    public long records(int unit) {
        return records.get(unit);
    }

    public long counted(int unit, String outcome) {
        return rows.stream()
                .filter(row -> row[0].equals(unit) && row[2].equals(outcome) && row[3].equals(false))
                .count();
    }

    /** How many records had this outcome, such as {@link RowSink#HEADER}. */
    public long counted(String outcome) {
        return rows.stream()
                .filter(row -> row[2].equals(outcome) && row[3].equals(false))
                .count();
    }

    /**
     * Rows as a text table: only the columns that {@code expected} names in its first line; accounts by the names that the
     * export gives them, or by their ids; times as text. Cells are parted by two blanks or more, - stands for nothing.
     *
     * @param kind "tie", "event", "profile", "interaction", "list", "count"; "rejected" for the rejects
     */
    public void assertRows(String kind, String expected) {
        List<String> lines = expected.lines().filter(line -> !line.isBlank()).toList();
        List<String> wanted = Arrays.asList(lines.get(0).strip().split(" {2,}"));
        List<String> actual = new ArrayList<>();
        actual.add(String.join("  ", wanted));
        for (Object[] row : rows) {
            boolean isWanted = kind.equals("rejected")
                    ? row[2].equals(RowSink.REJECTED)
                    : kind.equals(row[4]) && row[2].equals(RowSink.ROW);
            if (isWanted) {
                actual.add(String.join(
                        "  ", wanted.stream().map(column -> shown(row, column)).toList()));
            }
        }
        List<String> tidy = lines.stream()
                .map(line -> String.join("  ", line.strip().split(" {2,}")))
                .toList();
        assertEquals(String.join("\n", tidy), String.join("\n", actual));
    }

    /**
     * Everything that was understood, as text: what the export says of itself, then a table for each kind of row with the
     * columns that any of them fills, the rejects, and how many records became no row.
     */
    public String report() {
        StringBuilder text = new StringBuilder();
        text.append(export.what())
                .append(", platform ")
                .append(export.platform())
                .append('\n');
        export.owner()
                .ifPresent(owner -> text.append("owner ")
                        .append(owner.name())
                        .append(owner.handle() == null ? "" : ", handle " + owner.handle())
                        .append(owner.createdAt() == null ? "" : ", created " + Times.words(owner.createdAt()))
                        .append(" (")
                        .append(owner.from())
                        .append(")\n"));
        export.snapshot()
                .ifPresent(micros -> text.append("taken ")
                        .append(Times.words(micros))
                        .append(" (")
                        .append(export.snapshotFrom())
                        .append(")\n"));
        new java.util.TreeMap<>(export.stated())
                .forEach((direction, length) -> text.append("states ")
                        .append(length)
                        .append(' ')
                        .append(direction)
                        .append('\n'));
        export.lists()
                .forEach(direction ->
                        text.append("holds a list of ").append(direction).append('\n'));
        export.statedTies()
                .ifPresent(ties -> text.append("states ").append(ties).append(" ties\n"));
        export.statedAccounts()
                .ifPresent(accounts -> text.append("states ").append(accounts).append(" accounts\n"));
        export.partial().ifPresent(why -> text.append("partial: ").append(why).append('\n'));
        text.append(export.isFolloweeFirst() ? "the followee comes first\n" : "");
        text.append(export.isUndirected() ? "ties have no direction\n" : "");
        export.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
        damage.forEach(why -> text.append("damaged: ").append(why).append('\n'));
        for (int unit = 0; unit < export.parts().size(); unit++) {
            Part part = export.parts().get(unit);
            text.append("file ")
                    .append(part.entry().path())
                    .append(": ")
                    .append(records.get(unit))
                    .append(" records")
                    .append(part.list()
                            .map(list -> ", " + list + ", newest first")
                            .orElse(""))
                    .append('\n');
        }
        for (String outcome : List.of(RowSink.HEADER, RowSink.OTHER, RowSink.SELF_TIE)) {
            if (counted(outcome) > 0) {
                text.append(counted(outcome)).append(' ').append(outcome).append('\n');
            }
        }
        for (Kind kind : Kind.values()) {
            table(text, kind.code(), row -> kind.code().equals(row[4]) && row[2].equals(RowSink.ROW));
        }
        table(text, RowSink.REJECTED, row -> row[2].equals(RowSink.REJECTED));
        return text.toString();
    }

    private void table(StringBuilder text, String title, java.util.function.Predicate<Object[]> wanted) {
        List<Object[]> chosen = rows.stream().filter(wanted).toList();
        if (chosen.isEmpty()) {
            return;
        }
        List<String> shown = columns.names().stream()
                .filter(column -> !List.of("unit", "outcome", "kind").contains(column) && !column.endsWith("_text"))
                .filter(column -> !title.equals(RowSink.REJECTED)
                        || List.of("line", "further", "code", "explanation", "text")
                                .contains(column))
                .filter(column -> !column.equals("further") || chosen.stream().anyMatch(row -> row[3].equals(true)))
                .filter(column ->
                        chosen.stream().anyMatch(row -> !shown(row, column).equals("-")))
                .toList();
        List<List<String>> cells = new ArrayList<>();
        cells.add(new ArrayList<>(shown));
        cells.get(0).add(0, "file");
        for (Object[] row : chosen) {
            List<String> line = new ArrayList<>(List.of(shown(row, "file")));
            shown.forEach(column -> line.add(shown(row, column)));
            cells.add(line);
        }
        int[] widths = new int[shown.size() + 1];
        cells.forEach(line -> java.util.stream.IntStream.range(0, widths.length)
                .forEach(i -> widths[i] = Math.max(widths[i], line.get(i).length())));
        text.append('\n').append(title).append('\n');
        for (List<String> line : cells) {
            StringBuilder one = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                one.append(line.get(i))
                        .append(" ".repeat(widths[i] - line.get(i).length() + 2));
            }
            text.append(one.toString().stripTrailing()).append('\n');
        }
    }

    private String shown(Object[] row, String column) {
        String text = StagedColumns.textOf(column);
        Object value = columns.has(text) && row[columns.place(text)] != null
                ? row[columns.place(text)]
                : column.equals("file")
                        ? export.parts().get((Integer) row[0]).entry().path()
                        : row[columns.place(column)];
        boolean isTime = column.endsWith("_at")
                || List.of("earliest", "latest", "snapshot", "period").contains(column);
        if (value instanceof Long account
                && export.owner().filter(owner -> owner.account() == account).isPresent()
                && Arrays.stream(Kind.values()).anyMatch(kind -> kind.accounts().contains(column))) {
            return "OWNER";
        }
        return value == null ? "-" : isTime ? Times.words((Long) value) : value.toString();
    }

    /** The sentence with which a place is refused. */
    public static String refusal(ExportFormat format, java.nio.file.Path path) {
        try {
            recognise(format, path, asked());
        } catch (AssayException refused) {
            return refused.getMessage();
        }
        throw new AssertionError(path + " was not refused");
    }
}
