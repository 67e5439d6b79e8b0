-- grain: one row per reason why the standard of the files is not in force
-- keys:  file, line, what
-- note:  empty when it is; then the standard shown is that of the files
select file, line, what from warehouse.standard_notice
