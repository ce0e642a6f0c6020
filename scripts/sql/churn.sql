-- What the lists of followers gained and lost in each period, over all accounts whose lists are whole on both sides of it.
select
    snapshot_before,
    snapshot_after,
    count(*) as accounts,
    sum(listed_before) as followers_before,
    sum(gained) as gained,
    sum(lost) as lost,
    sum(lost) / sum(listed_before) as churn_rate,
    median(churn_rate) as median_churn_rate
from churn
where direction = 'followers' and listed_before > 0
group by snapshot_before, snapshot_after
order by snapshot_before
