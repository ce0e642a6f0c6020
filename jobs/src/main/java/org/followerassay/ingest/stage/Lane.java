package org.followerassay.ingest.stage;

/** What a scan gives of the records that it reads. */
enum Lane {
    /** Every record with its verdict. */
    RECORDS,
    /** Of plain ties only some, as a sample; of all other records their verdict. */
    VERDICTS,
    /** Ties only, as numbers, with the label of their range. */
    TIES
}
