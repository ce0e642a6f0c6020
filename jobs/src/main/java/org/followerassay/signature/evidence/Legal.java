package org.followerassay.signature.evidence;

/** Options outside their legal range, as a sentence that names the range. */
public final class Legal {
    /** @throws IllegalArgumentException with the option's name, value and range */
    public static void require(boolean holds, String name, Number value, String range) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + range + ", was " + value);
        }
    }

    private Legal() {}
}
