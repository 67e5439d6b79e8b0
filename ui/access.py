"""Who is looking, and which rows such a viewer may see. Whoever is not known sees nothing."""

import os
from dataclasses import dataclass
from typing import Literal

from ui.instance import instance

Scope = Literal["public", "agency_code", "staff"]
Sight = Literal["all", "own", "nothing"]

LOCAL_VIEWER = "JANGKAU_LOCAL_VIEWER"
LOCAL_ROLES = ("kepala", "petugas", "pimpinan")

SIGHT: dict[tuple[str, Scope], Sight] = {
    ("contoh", "public"): "all",
    ("contoh", "agency_code"): "all",
    ("contoh", "staff"): "all",
    ("kepala", "public"): "all",
    ("kepala", "agency_code"): "all",
    ("kepala", "staff"): "all",
    ("petugas", "public"): "all",
    ("petugas", "agency_code"): "all",
    ("petugas", "staff"): "all",
    ("pimpinan", "public"): "all",
    ("pimpinan", "agency_code"): "all",
    ("admin", "public"): "all",
    ("admin", "agency_code"): "own",
    ("layar", "public"): "all",
}


@dataclass(frozen=True)
class Viewer:
    """A role and, for an admin, the units it answers for. No role means unknown."""

    role: str | None = None
    agency_codes: tuple[str, ...] = ()

    def sight(self, scope: Scope) -> Sight:
        """Denied unless the table above says otherwise."""
        return SIGHT.get((self.role or "", scope), "nothing")

    @property
    def is_known(self) -> bool:
        return self.sight("public") != "nothing"


def current_viewer() -> Viewer:
    """Everyone in the invented instance; on a PC without login, the role its owner set."""
    shown = instance()
    if shown is not None and shown.is_demo:
        return Viewer("contoh")
    role = os.environ.get(LOCAL_VIEWER, "").strip().lower()
    return Viewer(role if role in LOCAL_ROLES else None)
