package org.followerassay.ingest.format;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.followerassay.flow.AssayException;

/**
 * What the user said of the exports, beside where they lie.
 *
 * @param forced true if the user named this format: recognise generously, and say what is missing
 * @param account whose list it is, where the export does not say
 * @param direction followers or followees, where the export does not say
 * @param reversed true if the first account of a tie is the one that is followed
 * @param snapshot when the exports were taken, for those that do not say
 * @param columns names of columns as in the export, to ours
 */
public record Asked(
        boolean forced,
        Optional<String> account,
        Optional<String> direction,
        boolean reversed,
        Optional<Instant> snapshot,
        Map<String, String> columns,
        Ids ids) {

    /** The owner as the user named it after --account. */
    public Optional<Owner> givenOwner(String platform) {
        return givenOwner(platform, CellKind.ID);
    }

    /** The same on a platform whose accounts are known by decimal ids or, where {@code kind} says so, by names only. */
    public Optional<Owner> givenOwner(String platform, CellKind kind) {
        return account.map(name -> owner(platform, name.strip(), kind, "--account"));
    }

    /**
     * An owner that the export names.
     *
     * @param from who said so, in words: "account.js"
     * @throws AssayException if it is neither an id nor a name
     */
    public Owner owner(String platform, String name, String from) {
        return owner(platform, name, CellKind.ID, from);
    }

    /** The same where names may begin with a digit, and a name of digits is no id. */
    public Owner owner(String platform, String name, CellKind kind, String from) {
        long id = kind == CellKind.NAME ? ids.ofName(platform, name) : ids.of(platform, name);
        if (id == Ids.NONE) {
            throw AssayException.badInput("the owner '" + name + "' (" + from
                    + ") is neither a decimal id nor a name: say who it is with --account");
        }
        return new Owner(id, name, ids.hides(name, kind), null, null, from);
    }

    /** The owner as --account says, or else by the name of the folder, zip or file, for exports that do not say. */
    public Owner ownerOrName(String platform, Place place) {
        return ownerOrName(platform, place, CellKind.ID);
    }

    /** The same, with the account after --account read as {@code kind} says. */
    public Owner ownerOrName(String platform, Place place, CellKind kind) {
        return givenOwner(platform, kind).orElseGet(() -> {
            String name = OwnerName.of(place);
            long id = ids.hidesNumbers() ? ids.ofName("file", name) : Ids.unkeyed(platform + " " + name);
            return new Owner(id, name, true, null, null, "named after its file or folder" + Owner.GUESSED);
        });
    }
}
