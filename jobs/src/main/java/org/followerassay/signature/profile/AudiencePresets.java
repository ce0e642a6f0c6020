package org.followerassay.signature.profile;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.followerassay.table.EstimateTables.REFERENCE_ACCOUNTS;
import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.IngestTables.COVERAGE;
import static org.followerassay.table.IngestTables.FOLLOWS;
import static org.followerassay.table.ProfileTables.AUDIENCE_PRESETS;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.graph.FollowerLists;
import org.followerassay.signature.evidence.Reference;
import org.followerassay.table.Table;

/**
 * What share of an account's followers each published rule set puts into each of its classes, beside accounts of its size.
 *
 * <p>Shuffles the profiles once by account and the ties once by follower; the counts are partial before they meet by account.
 */
public final class AudiencePresets implements Derivation {
    @Override
    public String name() {
        return "audience presets";
    }

    @Override
    public Table output() {
        return AUDIENCE_PRESETS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(FOLLOWS, COVERAGE, ACCOUNTS, REFERENCE_ACCOUNTS);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Dataset<Row> lists = FollowerLists.newest(inputs.of(COVERAGE));
        Dataset<Row> classified = classified(inputs.of(ACCOUNTS), NewestProfiles.stated(inputs));
        Dataset<Row> counts = FollowerLists.ties(inputs.of(FOLLOWS), lists)
                .select("snapshot", "account", "listed", "follower")
                .join(classified, "follower")
                .groupBy("snapshot", "account", "listed")
                .agg(count(lit(1)).as("profiles"), counts())
                .select(
                        col("snapshot"),
                        col("account"),
                        col("listed"),
                        explode(pairs()).as("pair"))
                .select("snapshot", "account", "listed", "pair.*")
                .where(col("known").gt(0));
        return BesidePeers.of(Reference.marked(inputs, counts, "account"), "preset", "class");
    }

    /**
     * The class of each account by each preset.
     *
     * @return follower, and a column per preset, null where the profile doesn't tell
     */
    static Dataset<Row> classified(Dataset<Row> accounts, Set<String> stated) {
        List<Column> columns = new ArrayList<>(List.of(col("account").as("follower")));
        for (RulePreset preset : RulePresets.ALL_PRESETS) {
            columns.add(preset.classOf(stated).as(preset.name()));
        }
        return NewestProfiles.of(accounts).select(columns.toArray(Column[]::new));
    }

    private static Column[] counts() {
        List<Column> counts = new ArrayList<>();
        for (RulePreset preset : RulePresets.ALL_PRESETS) {
            counts.add(count(col(quoted(preset.name()))).as("known in " + preset.name()));
            for (String one : preset.classes()) {
                counts.add(count_if(col(quoted(preset.name())).equalTo(one)).as(one + " in " + preset.name()));
            }
        }
        return counts.toArray(Column[]::new);
    }

    private static Column pairs() {
        List<Column> pairs = new ArrayList<>();
        for (RulePreset preset : RulePresets.ALL_PRESETS) {
            for (String one : preset.classes()) {
                pairs.add(struct(
                        lit(preset.name()).as("preset"),
                        lit(one).as("class"),
                        col(quoted("known in " + preset.name())).as("known"),
                        col(quoted(one + " in " + preset.name())).as("followers")));
            }
        }
        return array(pairs.toArray(Column[]::new));
    }

    private static String quoted(String column) {
        return "`" + column + "`";
    }
}
