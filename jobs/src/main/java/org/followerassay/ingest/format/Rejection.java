package org.followerassay.ingest.format;

/**
 * Why one row is not accepted.
 *
 * @param explanation the reason with the offending value
 */
public record Rejection(RejectReason reason, String explanation) {
    private static final int LONGEST_VALUE = 60;

    public static Rejection of(RejectReason reason, String header, String value, String expected) {
        return new Rejection(reason, header + " '" + Words.harmless(shortened(value)) + "' " + expected);
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
