package org.followerassay.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.followerassay.table.IngestTables.ACCOUNTS;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.followerassay.table.Field;

/** What an export says of an account, besides that it is there. */
final class AccountFacts {
    /** The columns of the table accounts after its key. */
    static final List<String> COLUMNS = ACCOUNTS.fields().stream()
            .map(Field::name)
            .filter(column -> !ACCOUNTS.key().contains(column))
            .toList();

    /** The facts as the table holds them, null where the export has no such column. */
    static Column[] published(Layout layout) {
        return ACCOUNTS.fields().stream()
                .filter(field -> COLUMNS.contains(field.name()))
                .map(field -> published(field, layout).as(field.name()))
                .toArray(Column[]::new);
    }

    private static Column published(Field field, Layout layout) {
        if (!layout.has(field.name())) {
            return lit(null).cast(field.type());
        }
        Column staged = col(field.name());
        return field.type().equals(DataTypes.TimestampType) ? timestamp_micros(staged) : staged;
    }

    private AccountFacts() {}
}
