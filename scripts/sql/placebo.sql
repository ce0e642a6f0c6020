-- What each signature names in data in which nothing was bought. matched_share_high is the upper end of the 95 % interval.
select signature, placebo, ties, matched, matched_share, matched_share_high, accounts, accounts_matched
from placebo
order by signature, placebo
