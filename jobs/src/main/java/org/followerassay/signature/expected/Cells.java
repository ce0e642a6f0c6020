package org.followerassay.signature.expected;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bin;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The cells that an account is compared within, from the finest to the coarsest.
 *
 * <p>A bin doubles the one before: 0, 1 to 2, 3 to 6, 7 to 14 posts …; ages count in months of 30 days. Bins of the coarser
 * levels are two of these.
 */
final class Cells {
    /** What accounts of a level's cells have in common, in words, and the bins that say so. */
    private record Level(String likeness, List<Column> bins) {}

    private static final Column AGE =
            doubling(floor(greatest(col("age_days"), lit(0)).divide(30)));
    private static final Column POSTS = doubling(col("posts"));
    private static final Column FOLLOWEES = doubling(col("followees"));
    private static final Column LISTED = doubling(col("listed"));

    private static final List<Level> LEVELS = List.of(
            new Level("age, posts, followees and lists that hold them", List.of(AGE, POSTS, FOLLOWEES, LISTED)),
            new Level("age, posts and followees", List.of(AGE, POSTS, FOLLOWEES)),
            new Level("age, posts and followees, roughly", List.of(twofold(AGE), twofold(POSTS), twofold(FOLLOWEES))),
            new Level("posts and followees, roughly", List.of(twofold(POSTS), twofold(FOLLOWEES))));

    /**
     * Each account once for each level of which it states what is needed.
     *
     * @param profiles columns age_days, posts, followees and listed, and any others
     * @return the same columns with level (0 is the finest), likeness and cell
     */
    static Dataset<Row> of(Dataset<Row> profiles) {
        Column[] cells = IntStream.range(0, LEVELS.size())
                .mapToObj(level -> struct(
                        lit(level).as("level"),
                        lit(LEVELS.get(level).likeness()).as("likeness"),
                        cell(LEVELS.get(level).bins()).as("cell")))
                .toArray(Column[]::new);
        return profiles.select(col("*"), explode(array(cells)).as("found"))
                .select("*", "found.*")
                .drop("found")
                .where(col("cell").isNotNull());
    }

    /** Null if one of the bins is. */
    private static Column cell(List<Column> bins) {
        return concat(
                bins.stream().map(bin -> concat(bin.cast("string"), lit("|"))).toArray(Column[]::new));
    }

    /** The whole part of log2(count + 1), by the length of the binary number: a logarithm of doubles is off by one at times. */
    private static Column doubling(Column count) {
        return length(bin(count.plus(1))).minus(1);
    }

    private static Column twofold(Column bin) {
        return floor(bin.divide(2));
    }

    private Cells() {}
}
