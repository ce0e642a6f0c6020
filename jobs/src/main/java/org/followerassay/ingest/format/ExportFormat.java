package org.followerassay.ingest.format;

import java.io.IOException;
import java.util.Optional;

/**
 * A form in which platforms, researchers or this program hand out accounts and ties. One class per format; it knows how
 * to recognise an export by its content and the names of its files, and which reader each file needs.
 */
public interface ExportFormat {
    /** As after {@code --format}. */
    String name();

    /** What such an export looks like, in one line. */
    String about();

    /** What it tells: letters of the input tiers E, O, T, P and I, parted by blanks. */
    String tiers();

    /** Which way its ties run, and how that is known, in a few words. */
    String direction();

    /** What it does not tell, in a few words. */
    String limits();

    /**
     * The export at a place, if this format is what lies there.
     *
     * <p>A folder is offered from the outermost one inwards, a file by itself only if no folder around it was recognised.
     * Look at names first, and open as few files as possible.
     *
     * @throws org.followerassay.flow.AssayException if it is of this format, but damaged or unclear
     */
    Optional<Export> recognise(Place place, Asked asked) throws IOException;
}
