-- grain:  one row per post with a caption
-- keys:   post_id
-- narrow: warehouse.post by post_id
-- note:   a number stands for the caption, so that equal texts are found without reading them
select post_id, hash(caption) as caption_key
from warehouse.post
where trim(caption) <> ''
