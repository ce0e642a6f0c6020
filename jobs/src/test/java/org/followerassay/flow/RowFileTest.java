package org.followerassay.flow;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.followerassay.testkit.TextTable.assertTable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.followerassay.table.Table;
import org.followerassay.testkit.Drawings;
import org.followerassay.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class RowFileTest {
    private static final Table ROWS = Table.named("rows")
            .oneRowPer("number")
            .key("number", LongType, "a number", "1")
            .optional("seen", TimestampType, "when it was seen", "2026-01-01 00:00:00")
            .optional("name", StringType, "its name", "ann")
            .optional("whole", BooleanType, "whether it is whole", "true")
            .build();
    private static final RunInfo RUN = new RunInfo("test", new TreeMap<>(), "test", false);

    @TempDir
    Path folder;

    private final Configuration hadoop = new Configuration();

    @Test
    void sparkReadsWhatWasWrittenWithoutIt(Drawings draw) {
        Draft draft = draft(draw);

        Manifest.Part part = draft.writeFew(
                ROWS,
                "few",
                "k",
                List.of(
                        Arrays.asList(-1L, null, "\u00fcber", true),
                        Arrays.asList(Long.MAX_VALUE, 1_000_000L, "\u00fcber", null),
                        Arrays.asList(7L, 0L, null, false)));

        assertEquals(3, part.rows());
        assertEquals(1L, part.nulls().get("seen"));
        assertTable("""
                number               seen                 name  whole
                -1                   -                    \u00fcber  true
                7                    1970-01-01           -     false
                9223372036854775807  1970-01-01T00:00:01Z  \u00fcber  -
                """, draft.rowsOf(ROWS, part), draw);
    }

    @Test
    void aRequiredColumnMayNotHoldANull(Drawings draw) {
        List<List<?>> rows = List.of(Arrays.asList(null, null, null, null));
        assertThrows(AssayException.class, () -> draft(draw).writeFew(ROWS, "few", "k", rows));
    }

    @Test
    void ofATaskThatWasRunAgainOneFileIsTaken(Drawings draw) throws IOException {
        Draft draft = draft(draw);
        String room = draft.room(ROWS, "part");
        for (String attempt : List.of("part-0-1.parquet", "part-0-2.parquet")) {
            org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(draft.folder(room), attempt);
            try (RowFile file = RowFile.create(ROWS, path, hadoop)) {
                file.row(Arrays.asList(1L, null, null, null));
            }
        }

        Manifest.Part part = draft.adopt(ROWS, "part", "k", room, Set.of("part-0-2.parquet"));

        assertEquals(1, part.rows());
        assertEquals(1, draft.rowsOf(ROWS, part).count());
        assertFalse(Files.exists(folder.resolve("warehouse").resolve(room).resolve("part-0-1.parquet")));
        draft.vacate(room);
        assertTrue(Files.notExists(folder.resolve("warehouse").resolve(room)));
    }

    @Test
    void aTypeThatItCantWriteIsRefused() {
        Table shares = Table.named("shares")
                .oneRowPer("share")
                .key("share", DoubleType, "a share", "0.5")
                .build();
        org.apache.hadoop.fs.Path path =
                new org.apache.hadoop.fs.Path(folder.resolve("shares").toUri());
        assertThrows(IllegalArgumentException.class, () -> RowFile.create(shares, path, hadoop));
    }

    private Draft draft(Drawings draw) {
        return Warehouse.at(folder.resolve("warehouse").toString(), hadoop).draft(draw.session(), RUN);
    }
}
