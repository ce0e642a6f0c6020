package org.followerassay.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.followerassay.flow.AssayException;
import org.followerassay.ingest.format.Asked;
import org.followerassay.ingest.format.Compression;
import org.followerassay.ingest.format.Entry;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.ExportFormat;
import org.followerassay.ingest.format.Ids;
import org.followerassay.ingest.format.Place;
import org.followerassay.ingest.format.TextChecks;

/**
 * The exports at the paths that the user named. A folder is asked as a whole first, then its folders, then its files; what
 * can't be read in it is kept aside, so that one bad export of an inbox does not stop the good ones.
 */
final class Inbox {
    /** An export that was not read, and why. */
    record Unread(String name, AssayException why) {}

    private final IngestOptions options;
    private final Ids ids;
    private final Configuration hadoop;
    private final List<Export> exports = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    private Inbox(IngestOptions options, Ids ids, Configuration hadoop) {
        this.options = options;
        this.ids = ids;
        this.hadoop = hadoop;
    }

    /**
     * Looks through every input.
     *
     * @throws AssayException if an input holds nothing that can be read
     */
    static Inbox of(IngestOptions options, Ids ids, Configuration hadoop) {
        Inbox inbox = new Inbox(options, ids, hadoop);
        options.inputs().forEach(inbox::open);
        return inbox;
    }

    List<Export> exports() {
        return List.copyOf(exports);
    }

    List<Unread> unread() {
        return List.copyOf(unread);
    }

    private void open(String input) {
        int before = exports.size();
        int unreadBefore = unread.size();
        String shown = input.replaceAll("(?<=[^/])/+$", "");
        try {
            look(Place.at(new Path(input), shown, options.limits(), hadoop));
        } catch (FileNotFoundException missing) {
            throw AssayException.badInput(input + " does not exist: correct the path after --input", missing);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw AssayException.badInput(
                    input + " can't be read (" + unreadable.getMessage() + "): check the path after --input",
                    unreadable);
        }
        if (exports.size() == before) {
            if (unread.size() > unreadBefore) {
                throw unread.get(unreadBefore).why();
            }
            throw AssayException.badInput(input + " is a folder without exports: name a file, or another folder");
        }
    }

    private void look(Place place) throws IOException {
        try {
            Optional<Export> export = place.isFile() ? file(place) : recognised(place);
            if (export.isPresent()) {
                refuseDoubts(export.get());
                exports.add(export.get());
            } else if (!place.isFile()) {
                lookInside(place);
            }
        } catch (AssayException unusable) {
            if (options.strict()) {
                throw unusable;
            }
            unread.add(new Unread(place.name(), unusable));
        }
    }

    private void refuseDoubts(Export export) {
        if (options.strict() && !export.doubts().isEmpty()) {
            throw AssayException.badInput(
                    export.place().name() + ": " + export.doubts().get(0) + ", or leave --strict out");
        }
    }

    private void lookInside(Place folder) throws IOException {
        TreeMap<String, Place> children = new TreeMap<>();
        folder.folders().forEach(name -> children.put(name, folder.in(name)));
        folder.files().forEach(file -> children.put(file.fileName(), file));
        for (Place child : children.values()) {
            look(child);
        }
    }

    private Optional<Export> file(Place place) throws IOException {
        Entry file = place.file();
        if (file.bytes() == 0) {
            throw AssayException.badInput(place.name() + " is empty: export it again, or leave it out");
        }
        byte[] head = file.head();
        if (Compression.startsWith(head, 'P', 'K', 3, 4) || Compression.startsWith(head, 'P', 'K', 5, 6)) {
            if (place.name().contains("!")) {
                throw AssayException.badInput(place.name() + " is a zip within a zip: unpack the outer one");
            }
            Place inside = place.unzipped(options.limits(), hadoop);
            if (inside.entries().isEmpty()) {
                throw AssayException.badInput(place.name() + " is a zip without files: export it again");
            }
            Optional<Export> export = recognised(inside);
            if (export.isEmpty()) {
                lookInsideZip(inside);
            }
            return export;
        }
        if (head.length == 0) {
            throw AssayException.badInput(place.name() + " is empty once unpacked: export it again, or leave it out");
        }
        return Optional.of(recognised(place).orElseThrow(() -> unknown(place)));
    }

    private void lookInsideZip(Place zip) throws IOException {
        int before = exports.size() + unread.size();
        lookInside(zip);
        if (exports.size() + unread.size() == before) {
            throw AssayException.badInput(zip.name() + " holds nothing that can be read: see 'assay ingest --formats'");
        }
    }

    private Optional<Export> recognised(Place place) throws IOException {
        Optional<ExportFormat> forced = options.format().map(Formats::named);
        List<ExportFormat> tried = forced.map(List::of).orElse(Formats.ALL);
        Asked asked = options.asked(ids);
        for (ExportFormat format : tried) {
            Optional<Export> export = format.recognise(place, asked);
            if (export.isPresent()) {
                return export;
            }
        }
        return Optional.empty();
    }

    private AssayException unknown(Place place) {
        if (options.format().isPresent()) {
            return AssayException.badInput(place.name() + " is not what --format "
                    + options.format().get() + " reads: leave --format out, or see 'assay ingest --formats'");
        }
        TextChecks.refuseWhatIsNoText(place.name(), place.file().head());
        return AssayException.badInput(place.name() + " is no export that is known: see 'assay ingest --formats'");
    }
}
