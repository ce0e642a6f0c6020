-- Lots: runs of followers created together and arrived together, with the size of the package that each is within 2 % of.
select
    account,
    lot,
    position_from,
    position_to,
    followers,
    expected,
    followers_share,
    created_from,
    created_to,
    arrived_after,
    arrived_before,
    package_size
from lots
order by followers desc, account, lot
