package org.followerassay.report;

import java.util.List;

/**
 * The part of the page about one account.
 *
 * @param hasFingerprint true if the list has positions and creation dates to draw
 */
record AccountPage(
        ComparedAccount account,
        List<Statements.Statement> statements,
        ShownTable quality,
        ShownTable estimate,
        List<Finding> findings,
        boolean hasFingerprint,
        ShownTable lots,
        ShownTable surges,
        ShownTable profile,
        List<Trait> traits,
        AllTables.Peers peers,
        ShownTable ranks,
        ShownTable churn,
        ShownTable retention,
        ShownTable growth,
        ShownTable vendors,
        ShownTable massFollowers) {

    /** A finding as a card. */
    record Finding(
            String title, String axis, String tier, String evidence, String share, String snapshot, String query) {}

    /**
     * A share of the audience beside that of peers, with places on a bar of width 100.
     *
     * @param marks null where the share is not shown
     */
    record Trait(String label, String share, String bounds, String known, String peers, Marks marks) {}

    /** Where things stand on a bar from 0 to 100. */
    record Marks(double share, double low, double high, Double peerMedian) {
        /** Wide enough to be seen. */
        double width() {
            return Math.max(0.5, Math.round((high - low) * 10) / 10.0);
        }
    }

    static AccountPage of(ComparedAccount account, AllTables tables, ShownTable statements, boolean hasFingerprint) {
        return new AccountPage(
                account,
                Line.of(statements.of(account))
                        .map(line -> new Statements.Statement(line.text("topic"), line.text("statement")))
                        .toList(),
                tables.quality().of(account),
                tables.estimates().of(account),
                Line.of(tables.findings().of(account)).map(AccountPage::finding).toList(),
                hasFingerprint,
                tables.lots().of(account),
                tables.surges().of(account),
                tables.profiles().of(account),
                Line.of(tables.profiles().of(account)).map(AccountPage::trait).toList(),
                new AllTables.Peers(
                        tables.peers().shares().of(account),
                        tables.peers().numbers().of(account)),
                tables.ranking().standings().of(account),
                tables.churn().of(account),
                tables.retention().of(account),
                tables.growth().of(account),
                tables.vendors().of(account),
                tables.massFollowers().of(account));
    }

    /** True if the number of followers is known at two instants at least, so that there is a line to draw. */
    boolean hasGrowth() {
        return growth.rows().stream().map(row -> row.get(0)).distinct().count() > 1;
    }

    boolean hasArrivals() {
        return !(lots.isEmpty() && surges.isEmpty() && estimate.isEmpty() && vendors.isEmpty());
    }

    List<Standing> standings() {
        return Line.of(ranks).map(Standing::of).toList();
    }

    boolean hasRetention() {
        return Line.of(retention).anyMatch(line -> line.has("retention"));
    }

    private static Finding finding(Line line) {
        Object low = line.value("share_low");
        Object high = line.value("share_high");
        String share = low instanceof Double from && high instanceof Double to
                ? Messages.of("finding.share", Format.bounds(Kind.SHARE, from, to))
                : "";
        return new Finding(
                Messages.orName("signature", line.text("signature")),
                Messages.orName("axis", line.text("axis")),
                line.text("tier"),
                line.text("evidence").replace(" %", "\u00a0%"),
                share,
                line.text("snapshot"),
                line.text("query"));
    }

    private static Trait trait(Line line) {
        Object share = line.value("share");
        Object peers = line.value("peer_median");
        boolean shown = share instanceof Double;
        return new Trait(
                Messages.orName("trait", (String) line.value("trait")),
                line.text("share"),
                shown
                        ? Format.bounds(Kind.SHARE, (Double) line.value("share_low"), (Double) line.value("share_high"))
                        : "",
                line.text("known"),
                peers == null
                        ? Messages.of("profile.no_peers")
                        : Messages.of("profile.peers", line.text("peer_median"), line.text("peers"), line.text("tier")),
                shown
                        ? new Marks(
                                percent(share),
                                percent(line.value("share_low")),
                                percent(line.value("share_high")),
                                peers == null ? null : percent(peers))
                        : null);
    }

    private static double percent(Object share) {
        return Math.round(Math.min(1, Math.max(0, (Double) share)) * 1_000) / 10.0;
    }
}
