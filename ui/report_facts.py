"""What a pasted link is held against, and what a unit has reported: the published numbers and what landed since."""

from datetime import UTC, datetime
from typing import Any

import pandas as pd

from measures.cascade.report_check import Checked, Circumstances, KnownPost, check, identities, post_ids
from ui import formats, said
from ui.store import query, snapshot

Row = dict[str, Any]


def now() -> datetime:
    """The clock of this computer, or of the data where that is ahead: what is later lies in the future."""
    clock, known = datetime.now(UTC), query("snapshot")["data_as_of"].iloc[0]
    return clock if formats.is_missing(known) else max(clock, known.to_pydatetime())


def clock() -> datetime:
    """By which deadlines are told: invented data stand still at their own day."""
    known = query("snapshot")["data_as_of"].iloc[0]
    return known.to_pydatetime() if snapshot().is_demo and not formats.is_missing(known) else datetime.now(UTC)


def judged(text: str, agency: str, message: Row) -> list[Checked]:
    """Every pasted link with its verdict, for this unit and message."""
    return check(text, circumstances(text, agency, message)) if text.strip() else []


def circumstances(text: str, agency: str, message: Row) -> Circumstances:
    originals = frozenset(query("report_originals", message=message["message_id"])["post_id"])
    owners = query("report_owners")[["platform", "handle", "agency_code"]].itertuples(index=False)
    return Circumstances(
        agency_code=agency,
        published_at=message["published_at"].to_pydatetime(),
        now=now(),
        originals=originals,
        reported=frozenset(_reported(agency, message["message_id"]) | _just_reported(agency, originals)),
        owners={(platform, handle): code for platform, handle, code in owners},
        posts=_known(query("report_posts", posts=post_ids(text))),
    )


def _known(rows: pd.DataFrame) -> dict[str, KnownPost]:
    found: dict[str, KnownPost] = {}
    for row in rows.to_dict("records"):
        codes = found[row["post_id"]].agency_codes if row["post_id"] in found else frozenset()
        own = frozenset() if formats.is_missing(row["agency_code"]) else frozenset({row["agency_code"]})
        at = None if formats.is_missing(row["published_at"]) else row["published_at"].to_pydatetime()
        found[row["post_id"]] = KnownPost(codes | own, at)
    return found


def _reported(agency: str, message: str) -> set[str]:
    rows = query("report_history", agency=agency)
    counted = rows[(rows["message_id"] == message) & (rows["status"] != "refused") & (rows["kind"] == "link")]
    return {formats.text(row["post_id"], formats.text(row["url"])) for row in counted.to_dict("records")}


def _just_reported(agency: str, originals: frozenset[str]) -> set[str]:
    names = (
        identities("\n".join(map(str, one.get("links") or ())))
        for one in _landed(agency)
        if one.get("post_id") in originals
    )
    return set().union(*names)


def _landed(agency: str) -> list[said.Said]:
    return [one for one in said.since_build("link-reported") if one.get("agency_code") == agency]


def history(agency: str) -> list[Row]:
    """All reports of a unit, newest first; what the last build did not hold yet stands on top as just sent."""
    known = query("report_history", agency=agency)
    latest = known["reported_at"].max() if len(known) else None
    titles = {row["post_id"]: row["title"] for row in query("report_titles").to_dict("records")}
    fresh = [row for one in reversed(_landed(agency)) if _is_after(one, latest) for row in _rows(one, titles)]
    return fresh + known.to_dict("records")


def _is_after(one: said.Said, latest: Any) -> bool:
    at = said.moment(one)
    return at is not None and (formats.is_missing(latest) or at > latest)


def _rows(one: said.Said, titles: dict[str, str]) -> list[Row]:
    shared = {
        "title": titles.get(one.get("post_id", "")),
        "reported_at": said.moment(one),
        "status": "sent",
        "reason": None,
    }
    offline = one.get("offline")
    told = [shared | {"kind": "link", "url": str(url)} for url in one.get("links") or ()]
    if isinstance(offline, dict):
        told.append(shared | {"kind": "offline", "channel": offline.get("channel"), "note": offline.get("note")})
    return told
