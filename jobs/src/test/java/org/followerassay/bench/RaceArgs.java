package org.followerassay.bench;

import java.util.List;
import picocli.CommandLine.Option;

/** What every race is told. */
final class RaceArgs {
    @Option(
            names = "--ties",
            paramLabel = "N",
            split = ",",
            defaultValue = "1e6",
            description = "ties of each made-up platform or graph; ${DEFAULT-VALUE} if left out")
    List<Long> ties;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "3",
            description = "runs of each; ${DEFAULT-VALUE} if left out")
    int runs;
}
