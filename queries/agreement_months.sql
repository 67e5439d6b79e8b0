-- question: how did the agreement between the machine and staff on one label develop?
-- scope: staff
select month, label, decided, agreed, abstained, share, low, high
from marts.agreement
where label = $label
order by month
