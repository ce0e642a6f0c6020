package org.followerassay.ingest;

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

    /** What two rows of the same key may contradict each other in. */
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

    boolean isOfTies() {
        return this == TIES || this == PAIRS || this == LIST;
    }

    /** True if rows may say when an account was created, how many followers it has and the like. */
    boolean describesAccounts() {
        return this == TIES || this == LIST || this == ACCOUNTS;
    }

    /** The key columns that hold accounts. */
    List<String> accounts() {
        return switch (this) {
            case TIES, PAIRS, LIST, EVENTS -> List.of("follower", "followee");
            case ACCOUNTS, COVERAGE -> List.of("account");
            case INTERACTIONS -> List.of("actor", "target");
        };
    }

    /** The account that other columns describe. */
    String described() {
        return this == ACCOUNTS ? "account" : "follower";
    }

    /** Every column that rows of this shape may have. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(key());
        columns.addAll(payload());
        if (describesAccounts()) {
            AccountFacts.COLUMNS.stream()
                    .filter(fact -> !columns.contains(fact))
                    .forEach(columns::add);
            columns.add("handle");
        }
        return columns;
    }

    /** True if columns are staged even where an export lacks them, since they are worked out or may be left open. */
    boolean stagesAll() {
        return this == EVENTS || this == INTERACTIONS || this == COVERAGE;
    }
}
