"""The table of what stands on a server stays a table, however long names are."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from graph.store.contents import Compared, StoredModel, Verdict
from graph.store.versions import Version
from viz.render import Window, rendered
from viz.reports.status import status_document

MOMENT = datetime(2026, 1, 31, 12, 30, 15, tzinfo=UTC)


def shown(width: int, *names: tuple[str, str]) -> list[str]:
    """The lines of the table for models of these names, pushed by these people."""
    versions = [Version("1", name, by=by, since=MOMENT, facts=1200) for name, by in names]
    compared = [Compared(StoredModel(version, None, 0), Verdict.NO_FILES) for version in versions]
    document = status_document("localhost:7687", compared, [], everything=False)
    return rendered(document, "table", Window(width)).decode().splitlines()[1:]


def test_a_long_name_is_broken_and_nothing_beside_it() -> None:
    """The longest draft that there may be, with a country before it."""
    assert shown(80, ("NL/" + "spring-2026-" * 3 + "last", "neo4j (jan.de.vries)"), ("RO", "anna")) == [
        "model                    pushed by      since                facts files",
        "NL/spring-2026-spring-20 neo4j          2026-01-31 12:30 UTC  1200 no files here",
        "26-spring-2026-last      (jan.de.vries)",
        "RO                       anna           2026-01-31 12:30 UTC  1200 no files here",
    ]


def test_a_wide_screen_has_room_for_the_longest_name() -> None:
    """On one line, with the seconds too."""
    name = "NL/" + "spring-2026-" * 3 + "last"
    _, line = shown(160, (name, "neo4j (jan.de.vries)"))

    assert line.split() == [
        name,
        "neo4j",
        "(jan.de.vries)",
        "2026-01-31",
        "12:30:15",
        "UTC",
        "1200",
        "no",
        "files",
        "here",
    ]


@pytest.mark.parametrize("width", [80, 160])
def test_a_short_name_leaves_its_header_whole(width: int) -> None:
    """The column is as wide as the word above it."""
    header, line = shown(width, ("NL", "anna"))

    assert header.startswith("model pushed by ")
    assert line.startswith("NL    anna ")
