package org.followerassay.signature.profile;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;

/**
 * A published rule that puts an account into a class by its profile alone.
 *
 * @param name the class that it stands for
 * @param need how many of the signs must hold
 */
public record ProfileRule(String name, Need need, List<ProfileSign> signs) {
    /** How many of a rule's signs must hold. */
    public enum Need {
        /** One is enough; those that an export can't tell are left out. */
        ANY("any of"),
        /** All of them; a rule of which one can't be told is not evaluated. */
        ALL("all of"),
        /** Fewer than half, so that signs of a person are missing; at least four must be told. */
        FEWER_THAN_HALF("fewer than half of");

        private final String words;

        Need(String words) {
            this.words = words;
        }
    }

    /** Signs that must be readable before "fewer than half" says something. */
    private static final int ENOUGH_SIGNS = 4;

    public ProfileRule {
        signs = List.copyOf(signs);
    }

    /** False if the columns that an export states don't allow this rule to be evaluated. */
    public boolean isReadable(Collection<String> stated) {
        int readable = readable(stated).size();
        return switch (need) {
            case ANY -> readable > 0;
            case ALL -> readable == signs.size();
            case FEWER_THAN_HALF -> readable >= ENOUGH_SIGNS;
        };
    }

    /** Whether the rule holds; null for a profile that leaves out something which others of the export state. */
    public Column holds(Collection<String> stated) {
        if (!isReadable(stated)) {
            return lit(null).cast("boolean");
        }
        List<Column> read = readable(stated).stream().map(ProfileSign::holds).toList();
        Column holds = switch (need) {
            case ANY -> read.stream().reduce(Column::or).orElseThrow();
            case ALL -> read.stream().reduce(Column::and).orElseThrow();
            case FEWER_THAN_HALF -> number(read).multiply(2).lt(read.size());
        };
        return when(told(read), holds);
    }

    List<ProfileSign> readable(Collection<String> stated) {
        return signs.stream().filter(sign -> sign.isReadable(stated)).toList();
    }

    /** "any of: has never posted; …". */
    String words() {
        String list = signs.stream().map(ProfileSign::words).collect(Collectors.joining("; "));
        return signs.size() == 1 ? list : need.words + ": " + list;
    }

    private static Column told(List<Column> signs) {
        return signs.stream().map(Column::isNotNull).reduce(Column::and).orElseThrow();
    }

    private static Column number(List<Column> signs) {
        return signs.stream().map(sign -> sign.cast("int")).reduce(Column::plus).orElseThrow();
    }
}
