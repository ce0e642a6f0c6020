package org.followerassay.ingest.format;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of the rows between an export and the tables. The first few are always there; the others only where a
 * reader of the same run fills them, to keep rows slim.
 *
 * <p>Times are microseconds since 1970, as plain numbers, until they are written.
 */
public final class StagedColumns implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Which file, which record of it, what became of it, whether it is a further row of its record, and why not. */
    private static final List<String> ALWAYS =
            List.of("unit", "line", "outcome", "further", "kind", "code", "explanation", "text");

    private static final Set<String> TEXTS = Set.of(
            "outcome",
            "kind",
            "code",
            "explanation",
            "text",
            "handle",
            "status",
            "change",
            "interaction",
            "direction",
            "record_key",
            "reason");
    private static final Set<String> FLAGS =
            Set.of("further", "has_picture", "has_bio", "verified", "is_private", "complete");
    private static final Set<String> NUMBERS = Set.of(
            "line",
            "follower",
            "followee",
            "account",
            "actor",
            "target",
            "snapshot",
            "position",
            "newest_first",
            "followed_at",
            "earliest",
            "latest",
            "created_at",
            "posts",
            "followers",
            "followees",
            "likes",
            "listed",
            "last_post_at",
            "period",
            "count",
            "stated",
            "observed_at");

    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();

    private StagedColumns(Collection<String> names) {
        this.names = List.copyOf(names);
        for (String name : this.names) {
            places.put(name, places.size());
            type(name);
        }
    }

    /** Those that are always there, the given ones, and for each account among them its name in the export. */
    public static StagedColumns with(Collection<String> filled) {
        Set<String> all = new LinkedHashSet<>(ALWAYS);
        filled.stream().sorted().forEach(all::add);
        Arrays.stream(Kind.values())
                .flatMap(kind -> kind.accounts().stream())
                .filter(filled::contains)
                .forEach(account -> all.add(textOf(account)));
        return new StagedColumns(all);
    }

    /** The column with the account as the export writes it, where the id does not tell. */
    public static String textOf(String account) {
        return account + "_text";
    }

    public List<String> names() {
        return names;
    }

    public boolean has(String name) {
        return places.containsKey(name);
    }

    /** The column's place, from 0. */
    int place(String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException(
                    "a reader fills the column '" + name + "' but does not list it in columns()");
        }
        return place;
    }

    public StructType schema() {
        StructType schema = new StructType();
        for (String name : names) {
            schema = schema.add(name, type(name));
        }
        return schema;
    }

    private static DataType type(String name) {
        if (name.equals("unit")) {
            return DataTypes.IntegerType;
        }
        if (FLAGS.contains(name)) {
            return DataTypes.BooleanType;
        }
        if (TEXTS.contains(name) || name.endsWith("_text")) {
            return DataTypes.StringType;
        }
        if (NUMBERS.contains(name)) {
            return DataTypes.LongType;
        }
        throw new IllegalArgumentException("there is no staged column '" + name + "'");
    }
}
