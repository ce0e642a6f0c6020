package org.followerassay.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.followerassay.table.IngestTables.INPUT_FILES;
import static org.followerassay.table.IngestTables.REJECTS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.flow.Draft;
import org.followerassay.ingest.format.Words;

/**
 * What became of one input, in words and as rows of the tables rejects and input_files.
 *
 * @param judged the staged rows with their verdict
 * @param extent accounts and snapshots of its lists, if it has any
 * @param shared keys of the inputs that hold some of the same ties or accounts
 */
record InputReport(
        Reading reading,
        Reading.Staged staged,
        Dataset<Row> judged,
        Tally tally,
        Snapshots snapshots,
        Optional<Lists.Extent> extent,
        SortedSet<String> shared) {

    /** How the input was read, in words; without names, since it is published. */
    String readAs() {
        List<String> words = new ArrayList<>();
        words.add(what());
        if (!snapshots.words().isEmpty()) {
            words.add(snapshots.forAll().isPresent() ? "snapshot " + snapshots.words() : span());
        }
        stated().ifPresent(words::add);
        if (!reading.layout().ignored().isEmpty()) {
            words.add("columns left out: " + Headers.shown(reading.layout().ignored()));
        }
        words.addAll(reading.statements().notes());
        return String.join("; ", words).replace("snapshot undated", "undated");
    }

    private String span() {
        return extent.map(lists -> Words.count(lists.snapshots(), "snapshot") + ", ")
                        .orElse("snapshots from ")
                + snapshots.words();
    }

    private String what() {
        Layout layout = reading.layout();
        long rows = tally.counted(Judgement.ACCEPTED);
        String facts =
                layout.tellsFacts() && layout.shape() == Shape.TIES ? ", each row also describes the follower" : "";
        return switch (layout.shape()) {
            case TIES ->
                layout.ordered()
                        ? "follower lists of " + accounts() + ", "
                                + (layout.has("newest_first") ? "newest first" : "with positions, oldest = 0") + ", "
                                + Words.count(rows, "row") + facts
                        : Words.count(rows, "tie") + ", follower → followee"
                                + (layout.reversed() ? " (the followee comes first in the export)" : "") + facts;
            case PAIRS -> Words.count(rows, "tie") + " without direction, each read as two follows";
            case LIST -> reading.statements().lists().isEmpty() ? list(rows) : archive();
            case ACCOUNTS -> "profiles of " + Words.count(rows, "account");
            case EVENTS -> Words.count(rows, "dated change") + " of ties";
            case INTERACTIONS -> "interactions, " + Words.count(rows, "row");
            case COVERAGE -> "coverage of " + Words.count(rows, "list");
        };
    }

    private String list(long rows) {
        String direction = reading.owner().orElseThrow().direction();
        String order = reading.layout().has("newest_first") ? ", newest first" : ", in no order";
        return (direction.equals(Lists.FOLLOWERS) ? "follower" : "followee") + " lists of one account" + order + ", "
                + Words.count(rows, "row");
    }

    private String archive() {
        Map<String, Long> read = new LinkedHashMap<>();
        for (int unit = 0; unit < staged.lists().size(); unit++) {
            read.merge(staged.lists().get(unit), tally.counted(unit, Judgement.ACCEPTED), Long::sum);
        }
        List<String> lists = new ArrayList<>();
        read.forEach((direction, rows) -> lists.add(Words.count(rows, direction.substring(0, direction.length() - 1))));
        return "X archive of one account: " + String.join(" and ", lists) + ", newest first";
    }

    private String accounts() {
        return Words.count(extent.map(Lists.Extent::accounts).orElse(0L), "account");
    }

    private Optional<String> stated() {
        Statements statements = reading.statements();
        if (statements.ties().isEmpty()) {
            return Optional.empty();
        }
        String read = Words.number(tally.rows()) + " and "
                + extent.map(Lists.Extent::accounts).map(Words::number).orElse("no");
        return Optional.of("its header states " + Words.count(statements.ties().get(), "tie")
                + statements
                        .accounts()
                        .map(accounts -> " and " + Words.count(accounts, "account"))
                        .orElse("")
                + ", read were " + read);
    }

    /** One line for the user. */
    String line() {
        Optional<String> owner = reading.owner()
                .filter(list -> reading.statements().lists().isEmpty())
                .map(list -> "; the owner is called '" + list.name() + "' (--account says otherwise)");
        return reading.source().name() + ": " + readAs()
                + reading.firstTie().map(tie -> "; the first row says: " + tie).orElse("")
                + owner.orElse("")
                + "; " + tally.balance();
    }

    /** Writes what was rejected, and one row per file. */
    void write(Draft draft, String key) {
        if (tally.counted(StagedRows.REJECTED) > 0) {
            Column[] files = staged.files().stream().map(file -> lit(file)).toArray(Column[]::new);
            draft.write(
                    REJECTS,
                    key,
                    key,
                    judged.where(col("outcome").equalTo(StagedRows.REJECTED))
                            .select(
                                    element_at(array(files), col("unit").plus(1))
                                            .as("file"),
                                    col("line"),
                                    col("code").as("reason"),
                                    col("explanation"),
                                    col("text").as("row")));
        }
        Dataset<Row> files = draft.session().createDataFrame(fileRows(), INPUT_FILES.schema());
        draft.write(INPUT_FILES, key, Links.partKey(key, shared), files);
    }

    private List<Row> fileRows() {
        Map<String, long[]> byFile = new LinkedHashMap<>();
        for (int unit = 0; unit < staged.files().size(); unit++) {
            long[] sums = byFile.computeIfAbsent(staged.files().get(unit), file -> new long[7]);
            sums[0] += tally.lines(unit);
            sums[1] += tally.counted(unit, StagedRows.HEADER);
            sums[2] += tally.counted(unit, Judgement.ACCEPTED);
            sums[3] += tally.counted(unit, Judgement.REPEATED);
            sums[4] += tally.counted(unit, Judgement.CONFLICTING);
            sums[5] += tally.counted(unit, StagedRows.SELF_TIE);
            sums[6] += tally.counted(unit, StagedRows.REJECTED);
        }
        Source source = reading.source();
        List<Row> rows = new ArrayList<>();
        byFile.forEach((file, sums) -> rows.add(RowFactory.create(
                file,
                source.sha256(),
                source.format().name(),
                readAs(),
                source.bytes(),
                sums[0],
                sums[1],
                sums[2],
                sums[3],
                sums[4],
                sums[5],
                sums[6])));
        return rows;
    }
}
