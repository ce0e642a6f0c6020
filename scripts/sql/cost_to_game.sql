-- What a rank costs: followers to buy, and their list price, for ten ranks, by tier and measure; and the ranks that 100,000 of them
-- gain beside what they gain by count. Two assumptions stand in the columns: how many accounts a bought follower follows (a seller's
-- pool follows thousands), and which share of them the signatures match.
select tier, measure, bought_followees, recognised_share, bought_median, price_median, lift_100000, share_of_count_lift
from cost_to_game
where bought_followees = 2000
order by tier, measure, recognised_share
