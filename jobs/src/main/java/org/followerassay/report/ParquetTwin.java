package org.followerassay.report;

import static org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit.MICROS;
import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/**
 * A shown table as one Parquet file. What is too small to show is null.
 *
 * <p>Written on the driver: these tables are small, and a Spark write would name its files after a random id.
 */
final class ParquetTwin {
    static byte[] of(ShownTable table) {
        MessageType schema = schema(table);
        Memory file = new Memory();
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(file)
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .build()) {
            for (List<Object> row : table.twinRows()) {
                writer.write(group(schema, row));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.bytes.toByteArray();
    }

    private static MessageType schema(ShownTable table) {
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (ShownColumn column : table.twinColumns()) {
            String name = column.name();
            switch (column.kind().type()) {
                case "string" -> message.optional(BINARY).as(stringType()).named(name);
                case "long" -> message.optional(INT64).named(name);
                case "double" -> message.optional(DOUBLE).named(name);
                case "time" ->
                    message.optional(INT64).as(timestampType(true, MICROS)).named(name);
                case "day" -> message.optional(INT32).as(dateType()).named(name);
                default -> message.optional(BOOLEAN).named(name);
            }
        }
        return message.named(table.name());
    }

    private static Group group(MessageType schema, List<Object> row) {
        Group group = new SimpleGroup(schema);
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            if (value instanceof String text) {
                group.add(i, text);
            } else if (value instanceof Long number) {
                group.add(i, number);
            } else if (value instanceof Double number) {
                group.add(i, number);
            } else if (value instanceof Instant time) {
                group.add(i, ChronoUnit.MICROS.between(Instant.EPOCH, time));
            } else if (value instanceof LocalDate day) {
                group.add(i, (int) day.toEpochDay());
            } else if (value instanceof Boolean flag) {
                group.add(i, flag);
            }
        }
        return group;
    }

    /** A file that is only ever held in memory. */
    private static final class Memory implements OutputFile {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public PositionOutputStream create(long blockSizeHint) {
            return new PositionOutputStream() {
                @Override
                public long getPos() {
                    return bytes.size();
                }

                @Override
                public void write(int value) {
                    bytes.write(value);
                }

                @Override
                public void write(byte[] values, int from, int length) {
                    bytes.write(values, from, length);
                }
            };
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) {
            return create(blockSizeHint);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    private ParquetTwin() {}
}
