-- How far each measure of quality orders accounts as their number of followers does: Kendall's tau, 1 where both orders are the
-- same, 0 where they have nothing to do with each other; and how many accounts rise or fall by a quarter of their tier or more.
select tier, measure, accounts, kendall_tau, risers, fallers
from rank_agreement
order by tier, measure
