package org.followerassay.cli;

import java.util.Optional;
import java.util.function.Supplier;
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
        private final Supplier<Pipeline> steps;

        @Mixin
        private WarehouseOption warehouse;

        @Option(names = "--force", description = "compute everything again, even what is unchanged")
        private boolean force;

        Stage(Supplier<Pipeline> steps) {
            this.steps = steps;
        }

        @Override
        public Integer call() {
            try (OpenSession open = session()) {
                SparkSession session = open.session();
                Warehouse tables = warehouse.open(session);
                tables.published();
                new Assay(this, session, tables)
                        .publish(Optional.empty(), this::prepare, Optional.of(steps.get()), force);
                return 0;
            }
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

        Signatures() {
            super(Jobs::signatures);
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
        Churn() {
            super(Jobs::churn);
        }
    }

    @Command(
            name = "rank",
            description = "Rank audiences by size and by quality.",
            footer = {"", "Example:", "  assay rank --warehouse warehouse"})
    static final class Rank extends Stage {
        Rank() {
            super(Jobs::rank);
        }
    }

    private StepCommands() {}
}
