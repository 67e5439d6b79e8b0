"""The words of the demo: a unit, its account, one thing it says, and that thing published on one account."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path


@dataclass(frozen=True)
class DemoFile:
    """One export as an admin would hand it in. `account` is set only when the file itself cannot say."""

    path: Path
    account: str | None
    exported_at: datetime
    sheet_note: str = ""


@dataclass(frozen=True)
class Unit:
    """An agency or village with its way of publishing. Follower counts are those of its largest account."""

    code: str
    name: str
    short: str
    stem: str
    peer_group: str
    region: str  # region code of the kecamatan, kelurahan or desa; "" for the whole regency
    topic: str
    manner: str
    followers: int
    weekly: float
    platforms: tuple[str, ...]
    rhythm: str
    tool: str = ""
    shorts_weekly: float = 0.0
    silent_since: date | None = None
    gap: tuple[date, date] | None = None
    doubled_from: date | None = None

    @property
    def kecamatan(self) -> str:
        return self.region[:8]


@dataclass(frozen=True)
class Account:
    unit: Unit
    platform: str
    handle: str
    name: str
    native_id: str
    followers: int
    second_id: str = ""  # Facebook pages carry another id in their daily page files
    valid_from: date | None = None
    valid_to: date | None = None
    next_unit: str = ""
    note: str = ""

    @property
    def key(self) -> str:
        return f"{self.platform}:{self.handle}"


@dataclass(frozen=True)
class Item:
    """One thing a unit says, before it is published on any account."""

    at: datetime
    style: str
    kind: str  # photo | carousel | video | text | link | story
    text: str
    tags: str
    pull: float = 1.0  # how much more than usual people look at it
    message: str = ""
    mode: str = ""


@dataclass(frozen=True)
class Post:
    account: Account
    item: Item
    at: datetime
    native_id: str
    code: str  # what stands in the link: shortcode, reel id; else the native id
    caption: str
    seconds: int
    views: float
    reach: float
    likes: float
    comments: float
    shares: float
    saves: float
    follows: float
    clicks: float
    boosted_reach: float = 0.0
    is_crosspost: bool = False
