-- question: how many posts are judged, how many of them by staff, and of how many is the emphasis still open?
-- scope: staff
select
    count(*) as posts, count(*) filter (where decided_by = 'staff') as decided,
    count(*) filter (where decided_by = 'machine' and emphasis is null) as abstained
from marts.judged_post
