package org.followerassay.cli;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.Draft;
import org.followerassay.flow.Pipeline;
import org.followerassay.flow.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Single stages on what the warehouse holds. */
final class StepCommands {
    /** A stage by its steps. */
    abstract static class Stage extends AssayCommand {
        @Mixin
        private WarehouseOption warehouse;

        @Option(names = "--force", description = "compute everything again, even what is unchanged")
        private boolean force;

        abstract Pipeline steps();

        @Override
        public Integer call() {
            try (OpenSession open = session()) {
                SparkSession session = open.session();
                Warehouse tables = warehouse.open(session);
                tables.published();
                assay(session, tables).publish(Optional.empty(), this::prepare, Optional.of(steps()), force);
                return 0;
            }
        }

        Assay assay(SparkSession session, Warehouse tables) {
            return new Assay(this, session, tables);
        }

        /** What a stage does before its steps. */
        void prepare(Draft draft) {}
    }

    @Command(
            name = "signatures",
            description = "Compute graph facts and the signatures of purchased followers.",
            footer = {"", "Example:", "  assay signatures --warehouse warehouse"})
    static final class Signatures extends Stage {
        @Mixin
        private ReferenceArgs reference;

        @Override
        Pipeline steps() {
            return Jobs.signatures();
        }

        @Override
        void prepare(Draft draft) {
            reference.into(draft, this::say);
        }
    }

    @Command(
            name = "churn",
            description = "Compute who followed and who left between snapshots, and who does so as a habit.",
            footer = {"", "Example:", "  assay churn --warehouse warehouse"})
    static final class Churn extends Stage {
        @Override
        Pipeline steps() {
            return Jobs.churn();
        }
    }

    @Command(
            name = "rank",
            description = "Rank audiences by size and by quality.",
            footer = {"", "Example:", "  assay rank --warehouse warehouse --tiers 1000,10000,100000,500000,1000000"})
    static final class Rank extends Stage {
        @Mixin
        private RankArgs rank;

        @Override
        Pipeline steps() {
            return Jobs.rank(rank.options());
        }

        @Override
        Assay assay(SparkSession session, Warehouse tables) {
            return super.assay(session, tables).ranking(rank.options());
        }
    }

    private StepCommands() {}
}
