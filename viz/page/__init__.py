"""The page: one HTML file that an analyst explores and a mayor can read.

Written by hand as files that a browser and an editor can check (`static/`), filled with escaped markup and with data
from pure functions. docs/adr/0007-page.md says why it is made this way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from barriers.findings import Audit
from barriers.messages import text
from barriers.model import Model
from graph import BarrierGraph
from viz.markup import Html, el, unmarked
from viz.page.bundle import bundled, compact_style
from viz.page.data import book_data
from viz.page.fill import fill
from viz.page.network import vis_source
from viz.page.packing import packed
from viz.page.sections.compare import comparisons, link_to_comparison
from viz.page.sections.facts import facts, sources
from viz.page.sections.findings import findings
from viz.page.sections.header import header, title
from viz.page.sections.summary import summary
from viz.page.told import told_data
from viz.page.views import Book, book_of
from viz.page.words import words_data
from viz.symbols import BORDERS

__all__ = ["page_data", "page_html"]

_STYLES = ("colours", "page", "frame", "parts", "findings", "compare", "matrix", "graph", "head", "panel", "print")
"""The style sheets in their order, that for paper last."""


def page_data(model: Model, graphs: Sequence[BarrierGraph], audits: Sequence[Audit]) -> dict[str, Any]:
    """The data of the page as lists, dicts, text and numbers; graphs and their audits come in the same order."""
    return book_data(book_of(model, graphs, audits))


def page_html(model: Model, graphs: Sequence[BarrierGraph], audits: Sequence[Audit]) -> str:
    """The whole page, one file that loads nothing; graphs and their audits come in the same order, script by script.

    The same model gives the same text. A page needs at least one graph.
    """
    book = book_of(model, graphs, audits)
    static = files(__name__) / "static"
    script = own_script()
    return fill(
        _read(static / "page.html"),
        _sections(book),
        data={"data": packed({**book_data(book), "words": words_data(script)}), "told": packed(told_data(book))},
        scripts=[vis_source(), script],
        styles=["\n".join([*(compact_style(_read(static / f"{name}.css")) for name in _STYLES), *_border_rules()])],
        early=[_read(static / "early.js")],
    )


def own_script() -> str:
    """The page's own modules as one script."""
    return bundled(modules())


def modules() -> dict[str, str]:
    """The page's own modules: their text by their path."""
    return dict(sorted(_files_in(files(__name__) / "static" / "js")))


def _files_in(folder: Traversable, before: str = "") -> Iterator[tuple[str, str]]:
    for path in folder.iterdir():
        if path.is_dir():
            yield from _files_in(path, f"{before}{path.name}/")
        elif path.name.endswith(".js"):
            yield f"{before}{path.name}", _read(path)


def _read(path: Traversable) -> str:
    return path.read_text(encoding="utf-8")


def _border_rules() -> Iterator[str]:
    """The border of each status for the style sheet, beside text in whole pixels and two at most."""
    for status, border in BORDERS.items():
        yield f'[data-status="{status}"]{{--border:{min(2, int(border.width))}px {border.style}}}'


def _sections(book: Book) -> dict[str, Html]:
    return {
        "title": el("title", unmarked(title(book))),
        "header": header(book),
        "tocompare": link_to_comparison(book),
        "summary": summary(book),
        "findings": findings(book),
        "compare": comparisons(book),
        "facts": facts(book),
        "sources": sources(book),
        "model": el("p", text("page.header.model"), " ", el("code", book.digest, cls="id")),
    }
