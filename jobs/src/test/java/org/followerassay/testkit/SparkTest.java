package org.followerassay.testkit;

import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.EngineSettings;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests the one {@link SparkSession} of the test run, or {@link Drawings} on it. */
public final class SparkTest implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == SparkSession.class || type == Drawings.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        SparkSession session = context.getRoot()
                .getStore(Namespace.create(SparkTest.class))
                .computeIfAbsent(Shared.class, key -> new Shared(start()), Shared.class)
                .session();
        return parameter.getParameter().getType() == Drawings.class ? new Drawings(session) : session;
    }

    private static SparkSession start() {
        SparkSession.Builder builder = SparkSession.builder();
        EngineSettings.FIXED.forEach(builder::config);
        return builder.master("local[2]")
                .appName("tests")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                // Would run small plans while they are planned, again and again; Spark's own tests leave it out, too.
                .config(
                        "spark.sql.optimizer.excludedRules",
                        "org.apache.spark.sql.catalyst.optimizer.ConvertToLocalRelation")
                // Each finished stage of an adaptive plan is described anew in full, for a user interface that is off.
                .config("spark.sql.adaptive.enabled", "false")
                // On a few hundred rows, compiling the plans takes far longer than running them; MainTest runs them
                // compiled.
                .config("spark.sql.codegen.wholeStage", "false")
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/spark-warehouse")
                .getOrCreate();
    }

    private record Shared(SparkSession session) implements AutoCloseable {
        @Override
        public void close() {
            session.stop();
        }
    }
}
