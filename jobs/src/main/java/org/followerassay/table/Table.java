package org.followerassay.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The single description of a table: its grain, key, columns and the order of its rows on disk.
 *
 * <p>Parquet schema, null checks, column comments and the data dictionary all come from it.
 */
public final class Table {
    /** Doubles are published to this many decimals, so that the order of a sum never shows. */
    public static final int DECIMALS = 9;

    private final String name;
    private final String oneRowPer;
    private final List<String> key;
    private final List<Field> fields;
    private final List<String> sortedBy;

    private Table(Builder builder) {
        name = builder.name;
        oneRowPer = builder.oneRowPer;
        key = List.copyOf(builder.key);
        fields = List.copyOf(builder.fields);
        sortedBy = builder.sortedBy.isEmpty() ? key : List.copyOf(builder.sortedBy);
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    public String name() {
        return name;
    }

    /** What one row stands for, as the end of the sentence "one row per …". */
    public String oneRowPer() {
        return oneRowPer;
    }

    /** The columns that together name a row. */
    public List<String> key() {
        return key;
    }

    public List<Field> fields() {
        return fields;
    }

    /** The order of rows within each file; the first column also decides which rows share a file. */
    public List<String> sortedBy() {
        return sortedBy;
    }

    public List<String> required() {
        return fields.stream().filter(Field::required).map(Field::name).toList();
    }

    /** The Parquet schema: every column nullable (nulls are counted, not declared away), meanings as comments. */
    public StructType schema() {
        return new StructType(fields.stream()
                .map(field -> new StructField(field.name(), field.type(), true, comment(field)))
                .toArray(StructField[]::new));
    }

    /**
     * The columns of this table, in order, with its types; fails while planning if one is missing or of another type.
     */
    public Dataset<Row> conform(Dataset<Row> rows) {
        return rows.select(fields.stream().map(Table::published).toArray(Column[]::new))
                .to(schema());
    }

    /** The same, with one further column of the rows as it is. */
    public Dataset<Row> conformWith(Dataset<Row> rows, String further) {
        Column[] columns = Stream.concat(fields.stream().map(Table::published), Stream.of(col(further)))
                .toArray(Column[]::new);
        return rows.select(columns).to(schema().add(rows.schema().apply(further)));
    }

    private static Column published(Field field) {
        Column column = col(field.name());
        return field.type().equals(DataTypes.DoubleType)
                ? round(column.cast(DataTypes.DoubleType), DECIMALS).as(field.name())
                : column;
    }

    private static Metadata comment(Field field) {
        return new MetadataBuilder().putString("comment", field.meaning()).build();
    }

    @Override
    public String toString() {
        return name;
    }

    /** Names a table's columns one by one. */
    public static final class Builder {
        private final String name;
        private String oneRowPer = "";
        private final List<String> key = new ArrayList<>();
        private final List<Field> fields = new ArrayList<>();
        private List<String> sortedBy = List.of();

        private Builder(String name) {
            this.name = name;
        }

        public Builder oneRowPer(String what) {
            oneRowPer = what;
            return this;
        }

        /** A column of the key; never null. */
        public Builder key(String column, DataType type, String meaning, String example) {
            key.add(column);
            return field(column, type, meaning, example);
        }

        /** A column that is never null. */
        public Builder field(String column, DataType type, String meaning, String example) {
            fields.add(new Field(column, type, true, meaning, example));
            return this;
        }

        /** A column that is null where the export does not say. */
        public Builder optional(String column, DataType type, String meaning, String example) {
            fields.add(new Field(column, type, false, meaning, example));
            return this;
        }

        public Builder sortedBy(String... columns) {
            sortedBy = List.of(columns);
            return this;
        }

        public Table build() {
            Set<String> names = fields.stream().map(Field::name).collect(Collectors.toSet());
            if (names.size() != fields.size()) {
                throw new IllegalArgumentException("table '" + name + "' names a column twice");
            }
            if (oneRowPer.isBlank() || !names.containsAll(sortedBy)) {
                throw new IllegalArgumentException(
                        "table '" + name + "' needs its grain, and sorts by its own columns");
            }
            return new Table(this);
        }
    }
}
