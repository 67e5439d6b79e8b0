-- grain: one row per word on judgements that cannot be used, and what is wrong with it
-- keys:  event_sha256, kind, about
select event_sha256, said_at, said_by, action, kind, about
from warehouse.judgement_notice
