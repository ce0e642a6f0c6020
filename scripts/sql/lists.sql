-- How many follower and followee lists there are, how many are whole, and how many stated ties the others lack.
-- Only whole lists enter the churn ledger. Figures about others are figures about what was exported.
select
    direction,
    complete,
    count(*) as lists,
    sum(listed) as ties,
    sum(case when stated > listed then stated - listed else 0 end) as ties_missing
from coverage
group by direction, complete
order by direction, complete
