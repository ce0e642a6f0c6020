-- What was found, by axis and signature: three axes, never added up.
select axis, signature, tier, count(distinct account) as accounts, median(support) as median_support
from findings
group by axis, signature, tier
order by axis, signature, tier
