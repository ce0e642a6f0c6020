package org.followerassay.signature.profile;

import static org.followerassay.table.IngestTables.ACCOUNTS;
import static org.followerassay.table.ProfileTables.RULE_PRESETS;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.followerassay.flow.Derivation;
import org.followerassay.flow.Inputs;
import org.followerassay.table.Table;

/** What each published rule set says in words, and what of it this export can tell. A dozen rows; no job. */
public final class PresetCatalogue implements Derivation {
    @Override
    public String name() {
        return "published rule sets";
    }

    @Override
    public Table output() {
        return RULE_PRESETS;
    }

    @Override
    public List<Table> inputs() {
        return List.of(ACCOUNTS);
    }

    @Override
    public Dataset<Row> derive(Inputs inputs) {
        Set<String> stated = NewestProfiles.stated(inputs);
        List<Row> rows = new ArrayList<>();
        for (RulePreset preset : RulePresets.ALL_PRESETS) {
            for (ProfileRule rule : preset.rules()) {
                rows.add(RowFactory.create(
                        preset.name(),
                        rule.name(),
                        rule.words(),
                        ran(rule, stated),
                        notTold(rule, stated),
                        preset.leftOut(),
                        preset.source()));
            }
            String otherwise = "none of the above that the export tells";
            String ran = preset.isReadable(stated) ? "yes" : "no";
            rows.add(RowFactory.create(
                    preset.name(), preset.otherwise(), otherwise, ran, null, preset.leftOut(), preset.source()));
        }
        return inputs.of(ACCOUNTS).sparkSession().createDataFrame(rows, RULE_PRESETS.schema());
    }

    private static String ran(ProfileRule rule, Set<String> stated) {
        if (!rule.isReadable(stated)) {
            return "no";
        }
        return rule.readable(stated).size() == rule.signs().size() ? "yes" : "partly";
    }

    /** Null if the export tells every sign. */
    private static String notTold(ProfileRule rule, Set<String> stated) {
        return rule.signs().stream()
                .filter(sign -> !sign.isReadable(stated))
                .map(ProfileSign::words)
                .reduce((one, other) -> one + "; " + other)
                .orElse(null);
    }
}
