package org.followerassay.ingest;

import java.io.Serializable;
import java.util.Optional;
import org.followerassay.ingest.format.Export;
import org.followerassay.ingest.format.Words;

/**
 * What an export says of its own completeness.
 *
 * @param partial why it calls itself partial, or null
 * @param ties how many ties its header states, or null
 */
record HeaderClaim(String partial, Long ties) implements Serializable {
    static HeaderClaim of(Export export) {
        return new HeaderClaim(
                export.partial().orElse(null), export.statedTies().orElse(null));
    }

    /** Why none of its lists is whole, if so many rows were read. */
    Optional<String> whyPartial(long rows) {
        if (partial != null) {
            return Optional.of(partial);
        }
        return ties == null || ties <= rows
                ? Optional.empty()
                : Optional.of(
                        "the header states " + Words.number(ties) + " ties, the file holds " + Words.number(rows));
    }
}
