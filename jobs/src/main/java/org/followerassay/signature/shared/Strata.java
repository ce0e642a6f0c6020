package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.sql.Column;

/**
 * Followers by the number of analysed accounts that they follow: exact where they follow few, steps of √2 above.
 *
 * <p>A seller's account follows as many customers as it was told to. Beside organic followers who follow as few accounts,
 * two of which are these, it stands out even where the whole audiences overlap anyway. A stratum is named after the least
 * followees in it.
 */
final class Strata {
    /** The least followees of each stratum; the last has no upper end. */
    static final List<Integer> FROM = List.of(1, 2, 3, 4, 5, 7, 9, 12, 17, 23, 33, 46, 65, 91, 129, 182, 257, 513);

    /** The least followees of the stratum that so many followees are in. */
    static Column from(Column followees) {
        Column from = lit((long) FROM.get(0));
        for (int least : FROM.subList(1, FROM.size())) {
            from = when(followees.geq(least), (long) least).otherwise(from);
        }
        return from;
    }

    /** The most followees of the stratum that begins there; null for the last one. */
    static Column to(Column from) {
        return byStratum(from, i -> lit(i + 1 < FROM.size() ? (long) most(i) : null), "long");
    }

    /** The place of a stratum among them, from 0. */
    static Column number(Column from) {
        return byStratum(from, i -> lit(i), "int");
    }

    /** The place of the stratum that so many followees are in. */
    static int number(int followees) {
        int number = FROM.size() - 1;
        while (FROM.get(number) > followees) {
            number--;
        }
        return number;
    }

    /** The logarithm of the number of followees in the middle of a stratum. */
    static Column middle(Column from) {
        return byStratum(from, i -> lit(StrictMath.log((FROM.get(i) + most(i)) / 2.0)), "double");
    }

    /** The most followees of a stratum; for the last one as if it were twice as far as it begins. */
    private static int most(int number) {
        return number + 1 < FROM.size() ? FROM.get(number + 1) - 1 : 2 * FROM.get(number);
    }

    private static Column byStratum(Column from, IntFunction<Column> value, String type) {
        Column chosen = lit(null).cast(type);
        for (int i = 0; i < FROM.size(); i++) {
            chosen = when(from.equalTo(FROM.get(i)), value.apply(i)).otherwise(chosen);
        }
        return chosen;
    }

    private Strata() {}
}
