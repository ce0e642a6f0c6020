package org.followerassay.table;

import java.util.Objects;
import org.apache.spark.sql.types.DataType;

/**
 * One column of a {@link Table}: its type, whether it may be null, what it means, and an example value.
 *
 * @param required true if a null in this column is an error that stops the run
 * @param meaning one sentence for the data dictionary, with the unit where there is one
 */
public record Field(String name, DataType type, boolean required, String meaning, String example) {
    public Field {
        Objects.requireNonNull(type, "type of " + name);
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("a column name is snake_case, was '" + name + "'");
        }
        if (meaning.isBlank()) {
            throw new IllegalArgumentException("column '" + name + "' has no meaning written down");
        }
    }
}
