package org.followerassay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.SizeBounds;
import org.followerassay.report.EditionRequest;
import picocli.CommandLine.Option;

/** What an industry edition is about, and whom it may name. */
final class EditionArgs {
    @Option(
            names = "--edition",
            required = true,
            paramLabel = "PERIOD",
            description = "write an edition of all accounts in groups: a quarter, month or year, such as 2026-Q4")
    private String period;

    @Option(names = "--previous", paramLabel = "DIR", description = "folder of the edition before, to tell changes")
    private String previous;

    @Option(
            names = "--named",
            paramLabel = "ACCOUNT",
            split = ",",
            description = "accounts that may be named, or a file that lists them one a line; nobody if not given")
    private List<String> named = new ArrayList<>();

    @Option(
            names = "--tiers",
            paramLabel = "N",
            split = ",",
            description = "followers from which an account is nano, micro, mid, macro, mega"
                    + " (default: those of the ranking)")
    private List<Long> tiers = new ArrayList<>();

    EditionRequest request(Inputs tables, String out, int minGroup) {
        return new EditionRequest(
                period,
                Optional.ofNullable(previous),
                Accounts.idsOf(
                        named.stream().flatMap(name -> lines(name).stream()).toList(), tables),
                out,
                minGroup,
                tiers.isEmpty() ? Optional.empty() : Optional.of(new SizeBounds(tiers)));
    }

    /** The accounts of a file, or the one that is named. */
    private static List<String> lines(String name) {
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            return List.of(name);
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw AssayException.badInput(
                    "the file " + file + " after --named can't be read: " + unreadable.getMessage());
        }
    }
}
