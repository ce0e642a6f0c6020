package org.followerassay.ingest.series;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Json;

/**
 * How a list writes its accounts: one a line, in a column of a table, or in a JSON array, by themselves or under a key.
 *
 * @param key the column or key with the account; empty if the account stands by itself
 * @param header of a table; null otherwise
 */
record ListForm(Kind kind, String key, CsvHeader header) implements Serializable {
    enum Kind {
        PLAIN,
        TABLE,
        JSON
    }

    private static final List<String> IDS = List.of("id", "userid", "accountid", "did", "account");
    private static final List<String> NAMES =
            List.of("username", "login", "screenname", "handle", "accountname", "acct", "user");
    private static final Pattern ACCOUNT = Pattern.compile("@?[\\p{L}\\p{N}_][^\\s,;\"{}\\[\\]<>]{0,255}");

    /** Columns that say more than who is in the list: such a table is read as what it is. */
    private static final Set<String> OF_OTHER_TABLES = Set.of(
            "follower",
            "followee",
            "source",
            "target",
            "actor",
            "change",
            "direction",
            "snapshot",
            "observed_at",
            "observed_at_epoch",
            "row_in_list",
            "newest_first",
            "position",
            "position_newest_first");

    /** The form of a file without any account: nothing at all, or an empty array. */
    static Optional<ListForm> ofBlank(Entry entry) {
        String text = entry.bytes() == 0 ? "" : FirstRecords.text(entry).strip();
        if (text.isEmpty()) {
            return Optional.of(new ListForm(Kind.PLAIN, "", null));
        }
        return text.matches("\\[\\s*]") ? Optional.of(new ListForm(Kind.JSON, "", null)) : Optional.empty();
    }

    /** The form of a file that is not blank, if it is a list's. */
    static Optional<ListForm> of(Entry entry) {
        if (FirstRecords.text(entry).stripLeading().startsWith("[")) {
            return json(FirstRecords.text(entry).stripLeading().substring(1));
        }
        List<String> lines = FirstRecords.lines(entry);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        CsvHeader header = CsvHeader.of(lines.get(0));
        Optional<String> column = key(header.names());
        if (column.isPresent()) {
            boolean saysMore = header.names().stream().anyMatch(OF_OTHER_TABLES::contains);
            return saysMore ? Optional.empty() : Optional.of(new ListForm(Kind.TABLE, column.get(), header));
        }
        boolean plain = lines.stream()
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .allMatch(line -> ACCOUNT.matcher(line).matches());
        return plain ? Optional.of(new ListForm(Kind.PLAIN, "", null)) : Optional.empty();
    }

    private static Optional<ListForm> json(String elements) {
        try {
            JsonNode first = Json.first(elements);
            if (first.isObject()) {
                List<String> names = new ArrayList<>();
                first.fieldNames().forEachRemaining(names::add);
                return key(names).map(key -> new ListForm(Kind.JSON, key, null));
            }
            boolean isAccount = first.isIntegralNumber()
                    || (first.isTextual() && ACCOUNT.matcher(first.asText()).matches());
            return isAccount ? Optional.of(new ListForm(Kind.JSON, "", null)) : Optional.empty();
        } catch (JsonProcessingException damaged) {
            return Optional.empty();
        }
    }

    /** Ids go before names: an account keeps its id when it is renamed. */
    private static Optional<String> key(List<String> names) {
        for (List<String> known : List.of(IDS, NAMES)) {
            for (String wanted : known) {
                for (String name : names) {
                    if (normal(name).equals(wanted)) {
                        return Optional.of(name);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** True if the accounts are names, even those of digits. */
    boolean holdsNames() {
        return NAMES.contains(normal(key));
    }
}
