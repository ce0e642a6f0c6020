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
        EngineSettings.DEFAULTS.forEach(builder::config);
        EngineSettings.FIXED.forEach(builder::config);
        return builder.master("local[2]")
                .appName("tests")
                .config("spark.ui.enabled", "false")
                // Nobody reads the plans of a test, which Spark writes out after every stage: in fewer words, then.
                .config("spark.sql.ui.explainMode", "simple")
                .config("spark.sql.shuffle.partitions", "2")
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
