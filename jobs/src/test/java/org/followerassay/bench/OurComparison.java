package org.followerassay.bench;

/** The first two steps of the ledger, which do what two anti-joins do: the ties that only one of two lists shows. */
final class OurComparison {
    static final String NAME = "Follower Assay, comparison alone";

    public static void main(String[] args) throws Exception {
        OurLedger.measure(Task.of(args), "changed ties");
    }

    private OurComparison() {}
}
