-- What to expect of an account of a size: the range of the middle half and of four in five accounts of the tier, measure by measure,
-- with the interval that the number of accounts allows for the median. Fewer than 50 accounts say little of a tenth of them.
select tier, measure, accounts, p10, p25, p50, p50_low, p50_high, p75, p90
from benchmarks
where accounts >= 10
order by tier, measure
