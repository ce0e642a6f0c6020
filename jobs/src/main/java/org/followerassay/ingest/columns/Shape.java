package org.followerassay.ingest.columns;

import java.util.ArrayList;
import java.util.List;

/** What the rows of an export are: which columns name a row, which ones it says something with. */
enum Shape {
    /** Follower and followee; other columns describe the follower. */
    TIES,
    /** Two accounts that follow each other. */
    PAIRS,
    /** One end of each tie; the other is the owner of the list. */
    LIST,
    ACCOUNTS,
    EVENTS,
    INTERACTIONS,
    COVERAGE;

    /** Two rows with the same key are the same row, or contradict each other. */
    List<String> key() {
        return switch (this) {
            case TIES, PAIRS, LIST -> List.of("snapshot", "follower", "followee");
            case ACCOUNTS -> List.of("snapshot", "account");
            case EVENTS -> List.of("follower", "followee", "change", "earliest");
            case INTERACTIONS -> List.of("actor", "target", "kind", "period");
            case COVERAGE -> List.of("snapshot", "account", "direction");
        };
    }

    /** What a row says of its key itself. */
    List<String> payload() {
        return switch (this) {
            case TIES -> List.of("position", "newest_first", "followed_at");
            case PAIRS -> List.of("followed_at");
            case LIST -> List.of("newest_first", "followed_at");
            case ACCOUNTS -> AccountFacts.COLUMNS;
            case EVENTS -> List.of("latest");
            case INTERACTIONS -> List.of("count");
            case COVERAGE -> List.of("stated", "complete", "reason");
        };
    }

    /** The columns of the key and of what is said of it. */
    List<String> ownColumns() {
        List<String> columns = new ArrayList<>(key());
        columns.addAll(payload());
        return columns;
    }

    boolean isOfTies() {
        return this == TIES || this == PAIRS || this == LIST;
    }

    /** True if rows may say when an account was created, how many followers it has and the like. */
    boolean describesAccounts() {
        return this == TIES || this == LIST || this == ACCOUNTS;
    }

    /** Every column that rows of this shape may have. */
    List<String> columns() {
        List<String> columns = ownColumns();
        if (describesAccounts()) {
            AccountFacts.COLUMNS.stream()
                    .filter(fact -> !columns.contains(fact))
                    .forEach(columns::add);
            columns.add("handle");
        }
        return columns;
    }
}
