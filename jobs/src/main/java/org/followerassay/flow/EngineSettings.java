package org.followerassay.flow;

import java.util.LinkedHashMap;
import java.util.Map;

/** The Spark settings of a session; the same in a test, on a laptop and on a cluster. */
public final class EngineSettings {
    /** Not for a user to change: with others, the same input could give another output, or a silent error. */
    public static final Map<String, String> FIXED = fixed();

    /** What costs less than Spark's own defaults and changes no result; a user may set others. */
    public static final Map<String, String> DEFAULTS = defaults();

    private static Map<String, String> fixed() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spark.sql.session.timeZone", "UTC");
        settings.put("spark.sql.ansi.enabled", "true");
        // INT96, the default, carries no statistics, so that nulls could not be counted from the footers.
        settings.put("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
        // Written by default but not verified by default: 212 of 300 single bit flips would pass unseen.
        settings.put("spark.hadoop.parquet.page.verify-checksum.enabled", "true");
        settings.put("spark.sql.files.ignoreCorruptFiles", "false");
        settings.put("spark.sql.files.ignoreMissingFiles", "false");
        settings.put("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
        return Map.copyOf(settings);
    }

    private static Map<String, String> defaults() {
        Map<String, String> settings = new LinkedHashMap<>();
        // Of 100 classes, Spark's default, those of one ledger are not kept until the next, and are compiled again.
        settings.put("spark.sql.codegen.cache.maxEntries", "1000");
        // Jars are never added to one session only; otherwise each name that generated code uses is looked up by a
        // call to the driver, too.
        settings.put("spark.sql.artifact.isolation.enabled", "false");
        return Map.copyOf(settings);
    }

    private EngineSettings() {}
}
