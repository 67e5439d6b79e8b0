"""A photo is known by its content, lands only for an own unit, and nothing else of landing is ever shown as one."""

import pytest

from landing.land import land
from tests import snapshots_duty
from tests.snapshots_duty import JPEG, PNG
from ui import photos
from ui.acts import ActRefused

demo, real = snapshots_duty.demo, snapshots_duty.real


@pytest.mark.parametrize(
    ("content", "ending"),
    [(JPEG, "jpg"), (PNG, "png"), (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "webp"), (b"\x00\x00\x00\x18ftypheic", "heic"),
     (b"GIF89a", None), (b"%PDF-1.7", None), (b"", None), (b"\xff\xd8", None)],
)  # fmt: skip
def test_a_photo_is_known_by_its_content(content, ending):
    assert photos.ending(content) == ending


def test_a_photo_that_is_too_large_is_refused():
    assert photos.problem(JPEG + b"0" * 10_000_000) == photos.TOO_LARGE


def test_an_export_is_never_shown_as_a_photo(demo):
    path = demo.root / "ekspor.png"
    path.write_bytes(PNG)
    landed = land(path, demo)
    assert photos.picture(landed.card.sha256, "") is None
    assert photos.picture("../" * 21 + "a", "") is None


def test_a_photo_of_another_unit_cannot_be_landed(real):
    with pytest.raises(ActRefused):
        photos.land_photo(JPEG, "DINKES")


def test_a_landed_photo_is_shown_again_as_it_was(demo):
    shown = photos.picture(photos.land_photo(PNG, "DISDIK"), "papan <b>desa</b>")
    assert shown.startswith('<img src="data:image/png;base64,')
    assert "papan &lt;b&gt;desa" in shown
