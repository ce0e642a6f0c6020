package org.followerassay.bench;

import java.util.Locale;
import org.followerassay.flow.Derivation;
import org.followerassay.graph.Degrees;
import org.followerassay.signature.lots.Arrivals;

/** What is asked of a graph: the step of ours that answers, and the same as a query of DuckDB on the same Parquet files. */
enum Question {
    /** Followers, followees and mutual ties of each account. */
    DEGREES(new Degrees(), """
            with pairs as (
                select snapshot, least(follower, followee) as low, greatest(follower, followee) as high,
                    max((follower < followee)::bigint) as up, max((follower > followee)::bigint) as down
                from follows group by all),
            sides as (
                select snapshot, low as account, down as followers, up as followees, up * down as mutual from pairs
                union all
                select snapshot, high, up, down, up * down from pairs)
            select snapshot, account, sum(followers)::bigint as followers, sum(followees)::bigint as followees,
                sum(mutual)::bigint as mutual
            from sides group by all order by account
            """, "account, followers, followees, mutual"),

    /** The newest creation date up to each position of each list, the running maximum that bounds when a follower came. */
    RUNNING_MAXIMUM(new Arrivals(), """
            with created as (
                select account as follower, arg_max(created_at, snapshot) as created_at
                from accounts where created_at is not null group by account)
            select snapshot, followee, follower, position, created_at,
                coalesce(followed_at, max(created_at) over (
                    partition by snapshot, followee order by position, follower
                    rows between unbounded preceding and current row)) as arrived_after
            from follows join created using (follower)
            where position is not null
            order by followee, snapshot, position
            """, "followee, follower, position, epoch_us(arrived_after)");

    private final Derivation step;
    private final String query;
    private final String compared;

    Question(Derivation step, String query, String compared) {
        this.step = step;
        this.query = query;
        this.compared = compared;
    }

    Derivation step() {
        return step;
    }

    /** Of the views {@code follows} and {@code accounts}. */
    String query() {
        return query;
    }

    /** Expressions that are the same in both answers, row for row. */
    String compared() {
        return compared;
    }

    /** As it stands in the file of results. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
