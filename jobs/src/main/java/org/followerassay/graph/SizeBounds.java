package org.followerassay.graph;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.followerassay.flow.AssayException;

/**
 * Where the size tiers of ranks and reports begin.
 *
 * @param from followers from which an account is nano, micro, mid, macro, mega; below the first it is small. The trade's
 *     usual ones: HypeAuditor 2019 begins at 1,000, 5,000, 20,000, 100,000 and 1,000,000
 */
public record SizeBounds(List<Long> from) {
    public static final List<String> NAMES = List.of("small", "nano", "micro", "mid", "macro", "mega");

    public SizeBounds {
        from = List.copyOf(from);
        boolean rising = from.size() == NAMES.size() - 1 && from.get(0) > 0;
        for (int i = 1; rising && i < from.size(); i++) {
            rising = from.get(i) > from.get(i - 1);
        }
        if (!rising) {
            throw AssayException.usage(
                    "--tiers takes five rising numbers of followers, where nano, micro, mid, macro and"
                            + " mega begin, such as 1000,5000,20000,100000,1000000; was " + from);
        }
    }

    public static SizeBounds usual() {
        return new SizeBounds(List.of(1_000L, 5_000L, 20_000L, 100_000L, 1_000_000L));
    }

    /** The tier of a number of followers. */
    public Column tier(Column followers) {
        Column tier = when(followers.lt(from.get(0)), NAMES.get(0));
        for (int i = 1; i < from.size(); i++) {
            tier = tier.when(followers.lt(from.get(i)), NAMES.get(i));
        }
        return tier.otherwise(lit(NAMES.get(from.size())));
    }

    /** The same in SQL. */
    public String sql(String followers) {
        StringBuilder sql = new StringBuilder("case");
        for (int i = 0; i < from.size(); i++) {
            sql.append(" when ")
                    .append(followers)
                    .append(" < ")
                    .append(from.get(i))
                    .append(" then '")
                    .append(NAMES.get(i))
                    .append("'");
        }
        return sql.append(" else '")
                .append(NAMES.get(from.size()))
                .append("' end")
                .toString();
    }
}
