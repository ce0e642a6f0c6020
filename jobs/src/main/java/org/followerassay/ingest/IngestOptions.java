package org.followerassay.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.columns.Vocabulary;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.Limits;
import org.followerassay.ingest.format.Owner;

/**
 * What to read and how, where the export itself does not say.
 *
 * @param inputs files or folders, as Hadoop URIs
 * @param format name of an {@link ExportFormat}; empty to tell by the content
 * @param snapshot when the exports were taken, for those that do not say
 * @param columns names of columns as in the export, to our names
 * @param account whose list it is, where the export does not say
 * @param direction followers or followees, where the export does not say
 * @param reversed true if the first account of a tie is the one that is followed
 * @param identities true to write the table of names
 * @param pseudonymise true to replace numeric ids, too, by keyed hashes
 * @param keyFile file with the secret key of the hashes
 * @param strict true to fail if a single row is rejected, or a single export of several can't be read
 * @param limits how far a packed export may unfold
 */
public record IngestOptions(
        List<String> inputs,
        Optional<String> format,
        Optional<Instant> snapshot,
        Map<String, String> columns,
        Optional<String> account,
        Optional<String> direction,
        boolean reversed,
        boolean identities,
        boolean pseudonymise,
        Optional<String> keyFile,
        boolean strict,
        Limits limits) {

    public IngestOptions {
        inputs = List.copyOf(inputs);
        columns = Map.copyOf(columns);
        if (inputs.isEmpty() || inputs.stream().anyMatch(String::isBlank)) {
            throw AssayException.usage("--input must name at least one file or folder");
        }
        format.ifPresent(Formats::named);
        direction.ifPresent(word -> {
            if (!word.equals(Owner.FOLLOWERS) && !word.equals(Owner.FOLLOWEES)) {
                throw AssayException.usage("--direction must be followers or followees, was '" + word + "'");
            }
        });
        columns.forEach((theirs, ours) -> Vocabulary.requireKnown(ours, theirs));
        if (account.isPresent() && account.get().isBlank()) {
            throw AssayException.usage("--account must name an account, was blank");
        }
        if (pseudonymise && keyFile.isEmpty()) {
            throw AssayException.usage("--pseudonymise needs a secret key: name its file after --key-file");
        }
    }

    public static IngestOptions of(List<String> inputs, Optional<Instant> snapshot) {
        return new IngestOptions(
                inputs,
                Optional.empty(),
                snapshot,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                false,
                Optional.empty(),
                false,
                Limits.defaults());
    }

    Asked asked(Ids ids) {
        return new Asked(format.isPresent(), account, direction, reversed, snapshot, columns, ids);
    }

    /** Everything besides the content that decides how an export is read. */
    List<String> reading() {
        return List.of(
                format.toString(),
                snapshot.toString(),
                new TreeMap<>(columns).toString(),
                account.toString(),
                direction.toString(),
                Boolean.toString(reversed),
                Boolean.toString(identities),
                Boolean.toString(strict));
    }
}
