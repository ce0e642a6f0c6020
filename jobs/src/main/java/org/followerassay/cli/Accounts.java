package org.followerassay.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Inputs;
import org.followerassay.table.IngestTables;

/** Accounts as users name them: by id, by the id in the export, or by handle. */
final class Accounts {
    static List<Long> idsOf(List<String> names, Inputs tables) {
        return names.stream().map(name -> idOf(name, tables)).toList();
    }

    /** @throws AssayException if the warehouse holds no such account, or several */
    static long idOf(String name, Inputs tables) {
        String bare = name.startsWith("@") ? name.substring(1) : name;
        List<Row> named = tables.of(IngestTables.IDENTITIES)
                .where(lower(col("handle"))
                        .equalTo(bare.toLowerCase(Locale.ROOT))
                        .or(col("external_id").equalTo(name))
                        // A name is one account however it is written.
                        .or(lower(regexp_replace(col("external_id"), "^@", "")).equalTo(bare.toLowerCase(Locale.ROOT))))
                .select("account")
                .distinct()
                .limit(2)
                .collectAsList();
        if (named.size() > 1) {
            throw AssayException.badInput("more than one account is called '" + name + "': name it by its id, from"
                    + " 'select * from identities'");
        }
        if (named.size() == 1) {
            return named.get(0).getLong(0);
        }
        if (bare.matches("[0-9]{1,19}")) {
            return Long.parseLong(bare);
        }
        throw AssayException.badInput("no account in the warehouse is called '" + name
                + "': name it by its id, or by a handle that the export holds");
    }

    private Accounts() {}
}
