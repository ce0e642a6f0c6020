package org.followerassay.evaluate.platform;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.conv;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.substring;

import org.apache.spark.sql.Column;

/** The id that ingest gives an account known by its did: the first 63 bits of a hash of the name. */
final class BlueskyIds {
    static Column of(Column account) {
        Column hash = sha2(
                concat(lit("name bluesky|did:plc:"), account.cast("string")).cast("binary"), 256);
        Column high = conv(substring(hash, 1, 8), 16, 10).cast("long").bitwiseAND(0x7fffffffL);
        Column low = conv(substring(hash, 9, 8), 16, 10).cast("long");
        return shiftleft(high, 32).bitwiseOR(low);
    }

    private BlueskyIds() {}
}
