-- Who moves farthest between the order by count and the order by quality, within each size tier. A fall asks for a look at the
-- audience; it answers nothing by itself.
select tier, movement, place, account, followers, tier_rank_by_followers, tier_rank, rise_share
from rank_movers
where measure = 'quality'
order by tier, movement desc, place
