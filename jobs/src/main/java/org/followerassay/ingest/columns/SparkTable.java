package org.followerassay.ingest.columns;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Compression;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.Place;

/**
 * A table that Spark reads by a format of its own: Parquet written by others, a folder of it, and, where the cluster has
 * their libraries, Iceberg and Delta tables. Cells are checked like those of a text: the same rules, the same rejects.
 *
 * <p>The files in the folder of an Iceberg or Delta table also hold rows that were deleted since, so such a folder is never
 * read as plain Parquet.
 */
public final class SparkTable implements ExportFormat {
    public static final ExportFormat PARQUET = new SparkTable("parquet", "");
    public static final ExportFormat DELTA = new SparkTable("delta", "_delta_log");
    public static final ExportFormat ICEBERG = new SparkTable("iceberg", "metadata");

    private final String name;
    private final String mark;

    /** @param mark name of the folder by which such a table is known */
    private SparkTable(String name, String mark) {
        this.name = name;
        this.mark = mark;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String about() {
        return mark.isEmpty()
                ? "the same as columns in Parquet: a file, or a folder of files with the same columns"
                : "a table in the form of " + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)
                        + ", by its folder; Spark needs the library that reads it";
    }

    @Override
    public String tiers() {
        return "E O T P I";
    }

    @Override
    public String direction() {
        return "by the names of the columns; source follows target; --reversed turns it";
    }

    @Override
    public String limits() {
        return mark.isEmpty()
                ? "columns of lists, maps and structs are left out"
                : "rejected rows have no line number, since the table has no order";
    }

    @Override
    public Optional<Export> recognise(Place place, Asked asked) {
        boolean isOurs = mark.isEmpty() ? isPlainParquet(place) : !place.isFile() && place.hasMark(mark);
        return isOurs ? Optional.of(export(place, asked)) : Optional.empty();
    }

    private static boolean isPlainParquet(Place place) {
        if (place.isFile()) {
            return isParquet(place.file());
        }
        return !place.hasMark("_delta_log")
                && !place.hasMark("metadata")
                && !place.entries().isEmpty()
                && place.entries().stream().allMatch(entry -> entry.name().endsWith(".parquet"))
                && place.entries().stream().allMatch(SparkTable::isParquet);
    }

    static boolean isParquet(Entry entry) {
        return Compression.startsWith(entry.head(), 'P', 'A', 'R', '1');
    }

    private Export export(Place place, Asked asked) {
        List<String> headers = headers(place);
        boolean directionKnown = ListOwner.direction(place.fileName(), asked).isPresent();
        Layout layout = Headers.layout(headers, ',', asked, directionKnown)
                .orElseThrow(() -> Headers.unknown(place.name(), headers));
        Place whole = place.asOne();
        return ColumnsFormat.of(
                        this, whole, layout, 0, asked, (entry, reader) -> Part.table(entry, reader, name, headers))
                .whole();
    }

    private List<String> headers(Place place) {
        try {
            return Arrays.stream(SparkSession.active()
                            .read()
                            .format(name)
                            .load(place.path())
                            .schema()
                            .fields())
                    .filter(field -> field.dataType().simpleString().indexOf('<') < 0)
                    .map(field -> field.name())
                    .toList();
        } catch (RuntimeException unreadable) {
            throw unreadable(place, unreadable);
        } catch (Exception unknown) {
            // Spark's own exceptions are checked, but not declared.
            throw unreadable(place, unknown);
        }
    }

    private AssayException unreadable(Place place, Exception why) {
        String first = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
        return AssayException.badInput(
                place.name() + " can't be read as " + name + " (" + first + "): "
                        + (mark.isEmpty()
                                ? "copy or export it again"
                                : "start with the library that reads such tables, for example by --packages"),
                why);
    }
}
