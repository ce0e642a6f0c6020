package org.followerassay.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.followerassay.flow.AssayException;

/** The edition before, as it was published: nothing but its report.json is read. */
final class PreviousEdition {
    private final JsonNode report;

    PreviousEdition(JsonNode report) {
        this.report = report;
    }

    /** @throws AssayException if there is no edition in the folder, or one with other groups */
    static PreviousEdition read(String folder, int minGroup, Configuration hadoop) {
        Path path = new Path(folder, ReportFolder.JSON);
        try (InputStream in = FileSystem.get(path.toUri(), hadoop).open(path)) {
            JsonNode report = new ObjectMapper().readTree(in);
            if (report == null || !report.path("form").asText().equals("edition")) {
                throw AssayException.badInput(
                        path + " is not that of an edition: name the folder of one after --previous");
            }
            if (report.path("min_group").asInt() != minGroup) {
                throw AssayException.usage("the previous edition was made with --min-group "
                        + report.path("min_group").asInt()
                        + ": use the same, or counts of both together could tell more than either");
            }
            return new PreviousEdition(report);
        } catch (IOException unreadable) {
            throw AssayException.badInput("the previous edition can't be read from " + path + ": "
                    + unreadable.getMessage() + "; name the folder of an edition after --previous");
        }
    }

    String title() {
        return report.path("title").asText();
    }

    /** What was measured before, and is again: the changes, each with the interval of its difference. */
    ShownTable changes(List<ShownTable> now) {
        ShownTable.Builder table = ShownTable.named(
                "changes",
                ShownColumn.of("tier", Kind.TEXT),
                ShownColumn.of("measure", Kind.MEASURE),
                ShownColumn.measured("before", "", Kind.NUMBER),
                ShownColumn.measured("now", "", Kind.NUMBER),
                ShownColumn.measured("change", "", Kind.NUMBER),
                ShownColumn.of("verdict", Kind.TEXT));
        for (ShownTable one : now) {
            String value = one.name().equals("key_numbers") ? "of_accounts" : "p50";
            Line.of(one).forEach(line -> {
                String tier = one.name().equals("key_numbers") ? Messages.of("edition.all") : line.text("tier");
                String measure = (String) line.value("measure");
                Measured current = (Measured) line.value(value);
                before(one.name(), tier, measure, value)
                        .filter(before -> before.hasBounds() && current.hasBounds())
                        .ifPresent(before -> table.row(row(tier, measure, before, current)));
            });
        }
        return table.build();
    }

    private static Object[] row(String tier, String measure, Measured before, Measured now) {
        double was = (Double) before.value();
        double is = (Double) now.value();
        Interval change = Interval.difference(
                is, new Interval(now.low(), now.high()), was, new Interval(before.low(), before.high()));
        String verdict = change.low() > 0 ? "higher" : change.high() < 0 ? "lower" : "not_told_apart";
        List<Object> row = new ArrayList<>(List.of(tier, measure, before, now));
        row.add(new Measured(is - was, change.low(), change.high(), ""));
        row.add(Messages.of("verdict." + verdict));
        return row.toArray();
    }

    private Optional<Measured> before(String table, String tier, String measure, String value) {
        for (JsonNode one : report.path("tables")) {
            if (one.path("name").asText().equals(table)) {
                for (JsonNode row : one.path("rows")) {
                    boolean same = row.path("measure").asText().equals(measure)
                            && (!row.has("tier") || row.path("tier").asText().equals(tier));
                    if (same
                            && row.path(value).isNumber()
                            && row.path(value + "_low").isNumber()) {
                        return Optional.of(new Measured(
                                row.path(value).asDouble(),
                                row.path(value + "_low").asDouble(),
                                row.path(value + "_high").asDouble(),
                                ""));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
