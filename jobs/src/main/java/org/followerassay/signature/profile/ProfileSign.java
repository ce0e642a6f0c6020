package org.followerassay.signature.profile;

import java.util.Collection;
import java.util.Set;
import org.apache.spark.sql.Column;

/**
 * One statement that a published rule makes about a profile: true, false, or null where the profile doesn't tell.
 *
 * @param words the statement, to complete "an account that …"
 * @param needs the columns of the table accounts that it reads
 * @param holds over the columns of {@link NewestProfiles}
 */
public record ProfileSign(String words, Set<String> needs, Column holds) {
    public ProfileSign {
        needs = Set.copyOf(needs);
    }

    /** False if an export states one of the columns of nobody at all, so that the sign can be told of nobody. */
    boolean isReadable(Collection<String> stated) {
        return stated.containsAll(needs);
    }
}
