package org.followerassay.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.Words;

/** What became of each record of each file of a run: the conservation line, which must balance. */
final class Tally {
    static final List<String> VERDICTS = List.of(
            RowSink.HEADER,
            RowSink.OTHER,
            Judgement.ACCEPTED,
            Judgement.REPEATED,
            Judgement.CONFLICTING,
            RowSink.SELF_TIE,
            RowSink.REJECTED);

    private final List<Staging.Piece> units;
    private final Counted counted;
    private final Map<Integer, Map<String, Long>> verdicts = new HashMap<>();

    /** Begins with what was clear without comparing rows. */
    Tally(List<Staging.Piece> units, Counted counted) {
        this.units = units;
        this.counted = counted;
        for (int unit = 0; unit < units.size(); unit++) {
            for (String outcome : List.of(RowSink.HEADER, RowSink.OTHER, RowSink.SELF_TIE, RowSink.REJECTED)) {
                add(unit, outcome, counted.counted(unit, outcome));
            }
        }
    }

    /** Adds verdicts on rows, each with {@code unit}, {@code verdict} and {@code rows}. */
    void add(List<Row> judged) {
        judged.forEach(row -> add(row.getAs("unit"), row.getAs("verdict"), row.<Long>getAs("rows")));
    }

    void add(int unit, String verdict, long rows) {
        verdicts.computeIfAbsent(unit, any -> new HashMap<>()).merge(verdict, rows, Long::sum);
    }

    long records(int source) {
        return ofSource(source, counted::records);
    }

    long counted(int source, String verdict) {
        return ofSource(source, unit -> ofUnit(unit, verdict));
    }

    private long ofUnit(int unit, String verdict) {
        return verdicts.getOrDefault(unit, Map.of()).getOrDefault(verdict, 0L);
    }

    /** Records that are neither header nor comment nor blank, nor of another kind. */
    long rows(int source) {
        return records(source) - counted(source, RowSink.HEADER) - counted(source, RowSink.OTHER);
    }

    private long ofSource(int source, java.util.function.IntToLongFunction ofUnit) {
        long sum = 0;
        for (int unit = 0; unit < units.size(); unit++) {
            sum += units.get(unit).source() == source ? ofUnit.applyAsLong(unit) : 0;
        }
        return sum;
    }

    /** By file of a source: its records, then how many of them got each verdict. */
    Map<String, long[]> files(int source) {
        Map<String, long[]> files = new java.util.LinkedHashMap<>();
        for (int unit = 0; unit < units.size(); unit++) {
            if (units.get(unit).source() == source) {
                long[] sums = files.computeIfAbsent(units.get(unit).file(), file -> new long[1 + VERDICTS.size()]);
                sums[0] += counted.records(unit);
                for (int verdict = 0; verdict < VERDICTS.size(); verdict++) {
                    sums[1 + verdict] += ofUnit(unit, VERDICTS.get(verdict));
                }
            }
        }
        return files;
    }

    /** "5,190 lines = 1 header + 5,189 accepted + …". */
    String balance(int source) {
        long other = counted(source, RowSink.OTHER);
        long further = counted.furtherRejects(source);
        return Words.count(records(source), "line") + " = "
                + Words.number(counted(source, RowSink.HEADER)) + " header + "
                + (other > 0 ? Words.number(other) + " of other kinds + " : "")
                + Words.number(counted(source, Judgement.ACCEPTED)) + " accepted + "
                + Words.number(counted(source, Judgement.REPEATED)) + " repeated + "
                + Words.number(counted(source, Judgement.CONFLICTING)) + " conflicting + "
                + Words.number(counted(source, RowSink.SELF_TIE)) + " self ties + "
                + Words.number(counted(source, RowSink.REJECTED)) + " rejected"
                + (further > 0 ? " (of accepted lines, " + Words.count(further, "fact") + " rejected)" : "");
    }

    /** Fails unless every record of every file got exactly one verdict. */
    void requireBalance(int source) {
        files(source).forEach((file, sums) -> {
            long sum = 0;
            for (int verdict = 1; verdict < sums.length; verdict++) {
                sum += sums[verdict];
            }
            if (sum != sums[0]) {
                throw AssayException.failed(file + " has " + Words.count(sums[0], "line") + " but " + Words.number(sum)
                        + " are accounted for: this is a defect, please report it");
            }
        });
    }
}
