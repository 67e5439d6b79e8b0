"""What people may say about the data, and the one way a page says it: checked here, then landed as an event."""

from collections.abc import Sequence
from typing import Any, Literal

from landing.events import record
from landing.places import Places
from ui.access import Sight, Viewer, current_viewer
from ui.instance import instance

Act = Literal["designate", "withdraw", "decide", "excuse", "report"]

RIGHTS: dict[tuple[str, Act], Sight] = {
    ("contoh", "designate"): "all",
    ("contoh", "withdraw"): "all",
    ("contoh", "decide"): "all",
    ("contoh", "excuse"): "all",
    ("contoh", "report"): "all",
    ("kepala", "designate"): "all",
    ("kepala", "withdraw"): "all",
    ("kepala", "decide"): "all",
    ("kepala", "excuse"): "all",
    ("kepala", "report"): "all",
    ("petugas", "decide"): "all",
    ("petugas", "excuse"): "all",
    ("petugas", "report"): "all",
    ("admin", "report"): "own",
}


class ActRefused(Exception):
    """The viewer may not say this, or not about this unit."""


class NowhereToLand(Exception):
    """No instance is shown, so there is no landing that the event could belong to."""


class IncompleteAct(ValueError):
    """Something that must be said with this act is missing."""


def allowed(viewer: Viewer, act: Act, agency_code: str | None = None) -> bool:
    """Denied unless the table says otherwise; whoever may speak for own units must name one of them."""
    reach = RIGHTS.get((viewer.role or "", act), "nothing")
    return reach == "all" or (reach == "own" and agency_code in viewer.agency_codes)


def may(act: Act, agency_code: str | None = None) -> bool:
    """Whether whoever is looking may do this."""
    return allowed(current_viewer(), act, agency_code)


def shown_landing() -> Places:
    """The instance on show: what is said about invented data stays with the invented data."""
    shown = instance()
    if shown is None:
        raise NowhereToLand
    return Places(shown.published.parent)


def designate(post_ids: Sequence[str], title: str, hours: float, audience: tuple[str, Sequence[str]]) -> str:
    """Name a message by its originals; `audience` is a kind (all, peer_group, kecamatan, villages) and its values."""
    kind, values = audience
    _needs(bool(post_ids), hours > 0, kind == "all" or bool(values))
    return _said("designate", "message-designated", post_ids=list(post_ids), title=title.strip(), deadline_hours=hours,
                 audience_kind=kind, audience_values=list(values))  # fmt: skip


def withdraw(post_id: str, reason: str) -> str:
    _needs(bool(reason.strip()))
    return _said("withdraw", "message-withdrawn", post_id=post_id, reason=reason.strip())


def decide(message: str, post_id: str, carries: bool | None, reason: str = "", parent: str | None = None) -> str:
    """Whether a post carries a message; None takes the word back. `message` is the post_id of an original."""
    return _said("decide", "link-decided", message_post_id=message, post_id=post_id, carries=carries,
                 parent_account_id=parent, reason=reason.strip())  # fmt: skip


def correct(message: str, post_id: str, carries: bool | None, reason: str, parent: str | None = None) -> str:
    """The same word against what the page shows; it must give its reason."""
    _needs(bool(reason.strip()))
    return decide(message, post_id, carries, reason, parent)


def excuse(post_id: str, agency_code: str, reason: str) -> str:
    """Excuse a unit from a message; an empty reason takes the excuse back."""
    _needs(bool(agency_code))
    return _said("excuse", "duty-excused", post_id=post_id, agency_code=agency_code, reason=reason.strip())


def report(post_id: str, agency_code: str, links: Sequence[str], offline: dict[str, Any] | None = None) -> str:
    """Links as they were pasted, or an offline channel; only for a unit the viewer may speak for."""
    _needs(bool(agency_code), bool(links) or offline is not None)
    return _said("report", "link-reported", agency_code, post_id=post_id, agency_code=agency_code, links=list(links),
                 offline=offline)  # fmt: skip


def speaker(act: Act, agency_code: str | None = None) -> tuple[Places, str]:
    """Where it lands and who said it; refused here, below every page."""
    viewer = current_viewer()
    if not allowed(viewer, act, agency_code):
        raise ActRefused
    return shown_landing(), viewer.role or ""


def _said(act: Act, event: str, agency: str | None = None, **details: Any) -> str:
    where, by = speaker(act, agency)
    return record(where, event, by, **details).sha256


def _needs(*given: bool) -> None:
    if not all(given):
        raise IncompleteAct
