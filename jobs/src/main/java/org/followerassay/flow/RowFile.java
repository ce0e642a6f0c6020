package org.followerassay.flow;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.followerassay.table.Field;
import org.followerassay.table.Table;

/**
 * One Parquet file of a table, written by a task from numbers, with no row of Spark's between.
 *
 * <p>For tables of hundreds of millions of rows whose loop is ours: Spark's writer takes a row apart by a call per cell,
 * through two layers, for what is a number in an array. The file is the same to a reader: schema, comments, statistics,
 * checksums and version of encodings are those of {@link Draft#write}. Ids are stored as differences and without a
 * dictionary, which a column of ids outgrows.
 */
public final class RowFile implements Closeable {
    private static final long ROWS_BETWEEN_LOOKS = 1 << 16;

    private final MessageType schema;
    private final ParquetProperties properties;
    private final CodecFactory codecs;
    private final ParquetFileWriter file;
    private final String sparkSchema;
    private final String[] texts;
    private final Binary[] encoded;
    private final ColumnWriter[] cells;
    private ColumnChunkPageWriteStore pages;
    private ColumnWriteStore columns;
    private long rowsOfGroup;

    private RowFile(Table table, Path path, Configuration hadoop) throws IOException {
        sparkSchema = table.schema().json();
        schema = parquet(table);
        ParquetProperties.Builder settings = ParquetProperties.builder().withWriterVersion(WriterVersion.PARQUET_2_0);
        for (Field field : table.fields()) {
            settings.withDictionaryEncoding(field.name(), field.type().equals(DataTypes.StringType));
        }
        properties = settings.build();
        codecs = new CodecFactory(hadoop, properties.getPageSizeThreshold());
        file = new ParquetFileWriter(
                HadoopOutputFile.fromPath(path, hadoop),
                schema,
                ParquetFileWriter.Mode.CREATE,
                ParquetWriter.DEFAULT_BLOCK_SIZE,
                ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
                null,
                properties);
        file.start();
        cells = new ColumnWriter[schema.getFieldCount()];
        texts = new String[cells.length];
        encoded = new Binary[cells.length];
        beginGroup();
    }

    /** Begins a file that is not there yet. */
    public static RowFile create(Table table, Path path, Configuration hadoop) throws IOException {
        return new RowFile(table, path, hadoop);
    }

    private static MessageType parquet(Table table) {
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (Field field : table.fields()) {
            DataType type = field.type();
            if (type.equals(DataTypes.StringType)) {
                message.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(field.name());
            } else if (type.equals(DataTypes.TimestampType)) {
                message.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                        .named(field.name());
            } else if (type.equals(DataTypes.BooleanType)) {
                message.optional(PrimitiveTypeName.BOOLEAN).named(field.name());
            } else if (type.equals(DataTypes.LongType)) {
                message.optional(PrimitiveTypeName.INT64).named(field.name());
            } else {
                throw new IllegalArgumentException(
                        "a file of rows has no " + type.simpleString() + ": " + table + "." + field.name());
            }
        }
        return message.named("spark_schema");
    }

    private void beginGroup() {
        BytesInputCompressor zstd = codecs.getCompressor(CompressionCodecName.ZSTD);
        pages = new ColumnChunkPageWriteStore(
                zstd,
                schema,
                new HeapByteBufferAllocator(),
                properties.getColumnIndexTruncateLength(),
                properties.getPageWriteChecksumEnabled());
        columns = properties.newColumnWriteStore(schema, pages, pages);
        for (int column = 0; column < cells.length; column++) {
            cells[column] = columns.getColumnWriter(schema.getColumns().get(column));
        }
        rowsOfGroup = 0;
    }

    /** A number, or a time in microseconds. Every column of a row must get a value, or {@link #nothing}. */
    public void number(int column, long value) {
        cells[column].write(value, 0, 1);
    }

    /** A text, or nothing if it is null; quickest if it is the one of the row before. */
    public void text(int column, String value) {
        if (value == null) {
            nothing(column);
            return;
        }
        if (!value.equals(texts[column])) {
            texts[column] = value;
            encoded[column] = Binary.fromString(value);
        }
        cells[column].write(encoded[column], 0, 1);
    }

    /** A value as Spark has it in a row. */
    private void value(int column, Object value) {
        if (value instanceof Boolean truth) {
            truth(column, truth);
        } else if (value instanceof Long number) {
            number(column, number);
        } else {
            text(column, (String) value);
        }
    }

    /** A whole row of numbers, texts and truths, for tables of a few rows. */
    public void row(List<?> values) throws IOException {
        for (int column = 0; column < cells.length; column++) {
            value(column, values.get(column));
        }
        endRow();
    }

    public void truth(int column, boolean value) {
        cells[column].write(value, 0, 1);
    }

    public void nothing(int column) {
        cells[column].writeNull(0, 0);
    }

    public void endRow() throws IOException {
        columns.endRecord();
        rowsOfGroup++;
        if (rowsOfGroup % ROWS_BETWEEN_LOOKS == 0 && columns.getBufferedSize() > ParquetWriter.DEFAULT_BLOCK_SIZE) {
            endGroup();
            beginGroup();
        }
    }

    private void endGroup() throws IOException {
        if (rowsOfGroup > 0) {
            file.startBlock(rowsOfGroup);
            columns.flush();
            pages.flushToFileWriter(file);
            file.endBlock();
        }
        columns.close();
        pages.close();
    }

    @Override
    public void close() throws IOException {
        try {
            endGroup();
            file.end(Map.of("org.apache.spark.sql.parquet.row.metadata", sparkSchema));
        } finally {
            codecs.release();
        }
    }
}
