-- question: which rows were set aside, and why?
-- scope: staff
select sha256, part, record, column_name, original_name, source, line, value, reason, raw_text
from marts.set_aside
order by original_name, part, record, column_name
