-- question: on which share of the labels do the machine and staff agree, over all months?
-- scope: staff
select label, decided, agreed, abstained, share, low, high
from marts.agreement_label
order by decided desc, label
