package org.followerassay.signature;

/**
 * What a reader must know of a signature before believing it.
 *
 * @param question the question that it answers
 * @param mechanism what a seller does that leaves the trace
 * @param trace what that looks like in an export
 * @param lookAlike what looks the same and is innocent
 * @param limits when it sees nothing, or too much
 * @param source the papers that it follows
 * @param needs the input tiers that it needs, of E O T P I
 */
public record About(
        String question, String mechanism, String trace, String lookAlike, String limits, String source, String needs) {
    public About {
        if (question.isBlank() || mechanism.isBlank() || trace.isBlank() || lookAlike.isBlank() || limits.isBlank()) {
            throw new IllegalArgumentException("a signature explains itself in full: " + question);
        }
    }
}
