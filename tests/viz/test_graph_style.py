"""Captions and colours for Neo4j Browser and Bloom: those of the page, for everything that stands on a server."""

from __future__ import annotations

import json
import re

from barriers.words import Status
from graph.store.publishing import status_label
from graph.store.schema import DERIVED, DERIVED_RELATIONS, LABELS, RELATIONS
from tests.test_house import ROOT
from viz.graph_style import bloom_perspective, browser_style

PAGE = (ROOT / "viz/page/static/colours.css").read_text(encoding="utf-8")


def rules() -> dict[str, dict[str, str]]:
    """The rules of the style file, by what they are for."""
    found = re.findall(r"^([\w.]+) \{\n(.*?)^\}", browser_style(), re.DOTALL | re.MULTILINE)
    return {name: dict(re.findall(r"([\w-]+): (.*);", lines)) for name, lines in found}


def colour(name: str) -> str:
    """A colour of the page in daylight."""
    found = re.search(rf"--{name}: light-dark\((#\w+),", PAGE)
    assert found is not None
    return found[1]


def long(found: str) -> str:
    return found if len(found) == 7 else "#" + "".join(2 * digit for digit in found[1:])


def test_a_status_has_the_colours_of_the_page() -> None:
    """By its own label, after the rule for every node: the last one counts."""
    names = list(rules())
    for status in Status:
        rule = rules()[f"node.{status_label(status)}"]
        assert rule["color"] == long(colour(f"{status}-fill"))
        assert rule["border-color"] == long(colour(f"{status}-line"))
        assert rule["text-color-internal"] == long(colour(f"{status}-ink"))
        assert names.index("node.BarriersNode") < names.index(f"node.{status_label(status)}")


def test_every_rule_of_a_node_has_a_caption_and_none_is_for_the_nodes_of_others() -> None:
    """Browser makes a colour and a caption up where a rule has none."""
    ours = {"BarriersNode", "Fact", *LABELS, *DERIVED, *map(status_label, Status)}
    for name, rule in rules().items():
        kind, label = name.split(".")
        if kind == "node":
            assert label in ours
            assert rule["caption"] == '"{caption}"'
            assert rule["color"].startswith("#")
        else:
            assert label in RELATIONS


def test_the_perspective_has_a_category_for_each_label_and_a_status_stands_first() -> None:
    """Bloom takes the first category that fits; whatever has none is hidden."""
    told = json.loads(bloom_perspective())
    labels = [label for category in told["categories"] for label in category["labels"]]

    assert sorted(labels) == sorted([*LABELS, *DERIVED, *map(status_label, Status)])
    assert max(labels.index(status_label(status)) for status in Status) < labels.index("StepStatus")
    assert [one["name"] for one in told["relationshipTypes"]] == [*RELATIONS, *DERIVED_RELATIONS]
    assert [category["id"] for category in told["categories"]] == list(range(len(labels) + 1))


def test_the_same_words_give_the_same_bytes() -> None:
    """No clock and no chance is in them."""
    assert bloom_perspective() == bloom_perspective()
    assert browser_style() == browser_style()
