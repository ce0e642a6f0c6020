package org.followerassay.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.Kind;
import org.followerassay.ingest.format.Owner;
import org.followerassay.ingest.format.Words;

/** What became of one export, in words and as rows of the table input_files. */
record InputReport(Reading reading, int source, Batch.Found found, Optional<String> firstTie, Extent extent) {
    /** Accounts and snapshots whose lists an export holds. */
    record Extent(long accounts, long snapshots) {}

    /** How the input was read, in words; without names, since it is published. */
    String readAs() {
        List<String> words = new ArrayList<>();
        words.add(what());
        Snapshots snapshots = found.snapshots().get(source);
        if (hasSnapshot()) {
            words.add(snapshotWords(snapshots));
        }
        export().partial().ifPresent(why -> words.add("not whole: " + why));
        stated().ifPresent(words::add);
        words.addAll(export().notes());
        return String.join("; ", words);
    }

    private String snapshotWords(Snapshots snapshots) {
        if (snapshots.words().startsWith("undated")) {
            return snapshots.words();
        }
        if (!snapshots.several()) {
            return "snapshot " + snapshots.words();
        }
        boolean listsTell = extent.snapshots() > 0;
        return (listsTell ? Words.count(extent.snapshots(), "snapshot") + ", " : "snapshots ") + snapshots.words();
    }

    private Export export() {
        return reading.export();
    }

    private boolean hasSnapshot() {
        var kinds = found.counted().kinds(source);
        return kinds.contains(Kind.TIE)
                || kinds.contains(Kind.PROFILE)
                || kinds.contains(Kind.LIST)
                || !export().lists().isEmpty();
    }

    private String what() {
        List<String> words = new ArrayList<>(List.of(export().what()));
        if (export().owner().isPresent() && !ownLists().isEmpty()) {
            words.addAll(ownLists());
        } else {
            words.addAll(rows());
        }
        return String.join(", ", words);
    }

    /** "follower list, newest first, 764 rows of 764 stated". */
    private List<String> ownLists() {
        List<String> lists = new ArrayList<>();
        for (String direction : List.of(Owner.FOLLOWERS, Owner.FOLLOWEES)) {
            boolean isThere = export().lists().contains(direction) || found.listed(source, direction) > 0;
            if (isThere) {
                boolean ordered =
                        export().parts().stream().anyMatch(part -> part.list().equals(Optional.of(direction)));
                Long stated = export().stated().get(direction);
                lists.add(direction.substring(0, direction.length() - 1) + " list"
                        + (ordered ? ", newest first" : "") + ", "
                        + Words.count(found.listed(source, direction), "row")
                        + (stated == null ? "" : " of " + Words.number(stated) + " stated"));
            }
        }
        return lists;
    }

    private List<String> rows() {
        List<String> words = new ArrayList<>();
        long accepted = found.tally().counted(source, Judgement.ACCEPTED);
        boolean lists = found.listed(source, Owner.FOLLOWERS) + found.listed(source, Owner.FOLLOWEES) > 0;
        if (lists && extent.accounts() > 0) {
            words.add("of " + Words.count(extent.accounts(), "account"));
        }
        words.add(Words.count(accepted, "row"));
        if (found.counted().kinds(source).contains(Kind.TIE) && !lists) {
            words.add(
                    export().isUndirected()
                            ? "each read as two follows"
                            : "follower → followee"
                                    + (export().isFolloweeFirst() ? " (the followee comes first in the export)" : ""));
        }
        return words;
    }

    private Optional<String> stated() {
        if (export().statedTies().isEmpty()) {
            return Optional.empty();
        }
        String accounts = export().statedAccounts()
                .map(stated -> " and " + Words.count(stated, "account"))
                .orElse("");
        return Optional.of(
                "its header states " + Words.count(export().statedTies().get(), "tie") + accounts + ", read were "
                        + Words.number(found.tally().rows(source)) + " and " + Words.number(extent.accounts()));
    }

    /** One line for the user. */
    String line() {
        Optional<String> owner = export().owner()
                .filter(Owner::named)
                .map(one -> "; the owner is called '" + one.name() + "' (" + one.from() + ")");
        return reading.name() + ": " + readAs()
                + firstTie.map(tie -> "; the first row says: " + tie).orElse("")
                + owner.orElse("")
                + "; " + found.tally().balance(source);
    }

    /** One tie in words. */
    static String inWords(Export export, String one, String other) {
        return export.isUndirected() ? one + " and " + other + " follow each other" : one + " follows " + other;
    }

    /** One row per file, of the table input_files. */
    List<List<?>> fileRows() {
        List<List<?>> rows = new ArrayList<>();
        found.tally()
                .files(source)
                .forEach((file, sums) -> rows.add(Arrays.asList(
                        file,
                        reading.sha256(),
                        export().format().name(),
                        readAs(),
                        reading.bytes(),
                        sums[0],
                        sums[1],
                        sums[2],
                        sums[3],
                        sums[4],
                        sums[5],
                        sums[6],
                        sums[7])));
        return rows;
    }
}
