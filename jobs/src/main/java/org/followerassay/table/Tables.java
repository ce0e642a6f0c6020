package org.followerassay.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every table that a warehouse can publish. */
public final class Tables {
    public static final List<Table> ALL = Stream.of(
                    IngestTables.ALL,
                    GraphTables.ALL,
                    SignatureTables.ALL,
                    ContrastTables.ALL,
                    SharedTables.ALL,
                    FingerprintTables.ALL,
                    LotLinkTables.ALL,
                    BlockTables.ALL,
                    SynchronicityTables.ALL,
                    LockstepTables.ALL,
                    SpikeTables.ALL,
                    FollowThroughTables.ALL,
                    ProfileTables.ALL,
                    NamingTables.ALL,
                    DigitTables.ALL,
                    ExpectedTables.ALL,
                    EstimateTables.ALL,
                    TrustTables.ALL,
                    ChurnTables.ALL,
                    EngagementTables.ALL,
                    RankTables.ALL,
                    ReportTables.ALL)
            .flatMap(List::stream)
            .toList();

    public static Optional<Table> named(String name) {
        return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    private Tables() {}
}
