"""The report form in a real browser the size of a phone, used with a thumb."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from landing.card import content_path, find_card
from landing.events import events
from landing.places import Places
from tests import snapshots_duty
from tests.snapshots_duty import JPEG, MESSAGE, tiktok
from tests.test_browser import ARGUMENTS, PHONE, serving
from ui import report_words

pytestmark = pytest.mark.browser

THUMB = 44


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Places:
    root = tmp_path_factory.mktemp("lapor")
    snapshots_duty.publish(root / "demo" / "published")
    return Places(root / "demo")


@pytest.fixture(scope="module")
def address(demo) -> Iterator[str]:
    with serving(demo.root.parent) as found:
        yield found


@pytest.fixture(scope="module")
def phone(chromium: str) -> Iterator[Page]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        size = {"width": PHONE[0], "height": PHONE[1]}
        yield browser.new_context(locale="id-ID", viewport=size, has_touch=True, is_mobile=True).new_page()
        browser.close()


def opened(phone: Page, address: str, **wanted: str) -> Page:
    asked = "&".join(f"{name}={value}" for name, value in wanted.items())
    phone.goto(f"{address}/lapor_sebar?pesan={MESSAGE.id}&{asked}")
    phone.get_by_role("heading", level=1).wait_for(timeout=40_000)
    phone.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=30_000)
    return phone


def sideways(phone: Page) -> int:
    return phone.evaluate("document.documentElement.scrollWidth - window.innerWidth")


def test_links_are_pasted_and_sent_with_one_tap(demo, address, phone):
    opened(phone, address, unit="DISDIK")
    box = phone.get_by_label("Tempel tautan unggahan di sini")
    box.fill(f"{tiktok(5)}?_t=8abc\nhttps://vt.tiktok.com/ZSabc/")
    phone.get_by_role("button", name="Periksa dan kirim").tap()
    phone.get_by_text(report_words.SENT).wait_for(timeout=20_000)
    assert phone.get_by_text("salin alamat panjang").is_visible()
    assert box.input_value() == "https://vt.tiktok.com/ZSabc/"
    assert [one["links"] for one in events(demo, "link-reported")] == [[f"{tiktok(5)}?_t=8abc"]]
    assert sideways(phone) <= 0


def test_the_verdict_is_there_before_anything_is_sent(demo, address, phone):
    before = len(events(demo, "link-reported"))
    opened(phone, address, unit="DISDIK")
    phone.get_by_label("Tempel tautan unggahan di sini").fill(f"{tiktok(7)} https://www.instagram.com/disdik_contoh/")
    phone.get_by_role("heading", level=1).tap()
    phone.get_by_role("button", name="Kirim 1 tautan").wait_for(timeout=20_000)
    assert phone.get_by_text("Ini alamat profil.").is_visible()
    assert len(events(demo, "link-reported")) == before


def test_a_photo_of_a_notice_board_is_sent_with_a_thumb(demo, address, phone):
    opened(phone, address, unit="DISDIK", cara="luring")
    phone.get_by_text("Papan informasi", exact=True).tap()
    phone.locator("input[type=file]").set_input_files({"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": JPEG})
    phone.get_by_text("IMG_1.jpg").wait_for(timeout=20_000)
    phone.get_by_role("button", name="Kirim laporan").tap()
    phone.get_by_text(report_words.SENT).wait_for(timeout=20_000)
    told = events(demo, "link-reported")[-1]["offline"]
    assert told["channel"] == "papan"
    assert content_path(demo, told["photo_sha256"]).read_bytes() == JPEG
    assert find_card(demo, told["photo_sha256"]).kind == "photo"


def test_every_target_of_the_form_fits_a_thumb(address, phone):
    opened(phone, address, unit="DISDIK")
    send = phone.get_by_role("button", name="Periksa dan kirim").bounding_box()
    assert send["height"] >= THUMB and send["width"] >= 300
    assert sideways(phone) <= 0


def test_a_square_of_the_ledger_opens_its_evidence_at_the_bottom_of_the_screen(address, phone):
    phone.goto(f"{address}/kewajiban_sebar")
    square = phone.locator(".jk-cell summary").first
    square.wait_for(timeout=40_000)
    phone.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=30_000)
    square.tap()
    proof = phone.locator(".jk-cell[open] .jk-duty-proof")
    proof.wait_for(timeout=5_000)
    place = proof.bounding_box()
    assert place["x"] >= 0 and place["x"] + place["width"] <= PHONE[0]
    assert place["y"] + place["height"] <= PHONE[1]
    phone.touchscreen.tap(200, 80)
    assert phone.locator(".jk-cell[open]").count() == 0
    assert sideways(phone) <= 0


def test_the_data_folder_holds_only_what_was_sent(demo):
    assert Path(demo.root / "landing").is_dir()
    assert not (demo.root.parent / "landing").exists()
