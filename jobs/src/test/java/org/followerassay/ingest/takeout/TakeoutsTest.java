package org.followerassay.ingest.takeout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.Part;
import org.followerassay.ingest.format.RowReader;
import org.followerassay.ingest.format.RowSink;
import org.followerassay.ingest.format.Staged;
import org.followerassay.ingest.format.StagedColumns;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the readers of all takeouts. */
class TakeoutsTest {
    private static final Path FIXTURES = Path.of("../datasets/fixtures");

    static List<ExportFormat> formats() {
        return Takeouts.ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void aReaderThatWasSentToATaskReadsTheSameTwice(ExportFormat format) throws Exception {
        for (Path fixture : cases(format)) {
            Export export = Staged.recognise(format, fixture, Staged.asked()).orElseThrow();
            for (Part part : export.parts()) {
                RowReader sent = sent(part.reader());
                List<String> first = rows(sent, part, export);

                assertEquals(first, rows(sent, part, export), part.entry().path());
                assertEquals(
                        first, rows(part.reader(), part, export), part.entry().path());
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void noFormatClaimsTheFixturesOfAnother(ExportFormat format) throws IOException {
        for (ExportFormat other : Takeouts.ALL) {
            for (Path fixture : cases(other)) {
                assertEquals(
                        format == other,
                        Staged.recognise(format, fixture, Staged.asked()).isPresent(),
                        format.name() + " and " + fixture);
            }
        }
    }

    private static List<Path> cases(ExportFormat format) throws IOException {
        try (Stream<Path> cases = Files.list(FIXTURES.resolve(format.name()))) {
            return cases.sorted().toList();
        }
    }

    private static RowReader sent(RowReader reader) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(reader);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (RowReader) in.readObject();
        }
    }

    /** The rows of one reading, and what is said at its end. */
    private static List<String> rows(RowReader reader, Part part, Export export) throws IOException {
        StagedColumns columns = StagedColumns.with(reader.columns());
        RowSink sink = new RowSink(
                columns, Ids.open(), export.platform(), export.owner().orElseThrow(), 0);
        List<String> rows = new ArrayList<>();
        try (InputStream in = part.entry().open();
                RowReader.Records records = reader.open(in, sink)) {
            while (records.next()) {
                for (Object[] row = sink.poll(); row != null; row = sink.poll()) {
                    rows.add(Arrays.toString(row));
                }
            }
        }
        rows.add(Arrays.toString(sink.end(null)));
        return rows;
    }
}
