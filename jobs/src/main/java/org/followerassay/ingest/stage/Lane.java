package org.followerassay.ingest.stage;

/** What a scan gives of the records that it reads. */
enum Lane {
    /** Every record with its verdict. */
    RECORDS,
    /** Every record but plain ties. */
    VERDICTS
}
