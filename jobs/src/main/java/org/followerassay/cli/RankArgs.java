package org.followerassay.cli;

import java.util.ArrayList;
import java.util.List;
import org.followerassay.graph.SizeBounds;
import org.followerassay.rank.RankOptions;
import picocli.CommandLine.Option;

/** Where the size tiers begin that accounts are ranked within. */
final class RankArgs {
    @Option(
            names = "--tiers",
            paramLabel = "N",
            split = ",",
            description = "followers from which an account is nano, micro, mid, macro, mega"
                    + " (default: 1000,5000,20000,100000,1000000)")
    private List<Long> tiers = new ArrayList<>();

    RankOptions options() {
        return tiers.isEmpty() ? RankOptions.defaults() : RankOptions.defaults().withTiers(new SizeBounds(tiers));
    }
}
