package org.followerassay.cli;

import org.apache.spark.package$;
import picocli.CommandLine.IVersionProvider;

/** Which build this is. */
final class CodeVersion implements IVersionProvider {
    /** The version in the jar; "development" when run from classes. */
    static String current() {
        String version = CodeVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "Follower Assay " + current(), "Spark " + package$.MODULE$.SPARK_VERSION() + ", Java " + Runtime.version()
        };
    }
}
