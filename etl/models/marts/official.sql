-- grain: one row per official and term of office
-- keys:  name, valid_from
select name, aliases, role, title, valid_from, valid_until, source from warehouse.official
