package org.followerassay.signature.naming;

import static org.followerassay.signature.evidence.Legal.require;

import org.followerassay.signature.lots.LotOptions;

/**
 * The thresholds of id runs and handle templates.
 *
 * @param lots the thresholds that lots were found with
 * @param minRun followers in a row that a run must have before it stands out
 * @param chance runs of such a length that a whole list may hold by chance
 * @param minRunFollowers followers in runs that a finding needs
 * @param minTemplate followers with one template below which the template is not published
 * @param minHandles known handles that a finding needs
 * @param minPeers lists with known handles that templates are compared with, the list itself among them
 * @param minExcess share of the followers that a template must have above what is expected
 */
public record NamingOptions(
        LotOptions lots,
        int minRun,
        double chance,
        int minRunFollowers,
        int minTemplate,
        int minHandles,
        int minPeers,
        double minExcess) {
    public NamingOptions {
        require(minRun >= 3, "minRun", minRun, "3 or more");
        require(chance > 0 && chance < 1, "chance", chance, "between 0 and 1");
        require(minRunFollowers >= minRun, "minRunFollowers", minRunFollowers, "minRun or more");
        require(minTemplate >= 2, "minTemplate", minTemplate, "2 or more");
        require(minHandles >= 1, "minHandles", minHandles, "1 or more");
        require(minPeers >= 3, "minPeers", minPeers, "3 or more");
        require(minExcess > 0 && minExcess < 1, "minExcess", minExcess, "between 0 and 1");
    }

    public static NamingOptions defaults() {
        return new NamingOptions(LotOptions.defaults(), 5, 0.001, 20, 20, 100, 10, 0.1);
    }
}
