package org.followerassay.report;

import java.util.List;
import java.util.Set;
import org.followerassay.flow.AssayException;

/**
 * What a comparison measures.
 *
 * @param traits traits of followers that every account is compared by, whether or not the export tells of them; others
 *     that the warehouse holds are added
 */
public record ReportOptions(List<String> traits) {
    public ReportOptions {
        traits = List.copyOf(traits);
        for (String trait : traits) {
            if (!trait.matches("[a-z][a-z0-9_]*")) {
                throw AssayException.usage("a trait is written like never_posted, was '" + trait + "'");
            }
        }
        if (Set.copyOf(traits).size() != traits.size()) {
            throw AssayException.usage("a trait is named twice in " + traits + ": name each once");
        }
    }

    public static ReportOptions defaults() {
        return new ReportOptions(List.of("never_posted", "no_picture", "no_bio"));
    }
}
