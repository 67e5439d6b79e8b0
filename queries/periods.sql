-- question: which periods can be chosen?
-- scope: public
select period, label, starts_on, ends_on, is_default
from marts.period
order by position
