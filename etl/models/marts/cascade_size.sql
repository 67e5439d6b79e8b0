-- grain: one row per message and size that its cascade reached
-- keys:  message_id, size
-- note:  the cascade cut at its first so many carriers; messages are compared at the same size only
select message_id, size, hours, depth, virality
from warehouse.cascade_size
