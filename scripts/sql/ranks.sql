-- Accounts by count and by quality: a large change of rank asks for a look at the audience, it answers nothing by itself.
select
    account,
    tier,
    followers,
    attention,
    audience_h,
    rank_by_followers,
    rank_by_attention,
    rank_by_audience_h,
    rank_change
from audience_rank
order by rank_by_followers, account
