-- question: why is the standard of the files not in force?
-- scope: staff
select file, line, what
from marts.standard_notice
order by file, line, what
