"""Files in the words of the first version: they load to the same model, are warned of once, and can be rewritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from barriers.errors import BrokenData, Gravity
from loaders import load_model, upgrades
from loaders.old_words import renewed
from loaders.reading import read_text

SCRIPT = """\
schema: 1  # the first version
script:
  id: town
  name: Town
  citations: [{source: report, at: p. 1}]
  powers: [detect, hinder]
  groups: [{id: adults, name: Adults}]
  barriers: [{id: entry, name: Entry, order: 1}]
  steps:
  - {id: entry.door, barrier: entry, name: Door, forms: [labour], holds: [hinder], groups: [adults], ours: true,
     leads_to: [entry.desk]}
  - {id: entry.desk, barrier: entry, name: Desk, forms: [labour], "holds": [hinder], groups: [adults], ours: true}
  tracks:
  - {id: in, name: In, forms: [labour], steps: [entry.door, entry.desk], ours: true}
"""

FACTS = """\
schema: "1"
of: NL
# working: who acts today
coverage:
- {actor: nl.police, step: entry.door, power: hinder, state: working, citations: [{source: report, at: p. 1}],
   note: "the working group is competent"}
- actor: nl.police
  step: entry.desk
  power: hinder
  state:   'competent'   # on paper
  citations: [{source: report, at: p. 2}]
signals:
- {says: noise, steps: [entry.door], follow_up: working, citations: [{source: report, at: p. 3}]}
closed_lists:
- {network: nl.table, until: 2014-12-31, citations: [{source: report, at: p. 4}]}
leads:
- {actor: nl.police, barriers: [entry], citations: [{source: report, at: p. 5}]}
"""

PLAIN = """\
schema: 2
sources:
- {id: report, title: Report, kind: report, about: all, date: 2013-01-01}
"""

COUNTRY = """\
schema: 2
country: {code: NL, name: Netherlands, as_of: 2014-01-31, main_source: report, about: all}
actors:
- {id: nl.police, name: Police, kind: police}
- {id: nl.table, name: Table, kind: network}
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    (tmp_path / "nl").mkdir()
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "town.yml").write_text(SCRIPT, encoding="utf-8")
    (tmp_path / "nl" / "leads.yml").write_text(FACTS, encoding="utf-8")
    (tmp_path / "nl" / "country.yml").write_text(COUNTRY, encoding="utf-8")
    (tmp_path / "sources.yml").write_text(PLAIN, encoding="utf-8")
    return tmp_path


def rewrite(folder: Path) -> None:
    for found in upgrades([folder]):
        assert found.is_sure
        found.path.unlink()
        found.target.write_bytes(found.content)


def test_each_old_file_is_warned_of_once_at_its_first_old_word(old: Path) -> None:
    warnings = load_model(old).warnings

    assert [str(one).removeprefix(f"{old}/") for one in warnings] == [
        "nl/leads.yml:1:9: warning: words of an earlier version: schema 1, working, competent, closed_lists, leads; "
        "expected schema 2, active, mandate, complete_lists, coordinators; "
        "the file still loads; barriers check --upgrade rewrites it [old-words]",
        "scripts/town.yml:1:9: warning: words of an earlier version: schema 1, holds, tracks; "
        "expected schema 2, powers, routes; the file still loads; barriers check --upgrade rewrites it [old-words]",
    ]


def test_what_is_rewritten_loads_to_the_same_model_without_a_warning(old: Path) -> None:
    before = load_model(old).model
    rewrite(old)
    after = load_model(old)

    assert after.model == before
    assert after.warnings == ()
    assert (len(before.coverage), len(before.complete_lists), len(before.coordinators)) == (2, 1, 1)
    assert list(upgrades([old])) == []


def test_only_the_old_words_change(old: Path) -> None:
    """Comments, quotes, order, spaces and what people wrote stay."""
    rewrite(old)

    assert not (old / "nl" / "leads.yml").exists()
    assert (old / "nl" / "coordinators.yml").read_text(encoding="utf-8") == (
        FACTS.replace('schema: "1"', 'schema: "2"')
        .replace("state: working", "state: active")
        .replace("'competent'", "'mandate'")
        .replace("follow_up: working", "follow_up: active")
        .replace("closed_lists:", "complete_lists:")
        .replace("leads:", "coordinators:")
    )
    assert (old / "scripts" / "town.yml").read_text(encoding="utf-8") == (
        SCRIPT.replace("schema: 1", "schema: 2")
        .replace(" holds:", " powers:")
        .replace('"holds":', '"powers":')
        .replace("tracks:", "routes:")
    )


def test_line_ends_and_a_byte_order_mark_stay(old: Path) -> None:
    path = old / "nl" / "leads.yml"
    path.write_bytes(b"\xef\xbb\xbf" + FACTS.replace("\n", "\r\n").encode())
    rewrite(old)
    written = (old / "nl" / "coordinators.yml").read_bytes()

    assert written.startswith(b'\xef\xbb\xbfschema: "2"\r\n')
    assert written.count(b"\r\n") == written.count(b"\n") == FACTS.count("\n")


def test_a_file_keeps_its_name_where_the_new_one_is_taken(old: Path) -> None:
    (old / "nl" / "coordinators.yml").write_text("schema: 2\nof: NL\n", encoding="utf-8")

    assert [found.target.name for found in upgrades([old])] == ["leads.yml", "town.yml"]


def test_a_single_file_keeps_its_name(old: Path) -> None:
    (found,) = upgrades([old / "nl" / "leads.yml"])

    assert found.target == found.path


def test_a_word_that_is_not_written_as_it_is_read_is_left_to_people(old: Path) -> None:
    path = old / "nl" / "leads.yml"
    path.write_text(FACTS.replace("state: working", 'state: "w\\x6frking"'), encoding="utf-8")

    assert [found.is_sure for found in upgrades([old]) if found.path == path] == [False]


def test_what_cannot_be_read_is_left_alone(old: Path) -> None:
    (old / "nl" / "broken.yml").write_text("schema: 1\nleads: [", encoding="utf-8")
    (old / "nl" / "link.yml").symlink_to(old / "nl" / "leads.yml")

    assert {found.path.name for found in upgrades([old])} == {"leads.yml", "town.yml"}


def test_an_old_key_beside_the_new_one_is_a_mistake(old: Path) -> None:
    """Which of the two is meant, nobody knows."""
    path = old / "scripts" / "town.yml"
    path.write_text(SCRIPT.replace("  tracks:", "  routes: []\n  tracks:"), encoding="utf-8")

    with pytest.raises(BrokenData) as raised:
        load_model(old)
    assert [one.code for one in raised.value.problems if one.gravity is Gravity.ERROR] == ["unknown-key"]


def test_a_file_without_old_words_is_given_back_as_it_is() -> None:
    content, _ = read_text(COUNTRY, "country.yml")

    assert content is not None
    assert renewed(content) == (content, ())


def test_what_is_no_record_is_left_to_the_checks() -> None:
    """A section or a script of another kind is told of as ever."""
    content, _ = read_text("schema: 2\nscript: none\ncoverage: [working]\nsignals: {follow_up: [working]}\n", "odd.yml")

    assert content is not None
    assert renewed(content) == (content, ())
