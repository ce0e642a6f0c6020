package org.followerassay.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;

/** Whether all contenders give each account the same share of all scores, to a millionth. Fails if one does not. */
final class SameRanks {
    private static final double CLOSE = 1e-6;

    /** Arguments: the folder of the plain answer, then those of the others. */
    public static void main(String[] args) throws Exception {
        try (Connection connection = DuckDb.open(Path.of(args[0], "spilled"));
                Statement statement = connection.createStatement()) {
            String plain = "read_csv(" + DuckDb.quoted(Path.of(args[0]).resolve(PlainPageRank.FILE)) + ")";
            for (int other = 1; other < args.length; other++) {
                String theirs = "read_parquet("
                        + DuckDb.quoted(Path.of(args[other]).resolve(PageRanks.FILE))
                                .replaceFirst("'$", "/*.parquet'") + ")";
                try (ResultSet row = statement.executeQuery(
                        "select max(abs(a.part - b.part) / a.part), count(*) - count(a.part) + count(*) - count(b.part)"
                                + " from (select account, score / sum(score) over () as part from " + plain + ") a"
                                + " full join (select account, score / sum(score) over () as part from " + theirs
                                + ") b using (account)")) {
                    row.next();
                    if (!(row.getDouble(1) < CLOSE) || row.getLong(2) != 0) {
                        throw new IllegalStateException(args[other] + " differs from plain Java by up to "
                                + row.getDouble(1) + ", and in " + row.getLong(2) + " accounts");
                    }
                }
            }
        }
    }

    private SameRanks() {}
}
