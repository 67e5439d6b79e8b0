"""What people may say about the data, and the one way a page says it: checked here, then landed as an event."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from landing.events import record
from landing.places import Places
from ui.access import Sight, Viewer, current_viewer
from ui.instance import instance

Act = Literal["designate", "withdraw", "decide", "excuse", "report", "label", "appeal", "answer",
              "report_issue", "move_issue", "mark_ai"]  # fmt: skip

RIGHTS: dict[tuple[str, Act], Sight] = {
    ("contoh", "designate"): "all",
    ("contoh", "withdraw"): "all",
    ("contoh", "decide"): "all",
    ("contoh", "excuse"): "all",
    ("contoh", "report"): "all",
    ("contoh", "label"): "all",
    ("contoh", "appeal"): "all",
    ("contoh", "answer"): "all",
    ("kepala", "designate"): "all",
    ("kepala", "withdraw"): "all",
    ("kepala", "decide"): "all",
    ("kepala", "excuse"): "all",
    ("kepala", "report"): "all",
    ("kepala", "label"): "all",
    ("kepala", "appeal"): "all",
    ("kepala", "answer"): "all",
    ("petugas", "decide"): "all",
    ("petugas", "excuse"): "all",
    ("petugas", "report"): "all",
    ("petugas", "label"): "all",
    ("petugas", "appeal"): "all",
    ("admin", "report"): "own",
    ("admin", "appeal"): "own",
    ("contoh", "report_issue"): "all",
    ("contoh", "move_issue"): "all",
    ("contoh", "mark_ai"): "all",
    ("kepala", "report_issue"): "all",
    ("kepala", "move_issue"): "all",
    ("kepala", "mark_ai"): "all",
    ("petugas", "report_issue"): "all",
    ("petugas", "move_issue"): "all",
    ("petugas", "mark_ai"): "all",
    ("admin", "report_issue"): "own",
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


def label(post_id: str, labels: Mapping[str, str | bool], reason: str) -> str:
    """What the caption of a post is, by label; it outranks the machine and must give its reason."""
    _needs(bool(labels), bool(reason.strip()))
    return _said("label", "judgement-decided", post_id=post_id, labels=dict(labels), reason=reason.strip())


def unlabel(post_id: str) -> str:
    """Take back every label decided on a post."""
    return _said("label", "judgement-decided", post_id=post_id, labels={}, reason="")


def appeal(post_id: str, rule_id: str, reason: str, agency_code: str) -> str:
    """Against what a rule found in a post; only for a unit the viewer may speak for."""
    _needs(bool(agency_code), bool(reason.strip()))
    return _said("appeal", "judgement-appealed", agency_code, post_id=post_id, rule_id=rule_id, agency_code=agency_code,
                 reason=reason.strip())  # fmt: skip


def answer(appeal_id: str, accepted: bool, reason: str) -> str:
    """Accept or refuse an appeal, with the reason its admin will read."""
    _needs(bool(reason.strip()))
    return _said("answer", "appeal-answered", appeal_id=appeal_id, accepted=accepted, reason=reason.strip())


def report_issue(kind: str, title: str, agency_code: str | None = None, link: str = "", note: str = "") -> str:
    """A hoax, a manipulation, an impostor account; staff may report without a unit, an admin for an own one."""
    _needs(bool(kind), bool(title.strip()))
    return _said("report_issue", "issue-reported", agency_code, kind=kind, title=title.strip(), link=link.strip(),
                 note=note.strip(), agency_code=agency_code)  # fmt: skip


def move_issue(issue_id: str, state: str, verdict: str | None = None, link: str = "", note: str = "") -> str:
    """Bring an issue on; the same state again mends its verdict, link or note."""
    _needs(bool(issue_id), bool(state))
    return _said("move_issue", "issue-moved", issue_id=issue_id, state=state, verdict=verdict, link=link.strip(),
                 note=note.strip())  # fmt: skip


def mark_ai(post_id: str, declared: bool | None, note: str = "") -> str:
    """Whether a post with AI-made media says so; None takes the word back."""
    _needs(bool(post_id))
    return _said("mark_ai", "ai-media-marked", post_id=post_id, declared=declared, note=note.strip())


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
