"""The page of a large model in a browser, beside the page that pyvis itself writes of the same network.

Both are opened from a file in the same browser, in turns. The page is usable when the matrix has been scrolled and
drawn again and a click on a node of the graph has been answered with all the facts that are known of it; pyvis's page
when the network has been drawn and a click on the same node has been answered by selecting it. Physics is off and every
node has the same place in both. The browser may still read what stands behind the facts when ours can be used.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from pyvis.network import Network  # type: ignore[import-untyped]

from benchmarks.models import COUNTRY, make_model
from graph import audit_graph, build_graph
from viz.page import page_data, page_html

# About 5 000 nodes and 20 000 edges in the picture.
FACTS, STEPS, ACTORS = 13_500, 720, 3_650
AIM = 0.5
WINDOW = {"width": 1280, "height": 900}
PATIENCE = 600_000

# Tells which network vis-network has made, that it has been drawn, and which node a click has selected.
_HOOK = """
globalThis.bench = { network: null, drawn: false, picked: null };
let library;
Object.defineProperty(globalThis, "vis", {
  configurable: true,
  set(value) { library = value; },
  get() {
    if (library?.Network && !library.Network.isTimed) {
      const Network = class extends library.Network {
        static isTimed = true;
        constructor(...given) {
          super(...given);
          bench.network = this;
          this.once("afterDrawing", () => { bench.drawn = true; });
          this.on("selectNode", ({ nodes }) => { bench.picked = nodes[0]; });
        }
      };
      Object.defineProperty(library, "Network", { value: Network, configurable: true });
    }
    return library;
  },
});
"""

# Where in the window the first of these places lies that can be clicked at. They come as JSON: as objects, Playwright
# takes a third of a second to hand them over, and that is neither page's time.
_TARGET = """(written) => {
  const places = JSON.parse(written);
  const { network } = bench;
  const corner = network.canvas.frame.getBoundingClientRect();
  for (const [x, y] of places) {
    const dom = network.canvasToDOM({ x, y });
    const [left, top] = [corner.left + dom.x, corner.top + dom.y];
    const isSeen = left > corner.left && left < corner.right && top > corner.top && top < corner.bottom;
    if (isSeen && left > 20 && left < innerWidth - 20 && top > 200 && top < innerHeight - 20) return [left, top];
  }
  return null;
}"""

# Asked for by hand: Playwright's own search walks through the whole document.
_LINK = """() => {
  const { left, top, width, height } = document.querySelector('#views a[data-to="matrix"]').getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}"""

# The panel is there with all that is known of the node.
_ANSWERED = """() => document.querySelector("#details .fact") !== null"""

_FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"

_SCROLL = """() => {
  const box = document.querySelector("#view-matrix .grid");
  box.scrollTop += 2000;
  box.scrollLeft += 2000;
  scrollBy(0, 500);
}"""


@dataclass(frozen=True, slots=True)
class Pages:
    """The two files, and what is in them."""

    ours: Path
    pyvis: Path
    nodes: int
    edges: int
    places: str


def report(rounds: int = 3) -> Iterator[str]:
    """What the pages are, then how long each takes to be usable, part by part, and the ratio."""
    with TemporaryDirectory() as name:
        begin = perf_counter()
        pages = _written(Path(name))
        yield (
            f"page in a browser   {pages.nodes} nodes and {pages.edges} edges; {_megabytes(pages.ours)} MB, pyvis "
            f"{_megabytes(pages.pyvis)} MB; written in {perf_counter() - begin:.0f} s"
        )
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which(os.environ.get("CHROMIUM", "chromium")),
                args=["--no-sandbox"] if os.geteuid() == 0 else [],
            )
            timed = [
                (_timed(browser, pages.ours, pages.places, _ours), _timed(browser, pages.pyvis, pages.places, _pyvis))
                for _ in range(rounds)
            ]
            browser.close()
    yield from _lines(timed)


def _lines(timed: list[tuple[dict[str, float], dict[str, float]]]) -> Iterator[str]:
    for place, name in ((0, "barriers page"), (1, "pyvis write_html")):
        parts = {part: median(one[place][part] for one in timed) for part in timed[0][place]}
        told = ", ".join(f"{part} {seconds:.2f}" for part, seconds in parts.items() if part != "usable")
        yield f"  {name:<18} usable after {parts['usable']:6.2f} s   ({told})"
    ratios = sorted(ours["usable"] / pyvis["usable"] for ours, pyvis in timed)
    yield (
        f"  ratio {median(ratios):.2f} ({ratios[0]:.2f} - {ratios[-1]:.2f} in {len(ratios)} rounds)"
        f"      <= {AIM:.1f} is the aim"
    )


def _megabytes(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.1f}"


# The files


def _written(folder: Path) -> Pages:
    model = make_model(FACTS, steps=STEPS, actors=ACTORS)
    graph = build_graph(model, COUNTRY, "five-barriers")
    audit = audit_graph(graph, model.digest)
    view = page_data(model, [graph], [audit])["views"][0]
    places = list(view["layouts"]["lanes"]["places"].values())
    files = folder / "ours.html", folder / "pyvis.html"
    pages = Pages(*files, len(view["nodes"]), len(view["edges"]), json.dumps(places))
    pages.ours.write_text(page_html(model, [graph], [audit]), encoding="utf-8")
    pages.pyvis.write_text(_pyvis_html(view), encoding="utf-8")
    return pages


def _pyvis_html(view: dict[str, Any]) -> str:
    """The page that pyvis writes of the same nodes and edges at the same places, without physics."""
    places = view["layouts"]["lanes"]["places"]
    network = Network(height="900px", width="100%", directed=True, cdn_resources="in_line")
    for node in view["nodes"]:
        if node["id"] in places:
            x, y = places[node["id"]]
            network.add_node(node["id"], label=node["label"], shape=node.get("shape", "box"), x=x, y=y, physics=False)
    for edge in view["edges"]:
        if edge["from"] in places and edge["to"] in places:
            network.add_edge(edge["from"], edge["to"])
    network.toggle_physics(False)
    # Its two tags that would load Bootstrap are taken out: without a network they could only cost it time.
    return re.sub(
        r"<link\s[^>]*cdn[^>]*/>|<script\s[^>]*src=[^>]*></script>", "", str(network.generate_html()), flags=re.DOTALL
    )


# In the browser


_Use = Callable[[Page, str, Callable[[str], None]], None]


def _timed(browser: Browser, path: Path, places: str, use: _Use) -> dict[str, float]:
    """Seconds of each part, in their order, and of all until the page is usable."""
    context = browser.new_context(viewport=WINDOW, offline=True)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.add_init_script(_HOOK)
    seconds: dict[str, float] = {}
    begin = last = perf_counter()

    def done(part: str) -> None:
        nonlocal last
        now = perf_counter()
        seconds[part] = now - last
        seconds["usable"] = now - begin
        last = now

    page.goto(path.as_uri() + ("#graph" if use is _ours else ""), wait_until="commit")
    use(page, places, done)
    context.close()
    return seconds


def _ours(page: Page, places: str, done: Callable[[str], None]) -> None:
    page.wait_for_function("() => globalThis.bench?.drawn")
    page.evaluate(_FRAME)
    done("graph drawn")
    page.mouse.click(*_target(page, places))
    page.wait_for_function(_ANSWERED)
    page.evaluate(_FRAME)
    done("click answered")
    page.mouse.click(*page.evaluate(_LINK))
    page.wait_for_function("() => document.querySelectorAll('#view-matrix .grid tr').length > 20")
    page.evaluate(_FRAME)
    done("matrix drawn")
    page.evaluate(_SCROLL)
    page.evaluate(_FRAME)
    done("matrix scrolled")


def _pyvis(page: Page, places: str, done: Callable[[str], None]) -> None:
    page.wait_for_function("() => globalThis.bench?.drawn")
    page.evaluate(_FRAME)
    done("network drawn")
    page.mouse.click(*_target(page, places))
    page.wait_for_function("() => bench.picked !== null")
    page.evaluate(_FRAME)
    done("click answered")


def _target(page: Page, places: str) -> tuple[float, float]:
    found = page.evaluate(_TARGET, places)
    assert found, "no node can be seen"
    return found[0], found[1]
