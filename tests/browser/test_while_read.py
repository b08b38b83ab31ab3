"""The page while the browser is still reading it: graph and matrix answer, and what is not there yet is waited for."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Open, Pages

ROWS = "<tr id=fact-"


class HalfRead:
    """The Dutch page, of which the browser gets all up to the middle of the facts, and the rest when it is told to."""

    def __init__(self, page: Page, text: str) -> None:
        middle = text.index(ROWS, (text.index(ROWS) + text.rindex(ROWS)) // 2)
        self.page = page
        self._halves = text[:middle].encode(), text[middle:].encode()
        self._go_on = Event()
        answer = self._answer

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                answer(self)

            def log_message(self, *_: object) -> None:
                """Nothing is said of it."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        Thread(target=self._server.serve_forever, daemon=True).start()

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/html; charset=utf-8")
        request.end_headers()
        if request.path == "/":
            for half in self._halves:
                request.wfile.write(half)
                self._go_on.wait(60)

    def open(self, anchor: str) -> None:
        self.page.goto(f"http://127.0.0.1:{self._server.server_port}/{anchor}", wait_until="commit")
        self.page.wait_for_function("() => document.documentElement.classList.contains('scripts')")
        assert self.page.evaluate("() => document.readyState") == "loading"

    def read_on(self) -> None:
        self._go_on.set()
        self.page.wait_for_function("() => document.readyState === 'complete'")

    def close(self) -> None:
        self._go_on.set()
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def half_read(browser: Browser, pages: Pages) -> Iterator[HalfRead]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    half = HalfRead(context.new_page(), pages("NL").read_text(encoding="utf-8"))
    yield half
    half.close()
    context.close()


def test_details_say_all_that_is_known_before_the_page_has_been_read(half_read: HalfRead, opened: Open) -> None:
    """The data stand before the scripts; only the document for readers without scripts is still to come."""
    half_read.open("#graph")
    half_read.page.locator("#picture canvas").wait_for()
    half_read.page.locator(".node-list > summary").click()
    half_read.page.locator(".node-list details > summary").first.click()
    half_read.page.locator(".node-list [data-node]").first.click()
    panel = half_read.page.locator("#details")
    assert panel.locator(".fact").count() > 0

    whole = opened("NL", anchor=half_read.page.evaluate("() => location.hash"))
    assert panel.inner_text() == whole.page.locator("#details").inner_text()


def test_a_view_that_is_asked_for_too_early_is_shown_when_it_has_been_read(half_read: HalfRead) -> None:
    """Nothing else is shown in its place meanwhile, and nothing of what comes beside it."""
    half_read.open("")
    half_read.page.locator('#views a[data-to="findings"]').click()
    shown = half_read.page.locator("main > section:visible")
    assert [section.get_attribute("id") for section in shown.all()] == ["view-findings"]

    half_read.read_on()

    assert [section.get_attribute("id") for section in shown.all()] == ["view-findings"]
    assert half_read.page.get_by_role("group", name="Filters of the findings").is_visible()


def test_an_address_that_names_a_fact_still_to_come_is_followed_when_it_has_been_read(
    half_read: HalfRead, pages: Pages
) -> None:
    """The last fact of the table, as a place in the page."""
    text = pages("NL").read_text(encoding="utf-8")
    last = text[text.rindex(ROWS) + len("<tr id=") :].split(">", maxsplit=1)[0]
    half_read.open(f"#{last}")

    half_read.read_on()

    assert half_read.page.locator(f"#{last}").is_visible()
