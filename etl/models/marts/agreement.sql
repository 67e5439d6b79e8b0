-- grain: one row per month of the decision and label
-- keys:  month, label
-- note:  share of the labels on which machine and staff agree, with its 90 % interval; what the machine
--        left open is counted apart
select c.month, c.label, c.decided, c.agreed, c.abstained, s.share, s.low, s.high
from warehouse.agreement_count as c
left join warehouse.agreement_share as s using (agreed, decided)
