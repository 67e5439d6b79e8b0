"""One million invented posts, and the small published tables that our page reads."""

from pathlib import Path

import duckdb

POSTS = """
create table posts as
select
    i as post_id,
    ['instagram', 'facebook', 'tiktok', 'youtube', 'x', 'threads'][1 + (hash(i) % 6)::integer] as platform,
    'Unit ' || lpad((hash(i, 1) % 60 + 1)::varchar, 2, '0') as unit,
    ['photo', 'video', 'carousel', 'story', 'text', 'link'][1 + (hash(i, 2) % 6)::integer] as post_type,
    timestamp '2024-01-01' + to_minutes((hash(i, 3) % 1_440_000)::integer) as published_at,
    (exp(3 + 4 * (hash(i, 4) % 1000) / 1000.0) * (1 + hash(i, 5) % 3))::integer as interactions
from range({rows}) as t(i)
order by published_at
"""

# A page of ours never reads the posts: the nightly build has answered its questions for every platform.
EACH = "(select * from posts union all by name select * replace ('semua' as platform) from posts)"
MARTS = {
    "week": f"""
        select platform, date_trunc('week', published_at)::date as week, count(*) as posts
        from {EACH} group by all""",
    "unit": f"select platform, unit, median(interactions) as interactions from {EACH} group by all",
    "type": f"select platform, post_type, count(*) as posts from {EACH} group by all",
    "hour": f"""
        select platform, isodow(published_at) as weekday, hour(published_at) as hour, count(*) as posts
        from {EACH} group by all""",
}


def build(folder: Path, rows: int) -> Path:
    """The folder with posts.duckdb and marts.duckdb; made once, then found again."""
    made = folder / f"posts-{rows}"
    if (made / "done").exists():
        return made
    made.mkdir(parents=True, exist_ok=True)
    for stale in made.glob("*.duckdb*"):
        stale.unlink()
    with duckdb.connect(made / "posts.duckdb") as con:
        con.execute(POSTS.format(rows=rows))
        con.execute(f"attach '{made / 'marts.duckdb'}' as marts")
        for name, question in MARTS.items():
            con.execute(f"create table marts.{name} as {question}")
    (made / "done").touch()
    return made
