-- The share of each account's followers whose arrival looks bought: between two bounds, beside what the same signatures name in
-- rewired data. An account with too few followers has no share, and "none" means that nothing was found, not that nothing is there.
select
    account,
    listed as followers,
    tier as evidence,
    families,
    share_low,
    share_high,
    placebo_share,
    q_value
from arrival_estimates
where enough_data
order by share_low desc, share_high desc, account
