package org.followerassay.cli;

import org.apache.spark.sql.SparkSession;

/** The session of a command, opened ahead of it: commands that follow in this process use it and leave it open. */
public final class HeldSession {
    public static SparkSession open() {
        return OpenSession.of("assay bench", false).session();
    }

    private HeldSession() {}
}
