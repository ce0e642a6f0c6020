package org.followerassay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The tables of accounts that an edition may name, without a word or an exact number about all the others. */
final class OthersUnnamed {
    private static final Pattern ACCOUNT = Pattern.compile("(accounts? (?:= )?)([0-9]+)");
    private static final Pattern COUNT =
            Pattern.compile("\\b[0-9][0-9,]* ((?:(?:small|nano|micro|mid|macro|mega) )?accounts)\\b");

    /** Peers of fewer groups than this have a median that is nearly one account's value. */
    private static final int FEWEST_GROUPS = 3;

    private final List<Long> named;
    private final int smallest;

    OthersUnnamed(List<Long> named, int smallest) {
        this.named = named;
        this.smallest = smallest;
    }

    /** A sentence without the ids of others, and without how many they are. */
    String text(String text) {
        String nameless = ACCOUNT.matcher(text)
                .replaceAll((MatchResult found) -> named.contains(Long.valueOf(found.group(2)))
                        ? found.group()
                        : found.group(1) + Messages.of("edition.unnamed"));
        return smallest == 1 ? nameless : COUNT.matcher(nameless).replaceAll("$1");
    }

    ShownTable texts(ShownTable findings) {
        return findings.mapped((column, value) ->
                value instanceof String text && !column.name().equals("handle") ? text(text) : value);
    }

    /** Numbers of peers rounded down to whole groups; no peers where they are few. */
    ShownTable peers(ShownTable profiles) {
        List<List<Object>> rows = new ArrayList<>();
        Line.of(profiles).forEach(line -> {
            long peers = line.has("peers") ? (long) line.number("peers") : 0;
            boolean few = smallest > 1 && peers < (long) FEWEST_GROUPS * smallest;
            List<Object> row = new ArrayList<>(line.row());
            for (int i = 0; i < row.size(); i++) {
                String column = profiles.columns().get(i).name();
                if (column.equals("peers")) {
                    row.set(i, few ? 0L : peers / smallest * smallest);
                } else if (few && column.startsWith("peer_")) {
                    row.set(i, null);
                }
            }
            rows.add(row);
        });
        return new ShownTable(profiles.name(), profiles.columns(), rows, profiles.query());
    }

    /** The number of accounts in a tier rounded down to whole groups, and without what would tell it exactly. */
    ShownTable standings(ShownTable ranks) {
        return ranks.mapped((column, value) -> switch (column.name()) {
            case "tier_accounts" -> smallest == 1 ? value : (Object) ((Long) value / smallest * smallest);
            case "rise_share" -> smallest == 1 ? value : null;
            default -> value;
        });
    }

    /** Clusters are called after one of their accounts. */
    static ShownTable none(ShownTable vendors) {
        return new ShownTable(vendors.name(), vendors.columns(), List.of());
    }
}
