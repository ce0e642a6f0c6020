-- Benchmarks by size tier: how many accounts, and the quartiles of attention per follower. Tiers of fewer than ten accounts are
-- left out: their quartiles would be about persons.
select
    tier,
    count(*) as accounts,
    percentile_cont(0.25) within group (order by attention / known_followers) as attention_per_follower_q1,
    percentile_cont(0.5) within group (order by attention / known_followers) as attention_per_follower_median,
    percentile_cont(0.75) within group (order by attention / known_followers) as attention_per_follower_q3
from audience_rank
where attention is not null and known_followers > 0
group by tier
having count(*) >= 10
order by min(followers)
