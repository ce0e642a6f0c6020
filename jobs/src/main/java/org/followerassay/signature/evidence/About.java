package org.followerassay.signature.evidence;

/**
 * What a reader must know of a signature before believing it.
 *
 * @param question the question that it answers
 * @param mechanism what a seller does that leaves the trace
 * @param trace what that looks like in an export
 * @param lookAlike what looks the same and is innocent
 * @param limits when it sees nothing, or too much
 * @param cost what it shuffles, and how that grows with the ties
 * @param source the papers that it follows
 * @param needs the input tiers that it needs, of E O T P I
 */
public record About(
        String question,
        String mechanism,
        String trace,
        String lookAlike,
        String limits,
        String cost,
        String source,
        String needs) {
    public About {
        if (question.isBlank()
                || mechanism.isBlank()
                || trace.isBlank()
                || lookAlike.isBlank()
                || limits.isBlank()
                || cost.isBlank()) {
            throw new IllegalArgumentException("a signature explains itself in full: " + question);
        }
    }
}
