-- grain: one row per check that found something
-- keys:  name
select name, severity, message, rows, examples from warehouse.check_result
