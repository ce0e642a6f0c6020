package org.followerassay.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.SignatureTables.FINDINGS;
import static org.followerassay.table.SignatureTables.SIGNATURE_MATCHES;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.followerassay.evaluate.Truth.PlantedAccount;
import org.followerassay.flow.AssayException;
import org.followerassay.flow.Inputs;
import org.followerassay.signature.profile.NewestProfiles;
import org.followerassay.table.Table;

/** Holds published tables against the truth that a simulation planted. */
public final class Evaluation {
    /**
     * Scores the findings of all snapshots by account, and the matches by tie of the newest snapshot.
     *
     * <p>Three joins of one snapshot's ties: with the truth, with the matches and with the followers' profiles.
     *
     * @param truthUri the folder {@code truth/} that the simulation wrote
     */
    public static Scores of(Inputs tables, SparkSession session, String truthUri) {
        Truth truth = Truth.read(session, truthUri);
        List<PlantedAccount> accounts = truth.accounts();
        Dataset<Row> planted = newest(FOLLOWS, tables)
                .select("followee", "follower")
                .join(truth.followers(), new String[] {"followee", "follower"}, "inner")
                .persist();
        try {
            if (planted.isEmpty()) {
                throw AssayException.badInput("none of the followers named in " + truthUri
                        + " is in the table follows: name the truth of the export that was analysed");
            }
            return new Scores(
                    AccountVerdicts.of(accounts, tables.of(FINDINGS)),
                    FollowerScores.of(planted, tables.of(SIGNATURE_MATCHES)),
                    Baselines.of(accounts, planted, newest(ACCOUNTS, tables), NewestProfiles.stated(tables)));
        } finally {
            planted.unpersist();
        }
    }

    private static Dataset<Row> newest(Table table, Inputs tables) {
        Dataset<Row> rows = tables.of(table);
        Object snapshot = rows.agg(max("snapshot")).first().get(0);
        return rows.where(col("snapshot").equalTo(snapshot));
    }

    private Evaluation() {}
}
