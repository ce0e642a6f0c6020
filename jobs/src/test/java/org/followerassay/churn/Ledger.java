package org.followerassay.churn;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.churn.ChurnOptions.Purges;
import org.followerassay.churn.ChurnOptions.Suspects;
import org.followerassay.churn.ChurnOptions.Wholesale;
import org.followerassay.flow.Derivation;
import org.followerassay.testkit.TestInputs;

/** The steps from lists to the ledger and the churn of each list, each one's rows held before the next begins. */
final class Ledger {
    static Derivation[] steps() {
        return steps(Suspects.defaults(), Wholesale.defaults(), Purges.defaults());
    }

    static Derivation[] steps(Suspects suspects, Wholesale wholesale, Purges purges) {
        return new Derivation[] {
            new ListPairs(),
            new ChangedTies(),
            new AccountSigns(),
            new ListEvidence(suspects),
            new SuspectSnapshots(suspects),
            new SnapshotPairs(),
            new ListTurns(),
            new TieTurns(),
            new RenameCandidates(),
            new ListLosses(wholesale),
            new PurgeCalendar(purges),
            new FollowChanges(),
            new Churn(purges),
            new PopulationChurn()
        };
    }

    /** Only as far as the pairs of lists that can be compared. */
    static Derivation[] pairs(Suspects suspects) {
        return new Derivation[] {
            new ListPairs(),
            new ChangedTies(),
            new ListEvidence(suspects),
            new SuspectSnapshots(suspects),
            new SnapshotPairs()
        };
    }

    static TestInputs after(TestInputs inputs, Derivation... steps) {
        for (Derivation step : steps) {
            Dataset<Row> rows = step.output().conform(step.derive(inputs));
            inputs.with(
                    step.output(),
                    rows.sparkSession()
                            .createDataFrame(rows.collectAsList(), step.output().schema()));
        }
        return inputs;
    }

    private Ledger() {}
}
