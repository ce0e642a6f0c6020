package org.followerassay.bench;

/**
 * One run of one contender, as it is kept in the file of results.
 *
 * @param benchmark what was measured, such as "ingest"
 * @param session when the command was started: its rows belong together
 * @param commit of our code; ends in "+" if files were changed since
 * @param lines that hold a tie, repeats included
 * @param ties different ones
 * @param run from 1; every contender ran once before the next number
 */
record Result(
        String benchmark,
        String session,
        String commit,
        Machine machine,
        String contender,
        long lines,
        long ties,
        int run,
        Measurement measured) {

    double linesPerSecondAndCore() {
        return lines / measured.wallSeconds() / machine.cores();
    }

    double bytesPerTie() {
        return (double) measured.bytes() / ties;
    }

    double allBytesPerTie() {
        return (double) measured.allBytes() / ties;
    }
}
