package org.followerassay.cli;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.followerassay.flow.EngineSettings;

/** The Spark session of a command: spark-submit's, or an embedded one on all cores. */
record OpenSession(SparkSession session, boolean own) implements AutoCloseable {

    /** A session of our own, or the one that this process has already. */
    static OpenSession of(String name, boolean debug) {
        if (SparkSession.getDefaultSession().isDefined()) {
            return new OpenSession(SparkSession.getDefaultSession().get(), false);
        }
        SparkConf conf = new SparkConf();
        if (!conf.contains("spark.master")) {
            conf.set("spark.master", "local[*]");
            conf.setIfMissing("spark.ui.enabled", "false");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
            int cores = Runtime.getRuntime().availableProcessors();
            conf.setIfMissing("spark.sql.shuffle.partitions", Integer.toString(Math.max(4, 2 * cores)));
            // Files of a local disk are looked at in no time; a job to do so took 0.5 s, for each table of many parts.
            conf.setIfMissing("spark.sql.sources.parallelPartitionDiscovery.threshold", "10000");
        }
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        EngineSettings.DEFAULTS.forEach(conf::setIfMissing);
        EngineSettings.FIXED.forEach(conf::set);
        SparkSession session = SparkSession.builder().config(conf).appName(name).getOrCreate();
        session.sparkContext().setLogLevel(debug ? "INFO" : "ERROR");
        return new OpenSession(session, true);
    }

    @Override
    public void close() {
        if (own) {
            session.stop();
        }
    }
}
