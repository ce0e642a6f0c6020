package org.followerassay.flow;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.table.Table;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private static final Table A = table("a");
    private static final Table B = table("b");
    private static final Table C = table("c");

    @Test
    void aStepRunsAfterEveryWriterOfItsInputs() {
        Pipeline pipeline = Pipeline.of(List.of(
                new Step("reads b", C, List.of(B)),
                new Step("first b", B, List.of(A)),
                new Step("second b", B, List.of(A)),
                new Step("writes a", A, List.of())));

        assertEquals(List.of("writes a", "first b", "second b", "reads b"), names(pipeline));
    }

    @Test
    void stepsThatDoNotDependOnEachOtherKeepTheirOrder() {
        Pipeline pipeline = Pipeline.of(List.of(new Step("z", A, List.of()), new Step("y", B, List.of())));

        assertEquals(List.of("z", "y"), names(pipeline));
    }

    @Test
    void someStepsOnly() {
        Pipeline pipeline = Pipeline.of(List.of(new Step("z", A, List.of()), new Step("y", B, List.of(A))));

        assertEquals(List.of("y"), names(pipeline.only(Set.of("y"))));
    }

    @Test
    void aCircleOrATwiceUsedNameIsRefused() {
        IllegalArgumentException circle = assertThrows(
                IllegalArgumentException.class,
                () -> Pipeline.of(List.of(new Step("y", A, List.of(B)), new Step("z", B, List.of(A)))));
        assertTrue(circle.getMessage().contains("[y, z]"), circle.getMessage());

        assertThrows(
                IllegalArgumentException.class,
                () -> Pipeline.of(List.of(new Step("y", A, List.of()), new Step("y", B, List.of()))));
    }

    private static List<String> names(Pipeline pipeline) {
        return pipeline.steps().stream().map(Derivation::name).toList();
    }

    private static Table table(String name) {
        return Table.named(name)
                .oneRowPer("account")
                .key("account", LongType, "the account", "1")
                .build();
    }

    private record Step(String name, Table output, List<Table> inputs) implements Derivation {
        @Override
        public Dataset<Row> derive(Inputs tables) {
            throw new IllegalStateException("not run here");
        }
    }
}
