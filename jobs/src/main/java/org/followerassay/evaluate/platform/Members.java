package org.followerassay.evaluate.platform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.when;
import static org.followerassay.evaluate.platform.Moments.BEGINNING;
import static org.followerassay.evaluate.platform.Moments.DAY;
import static org.followerassay.evaluate.platform.Moments.NEWEST;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What an account is like, as a function of its number: no table of accounts is ever joined. */
final class Members {
    /** Of accounts in the order of their popularity, the last part is in the order of its creation, too. */
    private static final double NEWEST_PART = 0.7;

    /** Sign-ups per day grow: half of the accounts came in the last third of the time. */
    private static final double GROWTH = 0.6;

    private static final int WAVES = 12;
    private static final double IN_WAVES = 0.15;
    private static final double WAVE_DAYS = 6;
    private static final double SPAN = NEWEST - 3 * DAY - BEGINNING;

    /** X counts milliseconds since this one in the upper bits of its ids. */
    private static final long FIRST_MILLISECOND = 1_288_834_974_657L;

    private static final int LOW_BITS = 22;

    private final Plan plan;
    private final Draws draws;

    Members(Plan plan) {
        this.plan = plan;
        draws = plan.draws;
    }

    /** The second of creation. The audited and those more popular are older than the first delivery. */
    Column created(Column number) {
        Column even = draws.fraction("created", number);
        Column wave = floor(draws.fraction("which wave", number).multiply(WAVES));
        Column waveDay = draws.fraction("waves", wave).multiply(0.85).plus(0.1).multiply(SPAN);
        Column inWave = waveDay.plus(even.multiply(even).multiply(WAVE_DAYS * DAY));
        Column grown = pow(even, lit(GROWTH)).multiply(SPAN);
        Column inOrder = pow(number.minus(newestFrom()).divide((double) plan.accounts - newestFrom()), lit(GROWTH))
                .multiply(SPAN);
        Column after = when(number.leq(plan.lastAudited()), even.multiply(0.6 * SPAN))
                .when(
                        number.lt(newestFrom()),
                        when(draws.chance(IN_WAVES, "in wave", number), inWave).otherwise(grown))
                .when(number.lt(plan.accounts), inOrder);
        for (Vendor vendor : plan.vendors) {
            if (!vendor.hijacked()) {
                after = after.when(
                        number.lt(vendor.firstNumber() + vendor.pool()),
                        even.multiply((double) vendor.createdDays() * DAY)
                                .plus((double) (vendor.createdFrom() - BEGINNING)));
            }
        }
        return floor(after.plus((double) BEGINNING)).cast("long");
    }

    /** One of those who were created shortly before a second. */
    Column newcomer(Column second, Column jitter) {
        Column share = pow(least(second.minus(BEGINNING).divide(SPAN), lit(1.0)), lit(1 / GROWTH));
        double perDay = (plan.accounts - newestFrom()) * DAY / SPAN;
        Column number = share.multiply((double) plan.accounts - newestFrom())
                .minus(jitter.multiply(2 + perDay * 2))
                .plus(newestFrom() - 1);
        return least(greatest(floor(number), lit(newestFrom())), lit(plan.accounts - 1))
                .cast("long");
    }

    /** So many distinct accounts that were created before a second. */
    Column olderThan(long second, Column index, long of) {
        double older = (plan.accounts - newestFrom()) * Math.pow((second - BEGINNING) / SPAN, 1 / GROWTH);
        return floor(index.plus(draws.fraction("older", index)).multiply(older / of))
                .plus(newestFrom())
                .cast("long");
    }

    /** The id under which exports know the account: time of creation above, number below, as X makes its ids. */
    Column id(Column number) {
        return id(number, created(number));
    }

    static Column id(Column number, Column created) {
        Column milliseconds = created.multiply(1_000L).minus(FIRST_MILLISECOND).plus(shiftright(number, LOW_BITS));
        return shiftleft(milliseconds, LOW_BITS).bitwiseOR(number.bitwiseAND((1L << LOW_BITS) - 1));
    }

    /** Every account that may have a tie; one row per number. */
    Dataset<Row> all(org.apache.spark.sql.SparkSession session) {
        long end = plan.vendors.stream()
                .filter(vendor -> !vendor.hijacked())
                .mapToLong(vendor -> vendor.firstNumber() + vendor.pool())
                .max()
                .orElse(plan.accounts);
        return session.range(0, end).withColumnRenamed("id", "number");
    }

    /** Columns of the table accounts, but for followers and followees, by the column number. */
    Dataset<Row> profiles(Dataset<Row> numbers) {
        Column number = col("number");
        Column years = lit((double) NEWEST).minus(col("created")).divide(365.0 * DAY);
        Column reader = draws.chance(0.25, "reader", number);
        Column vendors = number.geq(plan.accounts);
        Column polish = polish(number);
        Column pace = logNormal(when(reader, 0.6).otherwise(60.0), 1.4, "posts", number);
        Column soldPosts = when(
                        draws.fraction("sold posts", number)
                                .lt(polish.multiply(-0.6).plus(0.8)),
                        0.0)
                .otherwise(logNormal(polish.multiply(25).plus(3), 0.8, "posts", number));
        Column silence = logNormal(when(reader.or(vendors), 350.0).otherwise(50.0), 1.0, "silence", number)
                .multiply((double) DAY);
        Column likes = logNormal(when(vendors, polish.multiply(30).plus(2)).otherwise(200.0), 1.6, "likes", number);
        return numbers.withColumn("created", created(number))
                .withColumn("account", id(number))
                .withColumn(
                        "posts",
                        floor(when(vendors, soldPosts).otherwise(pace.multiply(years)))
                                .cast("long"))
                .withColumn("likes", floor(likes.multiply(years)).cast("long"))
                .withColumn(
                        "last_post_at",
                        when(
                                col("posts").gt(0),
                                timestamp_seconds(greatest(
                                        col("created"),
                                        floor(lit((double) NEWEST).minus(silence))
                                                .cast("long")))))
                .withColumn(
                        "has_picture",
                        draws.fraction("picture", number)
                                .lt(when(vendors, polish.multiply(0.6).plus(0.35))
                                        .when(reader, 0.7)
                                        .otherwise(0.95)))
                .withColumn(
                        "has_bio",
                        draws.fraction("bio", number)
                                .lt(when(vendors, polish.multiply(0.75).plus(0.1))
                                        .when(reader, 0.35)
                                        .otherwise(0.8)))
                .withColumn("verified", when(vendors, lit(false)).otherwise(draws.chance(0.008, "verified", number)))
                .withColumn("created_at", timestamp_seconds(col("created")));
    }

    private Column polish(Column number) {
        Column polish = lit(0.0);
        for (Vendor vendor : plan.vendors) {
            polish = when(number.geq(vendor.firstNumber()), vendor.polish()).otherwise(polish);
        }
        return polish;
    }

    private Column logNormal(Column median, double deviation, String stream, Column number) {
        return median.multiply(
                org.apache.spark.sql.functions.exp(draws.bell(stream, number).multiply(deviation)));
    }

    private long newestFrom() {
        return (long) (NEWEST_PART * plan.accounts);
    }
}
