package org.followerassay.rank;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Kendall's tau of each group of rows (tier, measure, followers, value), which come sorted by all of these. */
final class KendallTask implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    static final StructType AGREEMENT = new StructType()
            .add("tier", DataTypes.StringType)
            .add("measure", DataTypes.StringType)
            .add("accounts", DataTypes.LongType)
            .add("kendall_tau", DataTypes.DoubleType)
            .add("concordant_pairs", DataTypes.LongType)
            .add("discordant_pairs", DataTypes.LongType);

    @Override
    public Iterator<Row> call(Iterator<Row> sorted) {
        List<Row> agreements = new ArrayList<>();
        Row first = null;
        Doubles followers = new Doubles();
        Doubles values = new Doubles();
        while (sorted.hasNext()) {
            Row row = sorted.next();
            if (first != null && !sameGroup(first, row)) {
                agreements.add(agreement(first, followers, values));
                followers.clear();
                values.clear();
            }
            first = row;
            followers.add(row.getDouble(2));
            values.add(row.getDouble(3));
        }
        if (first != null) {
            agreements.add(agreement(first, followers, values));
        }
        return agreements.iterator();
    }

    private static boolean sameGroup(Row one, Row other) {
        return one.getString(0).equals(other.getString(0)) && one.getString(1).equals(other.getString(1));
    }

    private static Row agreement(Row group, Doubles followers, Doubles values) {
        Kendall pairs = Kendall.of(followers.toArray(), values.toArray());
        return RowFactory.create(
                group.getString(0),
                group.getString(1),
                (long) followers.size(),
                pairs.tau(),
                pairs.concordant(),
                pairs.discordant());
    }
}
