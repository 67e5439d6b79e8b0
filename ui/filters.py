"""Filters that live in the address bar: a link shows the same choice to whoever opens it."""

from collections.abc import Mapping

import streamlit as st

from measures.definitions import definitions
from ui import texts
from ui.store import query

PAGE, PAGE_OF_UNITS = "hal", "hal_unit"
RANKED = ("interactions", "overperformance", "rate_by_reach", "rate_by_followers", "rate_by_views")


def row() -> "st.delta_generator.DeltaGenerator":
    return st.container(horizontal=True, key="saringan", vertical_alignment="bottom")


def choice(name: str, label: str, options: Mapping[str, str], default: str, width: int = 230) -> str:
    """One of the options; what the address asks for counts only if it is on the list."""
    codes = list(options)
    asked = _asked(name, codes, default)
    chosen = st.selectbox(
        label, codes, format_func=lambda code: options.get(code, code), key=_hold(name, asked),
        on_change=_remember, args=(name, default), width=width, placeholder="Pilih",
    )  # fmt: skip
    return chosen or default


def segments(name: str, label: str, options: Mapping[str, str], default: str) -> str:
    """A choice between two or three options, all of them visible."""
    asked = _asked(name, list(options), default)
    chosen = st.segmented_control(
        label, list(options), format_func=lambda code: options.get(code, code), key=_hold(name, asked),
        on_change=_remember, args=(name, default), required=True, wrap=True,
    )  # fmt: skip
    return chosen or default


def words(name: str, label: str, placeholder: str, width: int = 320) -> str:
    """Free text, cut to a length no honest search needs to exceed."""
    asked = st.query_params.get(name, "")[:80]
    found = st.text_input(
        label, key=_hold(name, asked), max_chars=80, placeholder=placeholder, width=width,
        on_change=_remember, args=(name, ""),
    )  # fmt: skip
    return (found or "").strip()


def current_page(total: int, size: int, name: str = PAGE) -> int:
    """Which page of a long list the address asks for, never one past its end."""
    asked = st.query_params.get(name, "1")
    return min(int(asked), _pages(total, size)) if asked.isdecimal() and int(asked) > 0 else 1


def paginate(total: int, size: int, name: str = PAGE) -> None:
    """The page numbers below a long list; nothing where one page holds it all."""
    pages, current = _pages(total, size), current_page(total, size, name)
    if pages > 1:
        key = f"{name}_{current}"
        st.pagination(pages, default=current, key=key, on_change=_turn, args=(name, key))


def _turn(name: str, key: str) -> None:
    st.query_params[name] = str(st.session_state[key])


def _pages(total: int, size: int) -> int:
    return max(1, -(-total // size))


def period() -> str:
    known = query("periods")
    options = dict(zip(known["period"], known["label"], strict=True))
    default = known.loc[known["is_default"], "period"]
    first = default.iloc[0] if len(default) else next(iter(options), "28-hari")
    return choice("periode", "Periode", options or {first: first}, first)


def platform(with_all: bool = True) -> str:
    known = [code for code in query("platforms")["platform"] if with_all or code != "semua"]
    options = {code: texts.PLATFORMS.get(code, code) for code in known} or {"semua": texts.PLATFORMS["semua"]}
    return choice("platform", "Platform", options, next(iter(options)), width=190)


def peer_group() -> str:
    known = query("peer_groups")
    options = dict(zip(known["peer_group"], known["peer_group_label"], strict=True)) or {"dinas": "Dinas"}
    return choice("kelompok", "Kelompok sebanding", options, "dinas" if "dinas" in options else next(iter(options)))


def measure() -> str:
    options = {code: definitions()[code].name for code in RANKED}
    return choice("ukuran", "Ukuran", options, RANKED[0])


def metric() -> str:
    options = {code: texts.METRICS[code].capitalize() for code in ("interactions", "views", "reach")}
    return segments("tren", "Angka yang ditelusuri", options, "interactions")


def post_type() -> str:
    known = {code: texts.POST_TYPES.get(code, code) for code in query("post_types")["post_type"]}
    return choice("jenis", "Jenis", {"semua": "Semua jenis"} | known, "semua", width=170)


def order() -> str:
    return choice("urut", "Urutkan", texts.ORDERS, "terbaru", width=210)


def unit(with_all: bool = False) -> str:
    known = query("agencies")
    options = dict(zip(known["agency_code"], known["name"], strict=True))
    if with_all:
        options = {"semua": "Semua unit"} | options
    options = options or {"": "Belum ada unit"}
    return choice("unit", "Unit", options, next(iter(options)), width=380)


def _asked(name: str, codes: list[str], default: str) -> str:
    asked = st.query_params.get(name, default)
    return asked if asked in codes else default


def _hold(name: str, value: str | int) -> str:
    """The address is the truth, so that the browser's back button works."""
    key = f"saringan_{name}"
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    return key


def _remember(name: str, default: str | int) -> None:
    value = st.session_state.get(f"saringan_{name}")
    for page in (PAGE, PAGE_OF_UNITS):
        st.query_params.pop(page, None)
    if value in (None, "", default):
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = str(value)
