-- question: what is the published data worth today?
-- scope: public
select
    data_as_of, last_published_at, first_published_on, posts, accounts_registered, accounts_covered,
    units_obliged, units_active, files, rows_set_aside, has_invented
from marts.snapshot
