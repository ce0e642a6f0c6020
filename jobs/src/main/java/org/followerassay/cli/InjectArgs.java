package org.followerassay.cli;

import java.util.List;
import org.followerassay.evaluate.power.InjectOptions;
import picocli.CommandLine.Option;

/** What is planted into published lists. */
final class InjectArgs {
    @Option(
            names = "--inject-into",
            paramLabel = "WAREHOUSE",
            description =
                    "plant into copies of these published lists, run the signatures there, and print what is found"
                            + " by size of list, size of lot and delivery; the warehouse itself stays as it is")
    private String warehouse;

    @Option(
            names = "--lot-sizes",
            split = ",",
            paramLabel = "N",
            description = "with --inject-into: followers per lot (default: 30,100,300,1000,3000)")
    private List<Integer> sizes;

    @Option(
            names = "--deliveries",
            split = ",",
            paramLabel = "WORD",
            description = "with --inject-into: burst, week, drip (default: all)")
    private List<InjectOptions.Delivery> deliveries;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "with --inject-into: lots of each size and delivery per size tier of lists (default: 1)")
    private Integer repeats;

    @Option(
            names = "--densities",
            split = ",",
            paramLabel = "P",
            description = "with --inject-into: ties over possible ties in a block (default: .04,.1,.3)")
    private List<Double> densities;

    @Option(
            names = "--covers",
            split = ",",
            paramLabel = "WORD",
            description = "with --inject-into: what a block's followers follow besides: none, random, biased, hijacked"
                    + " (default: each)")
    private List<InjectOptions.Cover> covers;

    @Option(
            names = "--block-side",
            paramLabel = "N",
            description = "with --inject-into: followers, and followees, of a block (default: 200)")
    private Integer side;

    boolean given() {
        return warehouse != null;
    }

    String warehouse() {
        return warehouse;
    }

    InjectOptions options(Long seed) {
        InjectOptions defaults = InjectOptions.defaults();
        return new InjectOptions(
                sizes == null ? defaults.sizes() : sizes,
                deliveries == null ? defaults.deliveries() : deliveries,
                repeats == null ? defaults.repeats() : repeats,
                densities == null ? defaults.densities() : densities,
                covers == null ? defaults.camouflages() : covers,
                side == null ? defaults.side() : side,
                seed == null ? defaults.seed() : seed);
    }
}
