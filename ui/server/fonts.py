"""Streamlit's fonts with only what our pages write: Latin letters, and the icons some source file names."""

import hashlib
import io
import re
from functools import cache
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from streamlit import file_util
from streamlit.material_icon_names import ALL_MATERIAL_ICONS

ROOT = Path(__file__).resolve().parents[2]
LETTERS = frozenset([*range(0x20, 0x250), *range(0x2000, 0x206F), *map(ord, "←↑→↓↗↘−×÷≈≠≤≥±√∞€£™℃№▲▼●○■□✓✗")])
# Figures of one width for tables, besides the features every text needs.
FEATURES = ["tnum", "lnum", "pnum", "sups", "case"]
QUOTED = re.compile(r"""[`"':/]([a-z0-9_]{2,40})[`"':]""")


def is_ours(name: str) -> bool:
    return name.startswith(("media/SourceSans", "media/SourceSerif")) or is_icon_font(name)


def is_icon_font(name: str) -> bool:
    return name.startswith("media/MaterialSymbols")


@cache
def named_icons() -> frozenset[str]:
    """Rather too many than too few: any name that stands in quotes in Streamlit's scripts or in our code."""
    scripts = Path(file_util.get_static_dir()).glob("static/js/*.js")
    ours = (file for folder in ("ui", "pages") for file in (ROOT / folder).rglob("*.py"))
    texts = (file.read_text("utf-8", "replace") for file in [*scripts, *ours])
    return frozenset(name for text in texts for name in QUOTED.findall(text)) & ALL_MATERIAL_ICONS


def recipe(name: str) -> str:
    """A mark of what would be kept of this font, so that an old result is not taken for a new one."""
    kept = sorted(named_icons()) if is_icon_font(name) else sorted(LETTERS)
    return hashlib.sha256(repr((kept, FEATURES)).encode()).hexdigest()[:12]


def smaller(name: str, body: bytes) -> bytes:
    font = TTFont(io.BytesIO(body))
    options = subset.Options(flavor="woff2", notdef_outline=True)
    options.layout_features = [*options.layout_features, *FEATURES]
    # Every letter stays for the icons' names, and following all their joins would keep every icon.
    options.layout_closure = not is_icon_font(name)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS, glyphs=_icon_glyphs(font) if is_icon_font(name) else [])
    subsetter.subset(font)
    packed = io.BytesIO()
    subset.save_font(_one_size(font), packed, options)
    return packed.getvalue()


def _one_size(font: TTFont) -> TTFont:
    """Without the finer shapes for very small and very large type, which double a font."""
    axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} if "fvar" in font else {}
    return instantiateVariableFont(font, {"opsz": axes["opsz"]}) if "opsz" in axes else font


def _icon_glyphs(font: TTFont) -> list[str]:
    """An icon is drawn where the letters of its name join into one glyph."""
    letter = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    return [
        joined.LigGlyph
        for lookup in font["GSUB"].table.LookupList.Lookup
        for table in lookup.SubTable
        for first, all_joined in getattr(getattr(table, "ExtSubTable", table), "ligatures", {}).items()
        for joined in all_joined
        if "".join(letter.get(glyph, "?") for glyph in [first, *joined.Component]) in named_icons()
    ]
