"""The model: in one order, with a digest, knowing when a fact begins and who can fix it."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from barriers import Ceiling, Citation, Coverage, Model, Place, Script, Source
from barriers.coverage import ALWAYS, Scope
from barriers.model import canonical
from barriers.words import Bound, Form, Power, SourceKind, State, Voice
from loaders import load_model
from tests.loaders.fixtures import SIX_NODES

SIX = load_model(SIX_NODES).model
EARLY, LATE = date(2013, 6, 1), date(2014, 1, 31)
SOURCES = (
    Source("early", "Early", SourceKind.REPORT, "all", EARLY, voice=Voice.CRITIC),
    Source("late", "Late", SourceKind.OFFICIAL, "all", LATE, voice=Voice.OFFICIAL),
    Source("undated", "Undated", SourceKind.RESEARCH, "all", voice=Voice.SURVEY),
)


def cover(*sources: str, **rest: Any) -> Coverage:
    cited = tuple(Citation(source, "p. 1") for source in sources)
    common: dict[str, Any] = {"power": Power.HINDER, "state": State.ACTIVE, "country": "NL"}
    return Coverage(actor="nl.police", step="entry.offer", citations=cited, **common | rest)


# Citations


def test_two_voices_on_one_page_are_two_citations_and_the_same_voice_twice_is_one() -> None:
    """The voice is the citation's own or that of its source."""
    model = Model(sources=SOURCES)
    report = Citation("late", "p. 25", words="who is told of first")
    again = Citation("late", "p. 25", voice=Voice.OFFICIAL)
    interviewee = Citation("late", "p. 25", voice=Voice.INTERVIEWEE)
    of_five, of_six = (Citation("late", "p. 25", voice=Voice.SURVEY, respondents=number) for number in (5, 6))

    assert model.distinct([report, interviewee, again, of_five, of_six]) == (report, interviewee, of_five, of_six)
    assert model.distinct([]) == ()


# Order and digest


def reversed_model(model: Model) -> Model:
    return replace(model, **{name: getattr(model, name)[::-1] for name in model.__dataclass_fields__})


def test_the_order_in_which_values_are_given_changes_nothing() -> None:
    assert reversed_model(SIX) == SIX
    assert reversed_model(SIX).digest == SIX.digest


def test_each_kind_stands_by_id() -> None:
    for name in SIX.__dataclass_fields__:
        keys = [value.code if name == "countries" else value.id for value in getattr(SIX, name)]
        assert keys == sorted(keys)


def test_facts_are_all_kinds_of_facts() -> None:
    """Counted by hand in the six nodes."""
    kinds = [fact.KIND for fact in SIX.facts()]

    assert {kind: kinds.count(kind) for kind in kinds} == {
        "cover": 4,
        "ceiling": 1,
        "task": 1,
        "facilitation": 1,
        "member": 2,
        "complete-list": 1,
        "cooperation": 1,
        "weakness": 1,
        "duty": 1,
        "coordinator": 1,
        "signal": 1,
        "practice": 1,
        "figure": 1,
        "statement": 2,
        "swot": 1,
        "indicators": 1,
    }


def test_where_values_stand_takes_no_part_in_the_digest() -> None:
    moved = replace(SIX, coverage=tuple(replace(fact, place=Place("elsewhere.yml")) for fact in SIX.coverage))

    assert moved.digest == SIX.digest


@given(st.sampled_from(sorted(SIX.__dataclass_fields__)))
def test_leaving_anything_out_changes_the_digest(name: str) -> None:
    assert replace(SIX, **{name: getattr(SIX, name)[1:]}).digest != SIX.digest


@pytest.mark.parametrize(
    "change", [{"state": State.ABSENT}, {"note": "changed"}, {"measured": True}, {"since": date(2000, 1, 1)}]
)
def test_a_changed_judgement_changes_the_digest_though_not_the_id(change: dict[str, Any]) -> None:
    changed = replace(SIX.coverage[0], **change)

    assert changed.id == SIX.coverage[0].id
    assert replace(SIX, coverage=(changed, *SIX.coverage[1:])).digest != SIX.digest


