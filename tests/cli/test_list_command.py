"""`barriers list`."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from barriers.facts import Fact
from barriers.messages import MissingMessage
from barriers.model import ALL_KINDS
from barriers.schema import Record, fields_of, meaning
from loaders import BUNDLED
from tests.cli.running import DATA, ROOT, is_golden, run, shown

FILES = sorted(BUNDLED.rglob("*.yml"))


def schema(*kind: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shown("list", "fields", *kind, "--format", "json", data=None))
    return found


def misfits(value: Any, part: dict[str, Any], whole: dict[str, Any], at: str = "") -> list[str]:
    """What of a value a JSON Schema forbids, as far as the words go that ours has."""
    if "$ref" in part:
        part = whole["$defs"][part["$ref"].removeprefix("#/$defs/")]
    kinds = {
        "object": dict,
        "array": list,
        "string": (str, date),
        "boolean": bool,
        "integer": int,
        "number": (int, float),
    }
    if not isinstance(value, kinds[part["type"]] if "type" in part else object):
        return [f"{at}: no {part['type']}"]
    found = []
    if "enum" in part and value not in part["enum"]:
        found.append(f"{at}: {value}")
    if "pattern" in part and not re.search(part["pattern"], value):
        found.append(f"{at}: {value}")
    if isinstance(value, list):
        found += [f"{at}: {len(value)}"] * (
            not part.get("minItems", 0) <= len(value) <= part.get("maxItems", len(value))
        )
        found += [told for one in value for told in misfits(one, part["items"], whole, at)]
    if isinstance(value, dict):
        found += [f"{at}: no {name}" for name in part["required"] if name not in value]
        found += [f"{at}: {name}" for name in value if name not in part["properties"]]
        known = ((name, one) for name, one in value.items() if name in part["properties"])
        found += [told for name, one in known for told in misfits(one, part["properties"][name], whole, f"{at}.{name}")]
    return found


def test_the_page_on_fields_is_what_the_command_writes() -> None:
    """After a wanted change: barriers list fields -o docs/fields.md --force."""
    page = (ROOT / "docs/fields.md").read_text(encoding="utf-8")

    assert page == shown("list", "fields", "--format", "md", data=None)


def test_a_kind_is_found_by_its_word_and_by_its_section() -> None:
    by_word = shown("list", "fields", "cover", data=None)

    assert by_word == shown("list", "fields", "coverage", data=None)
    assert "COVER (SECTION COVERAGE)" in by_word
    assert "\nstep *      id of a step " in by_word
    assert "groups      list of: id of a group " in by_word
    assert "one of: detect, hinder, sanction, protect" in shown("list", "fields", "cover", "--format", "csv", data=None)


def test_an_unknown_kind_gets_the_nearest() -> None:
    result = run("list", "fields", "covers", data=None)

    assert result.exit_code == 2
    assert "Nearest: cover" in result.stderr


@pytest.mark.parametrize("kind", [Fact, *ALL_KINDS.values()], ids=lambda kind: kind.KIND)
def test_every_field_of_every_kind_says_what_it_means(kind: type[Record]) -> None:
    told = {part.name: str(meaning(kind, part.name)) for part in fields_of(kind) if part.written}

    assert all(text.endswith(".") for text in told.values()), told


def test_a_field_without_a_meaning_is_no_silent_gap() -> None:
    with pytest.raises(MissingMessage):
        str(meaning(Fact, "colour"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(BUNDLED)))
def test_every_bundled_file_fits_the_schema(path: Path) -> None:
    whole = schema()

    assert misfits(yaml.safe_load(path.read_text(encoding="utf-8")), whole, whole) == []


@pytest.mark.parametrize(
    ("record", "found"),
    [
        ({"actor": "nl.a", "network": "nl.b"}, []),
        ({"actor": "nl.a"}, [": no network"]),
        ({"actor": "nl.a", "network": "nl.b", "colour": "red"}, [": colour"]),
        ({"actor": "nl.a", "network": 7}, [".network: no string"]),
        ({"actor": "nl.a", "network": "nl.b", "basis": "heard"}, [".basis: heard"]),
        ({"actor": "nl.a", "network": "nl.b", "citations": [{"source": "a"}]}, [".citations: no at"]),
    ],
)
def test_the_schema_of_a_record_says_what_may_stand_in_it(record: dict[str, Any], found: list[str]) -> None:
    whole = schema("member")

    assert misfits(record, {"$ref": whole["$ref"]}, whole) == found


# What there is

KINDS = (
    *("steps", "barriers", "routes", "groups", "scripts"),
    *("stakeholders", "facilitators", "networks", "sources", "countries", "questions"),
)


def listed(kind: str, *more: str) -> list[dict[str, Any]]:
    data = None if kind == "questions" else DATA
    told: list[dict[str, Any]] = json.loads(shown("list", kind, *more, "--format", "json", data=data))[kind]
    return told


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_listed_in_every_format_with_ids_that_can_be_asked_for(kind: str) -> None:
    data = None if kind == "questions" else DATA
    rows = listed(kind)

    assert rows
    assert all(row["id"] and row["name"] for row in rows)
    assert run("show", rows[0]["id"]).exit_code == 0
    for wanted in ("table", "md", "html", "csv"):
        assert rows[0]["id"] in shown("list", kind, "--format", wanted, data=data)


def test_the_stakeholders_of_the_small_model_with_the_most_steps_first() -> None:
    numbers = {row["id"]: row["steps-recorded"] for row in listed("stakeholders")}

    assert numbers["nl.chamber-of-commerce"] == 1
    assert list(numbers.values()) == sorted(numbers.values(), reverse=True)


def test_a_script_may_be_chosen_by_its_name_and_numbers_are_then_of_its_steps() -> None:
    assert {row["script"] for row in listed("barriers", "--script", "Five Barriers")} == {"five-barriers"}
    assert len(listed("steps", "--script", "chain")) == 1
    assert len(listed("steps")) == 10


def test_a_network_without_a_member_is_listed_with_none(tmp_path: Path) -> None:
    extra = tmp_path / "extra.yml"
    extra.write_text("schema: 2\nof: NL\nactors:\n- {id: nl.club, name: Club, kind: network}\n", encoding="utf-8")
    numbers = {row["id"]: row["members-recorded"] for row in listed("networks", "--add", str(extra))}

    assert numbers == {"nl.task-force": 2, "nl.club": 0}


def test_a_list_is_golden() -> None:
    assert is_golden("list-stakeholders.txt", shown("list", "stakeholders"))
