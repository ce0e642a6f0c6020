package org.followerassay.signature.evidence;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.format_number;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Numbers as evidence sentences write them. */
public final class Sentence {
    /** "12,431". */
    public static Column count(Column value) {
        return format_number(value, 0);
    }

    /** "151.2", or "0.04": below one, a decimal more. */
    public static Column decimal(Column value) {
        return when(value.lt(1), format_number(value, 2)).otherwise(format_number(value, 1));
    }

    /** "13.8 %". */
    public static Column percent(Column share) {
        return concat(format_number(share.multiply(100), 1), lit(" %"));
    }

    public static Column day(Column date) {
        return date_format(date, "yyyy-MM-dd");
    }

    /** "on 2014-08-13", or "between 2014-08-11 and 2014-08-15". */
    public static Column days(Column from, Column to) {
        return when(from.equalTo(to), concat(lit("on "), day(from)))
                .otherwise(concat(lit("between "), day(from), lit(" and "), day(to)));
    }

    private Sentence() {}
}
