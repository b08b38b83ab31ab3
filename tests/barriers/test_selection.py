"""What part of a model is looked at."""

from dataclasses import replace
from datetime import date

import pytest

from barriers import Selection, select
from barriers.words import Basis, Form
from loaders import load_model
from tests.loaders.fixtures import SIX_NODES

SIX = load_model(SIX_NODES).model


def kinds(as_of: date | None = None, basis: Basis | None = None) -> dict[str, int]:
    """How many facts of each kind are looked at."""
    found = [fact.KIND for fact in select(SIX, "NL", Selection(as_of=as_of, basis=basis)).facts()]
    return {kind: found.count(kind) for kind in found}


ALL = {
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


def test_the_day_is_that_of_the_country_unless_another_is_asked_for() -> None:
    assert Selection().day(SIX, "NL") == date(2014, 1, 31)
    assert Selection(as_of=date(2020, 2, 29)).day(SIX, "NL") == date(2020, 2, 29)


def test_on_the_day_of_the_country_everything_has_begun() -> None:
    assert kinds() == ALL


def test_facts_that_have_not_begun_are_not_there() -> None:
    """The questionnaire is of June 2013, one plan of September, all else of January 2014."""
    assert kinds(date(2013, 5, 31)) == {}
    assert kinds(date(2013, 6, 1)) == {"cooperation": 1}
    assert kinds(date(2013, 9, 1)) == {"cooperation": 1, "cover": 1}
    assert kinds(date(2014, 1, 30)) == {"cooperation": 1, "cover": 1}


def test_facts_that_have_ended_are_still_known() -> None:
    assert kinds(date(2030, 1, 1)) == ALL


def test_a_basis_leaves_out_facts_of_the_other() -> None:
    """One cover is inferred, of another the power is; the facilitation has a claim of each basis; so are two ties."""
    stated, inferred = kinds(basis=Basis.STATED), kinds(basis=Basis.INFERRED)

    assert stated == {kind: number for kind, number in ALL.items() if kind not in ("duty", "coordinator")} | {
        "cover": 2
    }
    assert inferred == {"cover": 2, "facilitation": 1, "duty": 1, "coordinator": 1}


def test_facts_of_other_countries_are_left_out_and_their_actors_stay() -> None:
    abroad = replace(SIX, coverage=tuple(replace(fact, country="BE") for fact in SIX.coverage))
    seen = select(abroad, "NL", Selection())

    assert seen.coverage == ()
    assert seen.actors == SIX.actors
    assert [country.code for country in seen.countries] == ["NL"]


def test_a_practice_is_looked_at_where_it_is_shown_and_where_it_is_meant_for() -> None:
    """The Dutch harbour shows Belgium how it checks papers; whose file that stands in does not matter."""
    two = replace(
        SIX,
        countries=(*SIX.countries, replace(SIX.countries[0], code="BE"), replace(SIX.countries[0], code="DK")),
        practices=tuple(replace(practice, country="INT") for practice in SIX.practices),
    )

    seen = {code: select(two, code, Selection()).practices for code in ("NL", "BE", "DK")}

    assert seen == {"NL": two.practices, "BE": two.practices, "DK": ()}
    assert select(two, "BE", Selection(basis=Basis.INFERRED)).practices == ()
    assert select(two, "BE", Selection(as_of=date(2014, 1, 30))).practices == ()


def test_a_statement_is_looked_at_in_every_country_that_it_concerns() -> None:
    """It stands in a file of no country and concerns the Netherlands and Belgium."""
    two = replace(
        SIX,
        countries=(*SIX.countries, replace(SIX.countries[0], code="BE"), replace(SIX.countries[0], code="DK")),
        statements=tuple(replace(one, country="INT", concerns=("BE", "NL")) for one in SIX.statements),
    )

    seen = {code: select(two, code, Selection()).statements for code in ("NL", "BE", "DK")}

    assert seen == {"NL": two.statements, "BE": two.statements, "DK": ()}
    assert select(two, "BE", Selection(basis=Basis.INFERRED)).statements == ()
    assert select(two, "BE", Selection(as_of=date(2014, 1, 30))).statements == ()


def test_scripts_and_sources_stay_whole() -> None:
    seen = select(SIX, "NL", Selection(as_of=date(2000, 1, 1), basis=Basis.INFERRED))

    assert (seen.scripts, seen.sources, seen.editions) == (SIX.scripts, SIX.sources, SIX.editions)


@pytest.mark.parametrize("selection", [Selection(form=Form.SEXUAL), Selection(group="young")])
def test_forms_and_groups_are_left_to_the_graph_which_knows_the_script(selection: Selection) -> None:
    assert list(select(SIX, "NL", selection).facts()) == list(SIX.facts())
