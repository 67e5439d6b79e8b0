"""Checking a draft in a real browser the size of a phone: with a thumb, and with the keyboard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, sync_playwright

from tests import draft_world
from tests.test_browser import ARGUMENTS, PHONE, serving
from ui.draft_facts import examples

pytestmark = pytest.mark.browser

FIGURE, SERVICE = (one.text for one in examples())
THUMB = 44


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("naskah")
    draft_world.publish(root / "demo" / "published")
    with serving(root) as found:
        yield found


@pytest.fixture(scope="module")
def browser_page(chromium: str) -> Iterator[Page]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        size = {"width": PHONE[0], "height": PHONE[1]}
        allowed = ["clipboard-read", "clipboard-write"]
        yield browser.new_context(
            locale="id-ID", viewport=size, has_touch=True, is_mobile=True, permissions=allowed
        ).new_page()
        browser.close()


@pytest.fixture
def phone(address, browser_page) -> Page:
    browser_page.goto(f"{address}/periksa_naskah")
    browser_page.get_by_role("heading", level=1).wait_for(timeout=40_000)
    browser_page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=30_000)
    return browser_page


def test_a_pasted_draft_is_answered_with_one_tap_where_the_thumb_is(phone):
    phone.get_by_label("Tempel naskah di sini").fill(FIGURE)
    button = phone.get_by_role("button", name="Periksa naskah")
    button.tap()
    answer = phone.locator(".jk-draft-answer")
    answer.wait_for(timeout=20_000)
    assert "Ubah 1 hal dulu." in answer.inner_text()
    assert answer.bounding_box()["y"] < PHONE[1]
    assert button.bounding_box()["height"] >= THUMB
    assert phone.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_control_and_enter_check_the_draft(phone):
    box = phone.get_by_label("Tempel naskah di sini")
    box.fill(SERVICE)
    box.press("Control+Enter")
    phone.get_by_text("Siap terbit.").wait_for(timeout=20_000)


def test_the_suggested_order_is_copied_with_one_tap(phone):
    phone.get_by_role("button", name="Contoh yang perlu diubah").tap()
    copy = phone.locator(".st-key-naskah_salin button")
    copy.wait_for(timeout=20_000)
    assert copy.is_visible() and copy.bounding_box()["height"] >= THUMB
    copy.tap()
    assert phone.evaluate("navigator.clipboard.readText()").startswith("Perekaman KTP-el keliling")


def test_hostile_text_runs_nothing(phone):
    phone.evaluate("() => { window.alert = () => { window.ran = true } }")
    phone.get_by_label("Tempel naskah di sini").fill("<img src=x onerror=alert(1)><script>alert(1)</script> Posyandu")
    phone.get_by_role("button", name="Periksa naskah").tap()
    phone.locator(".jk-draft-answer").wait_for(timeout=20_000)
    assert phone.evaluate("window.ran") is None
    assert phone.locator(".jk-draft-text img").count() == 0
