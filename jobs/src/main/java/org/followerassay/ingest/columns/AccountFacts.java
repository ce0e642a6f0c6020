package org.followerassay.ingest.columns;

import static org.followerassay.table.IngestTables.ACCOUNTS;

import java.util.List;
import java.util.stream.Stream;
import org.followerassay.table.Field;

/** What an export says of an account, besides that it is there. */
public final class AccountFacts {
    /** The columns of the table accounts after its key. */
    public static final List<String> COLUMNS = ACCOUNTS.fields().stream()
            .map(Field::name)
            .filter(column -> !ACCOUNTS.key().contains(column))
            .toList();

    /** These, and the name that an account goes by. */
    static final List<String> TOLD =
            Stream.concat(COLUMNS.stream(), Stream.of("handle")).toList();

    private AccountFacts() {}
}
