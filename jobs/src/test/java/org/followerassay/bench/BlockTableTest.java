package org.followerassay.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.followerassay.bench.InjectedBlock.Found;
import org.followerassay.signature.block.PlantedBlock.Camouflage;
import org.junit.jupiter.api.Test;

class BlockTableTest {
    private static final Machine MACHINE = new Machine(2, 24L << 30, "a processor, Linux amd64", 0.5);

    @Test
    void meansOverSeedsTheWorstFirst() {
        BlockTable table = new BlockTable(List.of(
                planted(Camouflage.NONE, 1, 0.99, 1.5), planted(Camouflage.BIASED, 1, 0.9, 1.5),
                planted(Camouflage.NONE, 2, 0.97, 1.5), planted(Camouflage.BIASED, 2, 0.8, 1.5 + 1e-6)));

        assertEquals("""
                F below 0.95 on a side: 1 of 2. Our density equals the published search's to 1e-9 on 3 of 4 graphs.

                | ties | density | camouflage | seeds | F of followers (lowest) | F of followees (lowest) | published search | \
                densities differ by at most | seconds: published, ours in one task, ours pruned first |
                |--:|--:|---|--:|--:|--:|--:|--:|--:|
                | 1,000 | 0.04 | biased | 2 | 0.850 (0.800) | 0.960 (0.960) | 0.500, 0.600 | 1e-06 | 1.0, 2.0, 3.0 |
                | 1,000 | 0.04 | none | 2 | 0.980 (0.970) | 0.960 (0.960) | 0.500, 0.600 | 0e+00 | 1.0, 2.0, 3.0 |
                """, table.markdown().substring(0, table.markdown().lastIndexOf("\n\n") + 1));
    }

    private static InjectedBlock planted(Camouflage camouflage, long seed, double followersF, double density) {
        return new InjectedBlock(
                "2026-01-01T00:00:00Z",
                "c",
                MACHINE,
                1_000,
                0.04,
                camouflage,
                seed,
                new Found(1.5, 0.5, 0.6, 1),
                new Found(density, followersF, 0.96, 2),
                new Found(1.5, followersF, 0.96, 3));
    }
}
