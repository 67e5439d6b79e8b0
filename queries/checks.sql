-- question: what did the automatic checks find?
-- scope: staff
select name, severity, message, rows, examples
from marts.check_result
order by severity <> 'stop', rows = 0, name
