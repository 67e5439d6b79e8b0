-- grain: one row per unreadable cell, or per unreadable row where no single cell is at fault
-- keys:  sha256, part, record, column_name, reason
select sha256, part, original_name, source, record, line, column_name, value, reason, raw_text
from warehouse.set_aside
