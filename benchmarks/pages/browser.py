"""One visit in a real browser, timed by the page's own clock."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Page, Playwright

SWITCHES = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTH, HEIGHT = 1366, 1000

# A chart is drawn when its title and its marks stand in the page; the title names the chosen platform.
WATCH = """
window.watch = (word, since) => new Promise(done => {
    const drawn = () => [...document.querySelectorAll('.js-plotly-plot')].filter(chart =>
        chart.querySelector('.gtitle')?.textContent.endsWith(': ' + word)
        && chart.querySelector('.trace, .point, .hm, .heatmaplayer image, .scatterlayer path')).length;
    const look = () => drawn() >= CHARTS
        ? done(performance.now() - (since === null ? 0 : window.clicked))
        : requestAnimationFrame(look);
    look();
});
document.addEventListener('click', () => { window.clicked ??= performance.now(); }, true);
"""
NUMBERS = """
() => [...document.querySelectorAll('.js-plotly-plot')].map(chart => chart._fullData.map(trace => {
    const values = (trace.z ?? trace.y);
    return [...values].flatMap(v => v.length === undefined ? [v] : [...v]).reduce((a, b) => a + b, 0);
}).reduce((a, b) => a + b, 0)).map(v => Math.round(v)).sort()
"""


@dataclass
class Visit:
    seconds: float
    changes: list[float]
    numbers: list[int]


@contextmanager
def fresh_profile(playwright: Playwright, chromium: str, extra: list[str]) -> Iterator[BrowserContext]:
    """A browser that has never seen the page."""
    folder = tempfile.mkdtemp()
    context = playwright.chromium.launch_persistent_context(
        folder,
        executable_path=chromium,
        args=[*SWITCHES, *extra],
        viewport={"width": WIDTH, "height": HEIGHT},
        locale="id-ID",
    )
    try:
        yield context
    finally:
        context.close()
        shutil.rmtree(folder, ignore_errors=True)


def _changed(page: Page, word: str) -> float:
    page.evaluate("() => { window.clicked = null }")
    page.get_by_text(word, exact=True).first.click()
    return page.evaluate(f"watch('{word}', 'click')") / 1000


def visit(context: BrowserContext, url: str, charts: int, first: str, then: list[str]) -> Visit:
    """Open the page, wait for its last chart, then choose each of `then` in the filter."""
    page = context.new_page()
    page.add_init_script(WATCH.replace("CHARTS", str(charts)))
    page.goto(url, wait_until="commit")
    seconds = page.evaluate(f"watch('{first}', null)") / 1000
    numbers = page.evaluate(NUMBERS)
    # Late fonts and the like belong to the visit's weight, and must not disturb the first change.
    page.wait_for_timeout(1000)
    changes = []
    for word in then:
        changes.append(_changed(page, word))
        page.wait_for_timeout(400)
    page.close()
    return Visit(seconds, changes, numbers)
