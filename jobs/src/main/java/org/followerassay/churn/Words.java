package org.followerassay.churn;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.format_number;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;

/** Numbers and days as they stand in a sentence; null where the value is null. */
final class Words {
    static Column count(String column) {
        return format_number(col(column), 0);
    }

    static Column percent(Column share, int decimals) {
        return concat(format_number(share.multiply(100), decimals), lit(" %"));
    }

    static Column day(String column) {
        return date_format(col(column), "yyyy-MM-dd");
    }

    private Words() {}
}
