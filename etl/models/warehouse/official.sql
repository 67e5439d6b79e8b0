-- grain: one row per official and term of office
-- keys:  name, valid_from
-- note:  public roles only
select name, aliases, role, title, valid_from, valid_until, source from reference.official
