"""A visit to a page: opens a file in the browser with the network off, and writes down all that the page does."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Route

WIDE = (1280, 900)
NARROW = (360, 800)

VIEWS = ("summary", "graph", "matrix", "findings", "what-if", "compare", "facts", "sources")
WITHOUT_SCRIPTS = ("summary", "findings", "compare", "facts", "sources")

_WATCHER = (Path(__file__).parent / "watcher.js").read_text(encoding="utf-8")

# What stays in the browser: text that stands in the page itself.
_STAYS = ("data:", "blob:")


@dataclass
class Visit:
    """An open page, and what was seen of it.

    `requests` are those that would leave the file, by the browser's own network log, also where the policy stopped
    them; `stopped` says which. `complaints` are errors of scripts and whatever the console was told.
    """

    page: Page
    context: BrowserContext
    address: str
    requests: list[str] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def ran(self) -> list[str]:
        """What ran that the data brought along: calls of `ran`, `alert` and the like."""
        return self.page.evaluate("() => watched.ran")

    @property
    def reports(self) -> list[str]:
        """What the content-security policy stopped."""
        return self.page.evaluate("() => watched.reports")

    def show(self, view: str) -> None:
        """Open a view as a mouse does: a click on its link."""
        self.page.locator(f'#views a[data-to="{view}"]').click()
        self.page.locator(f"#view-{view}").wait_for(state="visible")

    def settle(self) -> None:
        """Wait until the browser has drawn what was asked of it."""
        self.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def section(self, view: str) -> Any:
        """The section of a view."""
        return self.page.locator(f"#view-{view}")


def visit(
    browser: Browser,
    path: Path,
    *,
    size: tuple[int, int] = WIDE,
    dark: bool = False,
    scripts: bool = True,
    policy: bool = True,
    anchor: str = "",
    **more: Any,
) -> Visit:
    """Open the file. `policy=False` takes the content-security policy out of the way, for tests that need to."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if dark else "light",
        java_script_enabled=scripts,
        bypass_csp=not policy,
        offline=True,
        **more,
    )
    # Megabytes of hostile data, on a machine that has other things to do.
    context.set_default_timeout(60_000)
    page = context.new_page()
    found = Visit(page, context, path.as_uri())
    context.route("**/*", lambda route: _let_the_file_through(route, found.address))
    _watch(found)
    page.goto(found.address + anchor)
    if scripts:
        page.wait_for_function("() => watched.ready()")
    return found


def _let_the_file_through(route: Route, address: str) -> None:
    if route.request.url.partition("#")[0] == address:
        route.continue_()
    else:
        route.abort()


def _watch(found: Visit) -> None:
    page = found.page
    page.add_init_script(_WATCHER)
    page.on("pageerror", lambda error: found.complaints.append(f"error: {error}"))
    page.on(
        "console",
        lambda message: (
            found.complaints.append(f"console: {message.text}")
            if message.type in ("error", "warning", "assert")
            else None
        ),
    )
    log = found.context.new_cdp_session(page)
    log.send("Network.enable")
    log.on("Network.requestWillBeSent", lambda event: _note(found, event["request"]["url"]))
    log.on("Network.loadingFailed", lambda event: found.stopped.append(event.get("blockedReason", event["errorText"])))
    log.on("Network.webSocketCreated", lambda event: _note(found, event["url"]))
    log.on("Network.webTransportCreated", lambda event: _note(found, event["url"]))


def _note(found: Visit, url: str) -> None:
    if url.partition("#")[0] != found.address and not url.startswith(_STAYS):
        found.requests.append(url[:200])
