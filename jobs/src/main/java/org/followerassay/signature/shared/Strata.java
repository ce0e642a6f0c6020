package org.followerassay.signature.shared;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;

/**
 * Followers by the number of analysed accounts that they follow: exact where they follow few, steps of √2 above.
 *
 * <p>A seller's account follows as many customers as it was told to. Beside organic followers who follow as few accounts,
 * two of which are these, it stands out even where the whole audiences overlap anyway.
 */
final class Strata {
    /** The least followees of each stratum; the last has no upper end. */
    static final List<Integer> FROM = List.of(2, 3, 4, 5, 7, 9, 12, 17, 23, 33, 46, 65, 91, 129, 182, 257, 513);

    /** The number of the stratum, from 0; null for a single followee. */
    static Column of(Column followees) {
        Column stratum = lit(null).cast("int");
        for (int i = 0; i < FROM.size(); i++) {
            stratum = when(followees.geq(FROM.get(i)), i).otherwise(stratum);
        }
        return stratum;
    }

    /** The least followees of a stratum, from its number. */
    static Column from(Column stratum) {
        return edge(stratum, 0);
    }

    /** The most followees of a stratum; null for the last one. */
    static Column to(Column stratum) {
        return edge(stratum, 1).minus(1);
    }

    private static Column edge(Column stratum, int further) {
        Column edge = lit(null).cast("long");
        for (int i = 0; i + further < FROM.size(); i++) {
            edge = when(stratum.equalTo(i), lit((long) FROM.get(i + further))).otherwise(edge);
        }
        return edge;
    }

    private Strata() {}
}