def test_a_digest_is_sixty_four_hexadecimal_signs() -> None:
    assert len(SIX.digest) == 64
    assert set(SIX.digest) <= set("0123456789abcdef")


def test_comments_and_layout_take_no_part_in_the_digest(tmp_path: Path) -> None:
    for path in sorted(SIX_NODES.rglob("*.yml")):
        target = tmp_path / path.relative_to(SIX_NODES)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"# A remark.\n\n{path.read_text(encoding='utf-8')}\n# The end.\n", encoding="utf-8")

    assert load_model(tmp_path).model.digest == SIX.digest


def test_the_canonical_form_is_plain() -> None:
    plain = json.loads(canonical(cover("late", groups=frozenset(["b", "a"]), since=LATE)))

    assert plain["groups"] == ["a", "b"]
    assert plain["since"] == "2014-01-31"
    assert plain["citations"][0]["source"] == "late"
    assert "id" not in plain
    assert "place" not in plain


# Look-ups


def test_values_are_found_by_their_ids() -> None:
    assert SIX.actor_by_id["nl.police"].native == "Politie"
    assert SIX.source_by_id["booklet"].date == LATE
    assert SIX.country_by_code["NL"].main_source == "booklet"


def test_a_barrier_and_a_step_know_their_script() -> None:
    parts = ("two-doors", "entry", "work", "entry.offer", "entry.quay", "work.pay", "work.wharf")

    assert SIX.script_of == dict.fromkeys(parts, "two-doors")


# Time


@pytest.mark.parametrize(
    ("fact", "begins"),
    [
        (cover("late", since=date(2010, 1, 1)), date(2010, 1, 1)),
        (cover("late"), LATE),
        (cover("late", "early"), EARLY),
        (cover("undated", "late"), LATE),
        (cover("undated"), date.min),
        (cover("unknown"), date.min),
        (cover(), date.min),
    ],
)
def test_a_fact_begins_at_its_own_date_or_at_that_of_its_earliest_source(fact: Coverage, begins: date) -> None:
    assert Model(sources=SOURCES).begins(fact) == begins


def test_the_scope_of_a_fact_has_its_groups_spelt_out() -> None:
    script = SIX.scripts[0]
    fact = Ceiling(
        step="entry.offer",
        bound=Bound.PARTIAL,
        says="too little",
        groups=frozenset(["everybody"]),
        forms=frozenset([Form.LABOUR]),
        since=LATE,
    )

    assert SIX.scope(fact, script) == Scope(frozenset(["old", "young"]), frozenset([Form.LABOUR]), LATE, ALWAYS)
    assert SIX.scope(replace(fact, until=LATE), script).ends == LATE


def test_the_scope_of_a_fact_for_everybody_stays_empty() -> None:
    script: Script = SIX.scripts[0]

    assert SIX.scope(SIX.ceilings[0], script).groups == frozenset()


# Voices


@pytest.mark.parametrize(
    ("citations", "fixes"),
    [
        ((), False),
        ((Citation("late", "p. 1"),), True),
        ((Citation("early", "p. 1"),), False),
        ((Citation("early", "p. 1", voice=Voice.LAW),), True),
        ((Citation("late", "p. 1", voice=Voice.INTERVIEWEE),), False),
        ((Citation("early", "p. 1"), Citation("late", "p. 2")), True),
        ((Citation("undated", "p. 1", respondents=5),), False),
        ((Citation("unknown", "p. 1"),), False),
        ((Citation("unknown", "p. 1", voice=Voice.REPORT),), True),
    ],
)
def test_law_official_and_report_can_fix_a_fact(citations: tuple[Citation, ...], fixes: bool) -> None:
    assert Model(sources=SOURCES).fixes(citations) is fixes
