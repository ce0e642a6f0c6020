package org.followerassay.signature.profile;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/**
 * A rule set as a tool or a paper published it, cut down to what a profile can tell.
 *
 * @param name as reports print it
 * @param source who published it, and when
 * @param leftOut published parts that no export of profiles holds, or that were never published
 * @param rules tried in this order: an account is in the class of the first rule that holds
 * @param otherwise the class of all other accounts
 */
public record RulePreset(String name, String source, String leftOut, List<ProfileRule> rules, String otherwise) {
    public RulePreset {
        rules = List.copyOf(rules);
    }

    /** Every class, the last one being what is left. */
    List<String> classes() {
        return Stream.concat(rules.stream().map(ProfileRule::name), Stream.of(otherwise))
                .toList();
    }

    boolean isReadable(Collection<String> stated) {
        return rules.stream().anyMatch(rule -> rule.isReadable(stated));
    }

    /** The class of a profile; null if the profile leaves out what one of the readable rules needs. */
    Column classOf(Collection<String> stated) {
        List<Column> read = rules.stream()
                .filter(rule -> rule.isReadable(stated))
                .map(rule -> rule.holds(stated))
                .toList();
        if (read.isEmpty()) {
            return lit(null).cast("string");
        }
        Column found = lit(otherwise);
        for (int i = rules.size() - 1; i >= 0; i--) {
            ProfileRule rule = rules.get(i);
            if (rule.isReadable(stated)) {
                found = when(rule.holds(stated), rule.name()).otherwise(found);
            }
        }
        Column told = read.stream().map(Column::isNotNull).reduce(Column::and).orElseThrow();
        return when(told, found);
    }
}
