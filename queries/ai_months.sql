-- question: how much AI-made media is declared, month by month?
-- scope: public
select month, declared, undeclared
from marts.ai_month
order by month
