-- grain: one row per reason why the standard of the files is not in force
-- keys:  file, line, what
-- note:  empty when it is
select file, line, what from reference.standard_notice
