-- How many of those who came together are still there, over all lists: by how many snapshots later it is. The age of a cohort is
-- known only to lie between two bounds.
select
    snapshots_later,
    count(*) as cohorts,
    min(age_days_low) as age_days_from,
    max(age_days_high) as age_days_to,
    sum(gained) as gained,
    sum(kept) as kept,
    sum(kept) / sum(gained) as retention
from cohort_retention
where direction = 'followers'
group by snapshots_later
order by snapshots_later
