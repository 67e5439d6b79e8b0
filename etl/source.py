"""What a source is: facts about one export format. The algorithm that uses them is shared."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

POST, SERIES, AUDIENCE, REPORT, REFUSED = "post", "series", "audience", "report", "refused"
COMMENT, INCIDENT, HOAX = "comment", "incident", "hoax"


@dataclass(frozen=True)
class Field:
    """One column of an export.

    headers: its casefolded names in every known spelling and language.
    kind:    text | id | integer | delta | decimal | percent | flag | duration | moment | day
             (integer may not be negative, delta may; percent is read as 0-1;
             moment is an instant read with `formats` in the time zone `clock`; day is a calendar day).
    needed:  a file without it is not this source.
    formats: strptime formats, tried in order, for moment and day.
    """

    headers: tuple[str, ...]
    kind: str = "text"
    needed: bool = False
    formats: tuple[str, ...] = ()
    clock: str = "UTC"


@dataclass(frozen=True)
class NonPost:
    """Rows that are recognised as something else than data: a total, a platform's error row, a cap notice."""

    column: str  # the field to look at
    pattern: str  # full match, RE2, case-insensitive, on the trimmed cell ("" matches an empty cell)
    label: str  # in Indonesian, shown with the count
    also_column: str | None = None  # a second field that must match too
    also_pattern: str = ""


@dataclass(frozen=True)
class Row:
    """One record as it stood in the file. `record` counts data rows from 1, `line` as a spreadsheet does.

    broken: why the record cannot be cut into cells, None for all but damaged ones.
    """

    record: int
    line: int
    cells: list[str]
    raw: str
    broken: str | None = None


@dataclass(frozen=True)
class Block:
    """One table of a file: its title (Meta writes one above each), its header and its rows."""

    title: str | None
    header: list[str]
    rows: list[Row]
    sheet: str = ""


@dataclass(frozen=True)
class Context:
    """What is known about the file while its rows are prepared. Moments are aware, in UTC."""

    received_at: datetime
    exported_at: datetime | None  # None: nobody said, the rows may tell
    account: str | None  # "platform:handle" when somebody said


@dataclass(frozen=True)
class Prepared:
    """What `prepare` returns: a block whose header holds field names' headers, and what it learnt."""

    block: Block
    observed_at: datetime | None = None
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """Facts about one export format, one file each under etl/sources.

    name:      the file name, used everywhere as the source's identity.
    title:     what people call it, in Indonesian.
    platform:  None when every row names its own (the field `platform` then holds it).
    records:   post | series | audience | report | comment | incident | refused.
    fields:    canonical name -> Field. For `series`, every field but `day` and the account's is a metric.
    titles:    casefolded titles above a table that identify it without its header (Meta audience).
    is_exact:  a header with any other column is not this source (for formats of two common words).
    absent:    header names that must NOT occur (tells a format from a larger sibling).
    non_post:  rows that are not data.
    needs_account: the rows cannot say whose they are and are worthless without it; the uploader must.
    day_clock: for series: pacific | local, how the platform cuts the day.
    prepare:   for what facts cannot say (dates without a year, several links in a cell): rows in, rows out.
    refusal:   for records=refused: why and how to get the right file.
    is_saved:  a column mapping somebody saved; it is asked only when no built-in source fits.
    """

    name: str
    title: str
    platform: str | None
    records: str
    fields: dict[str, Field]
    titles: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    non_post: tuple[NonPost, ...] = ()
    needs_account: bool = False
    day_clock: str = "local"
    prepare: Callable[[Block, Context], Prepared] | None = None
    refusal: str = ""
    is_saved: bool = False
    is_exact: bool = False
    needed: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        needed = frozenset(name for name, facts in self.fields.items() if facts.needed)
        object.__setattr__(self, "needed", needed)


POST_FIELDS = {
    "platform": "text",
    "native_id": "id",
    "account_native_id": "id",
    "account_handle": "text",
    "account_name": "text",
    "agency_text": "text",
    "published_at": "moment",
    "published_on": "day",
    "permalink": "text",
    "post_type": "text",
    "title": "text",
    "description": "text",
    "error_note": "text",
    "duration_seconds": "duration",
    "is_crosspost": "flag",
    "is_share": "flag",
    "views": "integer",
    "reach": "integer",
    "impressions": "integer",
    "plays": "integer",
    "likes": "integer",
    "comments": "integer",
    "shares": "integer",
    "saves": "integer",
    "follows": "delta",
    "replies": "integer",
    "clicks": "integer",
    "link_clicks": "integer",
    "profile_visits": "integer",
    "navigation": "integer",
    "sticker_taps": "integer",
    "engagements": "integer",
    "interactions_reported": "integer",
    "watch_seconds": "decimal",
    "organic_views": "integer",
    "boosted_views": "integer",
    "organic_reach": "integer",
    "boosted_reach": "integer",
}
"""Every canonical column of a post record and the kind it is stored as. A source may use a narrower kind
(percent, delta), never another stored type. likes holds reactions on Facebook; shares holds reposts on X and
saves its bookmarks; comments holds replies on X (stories keep `replies`). agency_text is a unit as a person wrote
it in a recap."""
