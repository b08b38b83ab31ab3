"""The page on the server names what is stored, as it is declared."""

from __future__ import annotations

import re
from dataclasses import fields

from graph.store.schema import DERIVED, DERIVED_RELATIONS, LABELS, RELATIONS
from graph.store.versions import Version, VersionState
from tests.cli.running import ROOT

PAGE = (ROOT / "docs" / "neo4j.md").read_text(encoding="utf-8")


def test_the_page_on_the_server_names_every_label_and_every_relation() -> None:
    """Those of the schema, and no others."""
    rows = re.findall(r"^\| (`[^|]+) \|", PAGE.split("## What stands on the server")[1], flags=re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`(\w+)`", row)]

    assert sorted(name for name in named if name != "neo4j") == sorted(
        [*LABELS, *DERIVED, *RELATIONS, *DERIVED_RELATIONS]
    )


def test_the_page_on_the_server_tells_what_a_version_tells() -> None:
    """Its properties and its states."""
    told = re.findall(r"\(:BarriersVersion \{([^}]+)\}\)", PAGE)

    assert [set(re.split(r",\s+", one)) for one in told] == [{field.name for field in fields(Version)}]
    assert all(f"`{state}`" in PAGE for state in VersionState)
