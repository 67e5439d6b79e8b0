-- question: how many registered accounts are fresh, ageing, stale or unseen?
-- scope: public
select
    count(*) filter (where is_registered) as registered,
    count(*) filter (where is_registered and freshness = 'fresh') as fresh,
    count(*) filter (where is_registered and freshness = 'aging') as aging,
    count(*) filter (where is_registered and freshness = 'stale') as stale,
    count(*) filter (where is_registered and freshness = 'none') as unseen,
    count(*) filter (where not is_registered) as unregistered
from marts.account
