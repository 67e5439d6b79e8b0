"""The browser files themselves: packed once, fonts and chart code cut down to what our pages use."""

import gzip
import re
from pathlib import Path

import brotli

from ui.server import fonts, frontend, trim
from ui.server.packed import Packer, asset
from ui.server.wire import encoding_for

ROOT = Path(__file__).resolve().parent.parent
CHARTS = next(name for name in frontend.names("js/*.js") if name.startswith("js/PlotlyChart."))


def _whole(name: str) -> bytes:
    return (frontend.folder() / "static" / name).read_bytes()


def test_a_refused_encoding_is_not_used():
    assert encoding_for("br; q=0, gzip;q=0.5") == "gzip"
    assert encoding_for("*") is None


def test_packing_once_serves_the_next_start_from_disk(tmp_path):
    script = asset(b"const a = 1;" * 500, ".js")
    Packer(tmp_path).pack(script)
    kept = {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    again = Packer(tmp_path)
    again.pack(script)
    assert {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()} == kept
    assert brotli.decompress(again.encoded(script, "br")) == script.body


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path):
    (tmp_path / "file").touch()
    packer = Packer(tmp_path / "file" / "below")
    script = asset(b"const a = 1;" * 500, ".js")
    packer.pack(script)
    assert gzip.decompress(packer.encoded(script, "gzip")) == script.body


def test_a_smaller_font_takes_the_place_of_the_whole_one(tmp_path):
    name = next(filter(fonts.is_icon_font, frontend.names("media/*.woff2")))
    whole = frontend.find(name)
    assert whole is not None
    packer = Packer(tmp_path)
    packer.replace(whole, fonts.recipe(name), lambda: fonts.smaller(name, whole.body))
    assert len(packer.best(whole).body) < len(whole.body) / 4
    assert not packer.best(whole).is_lasting


def test_every_icon_our_pages_name_stays_in_the_font():
    ours = [file.read_text("utf-8") for folder in ("ui", "pages") for file in (ROOT / folder).rglob("*.py")]
    named = {name for text in ours for name in re.findall(r":material/(\w+):", text)}
    assert named <= fonts.named_icons()
    assert {"keyboard_double_arrow_left", "keyboard_double_arrow_right"} <= fonts.named_icons()


def test_the_installed_chart_code_is_one_that_was_tried():
    """After a Streamlit upgrade: run the browser test below on the new file, then add its digest to TRIED."""
    assert trim.was_tried(_whole(CHARTS))


def test_trimming_leaves_exactly_the_kinds_we_draw():
    whole = _whole(CHARTS).decode()
    short = trim.trimmed(whole)
    assert len(short) < len(whole) / 2
    assert _kinds(short) == trim.KINDS
    assert _kinds(whole) > trim.KINDS


def _kinds(script: str) -> set[str]:
    registered = trim.REGISTER.search(script)
    assert registered is not None
    paths = {opening[1]: opening[2] for opening in trim.OPENING.finditer(script)}
    return {Path(paths[name]).stem for name in trim.CALL.findall(registered[1])}


def test_our_pages_draw_no_kind_of_chart_that_was_left_out():
    left_out = _kinds(_whole(CHARTS).decode()) - trim.KINDS
    ours = [file.read_text("utf-8") for folder in ("ui", "pages") for file in (ROOT / folder).rglob("*.py")]
    drawn = {
        name.lower() for text in ours for name in re.findall(r"\"type\": \"(\w+)\"|go\.(\w+)\(", text) for name in name
    }
    assert not drawn & left_out


def test_a_chart_file_never_tried_is_left_alone():
    assert not trim.was_tried(_whole(CHARTS) + b" ")
