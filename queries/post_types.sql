-- question: which kinds of post are there?
-- scope: public
select distinct post_type
from marts.posts
where post_type is not null
order by post_type
