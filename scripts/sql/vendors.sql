-- Clusters of accounts that share a pool of followers beyond chance and common interest: the customers of one seller, or what a
-- circle of fans follows. One row per cluster. Findings say for each account whether profiles or lots confirm it.
select
    vendor,
    count(*) as accounts,
    max(pool_followers) as pool_followers,
    sum(followers) as ties_of_the_pool,
    max(followers_share) as largest_share_of_an_audience
from vendors
group by vendor
order by pool_followers desc, vendor
