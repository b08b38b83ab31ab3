"""What refers to something, what a model must have, and what rests on what: beyond the broken fixtures."""

from pathlib import Path

import pytest

from loaders import load_model
from tests.loaders.fixtures import SCRIPT, SOURCES, blamed, cover, page, placed, problems_of, write

ACTORS = "actors:\n- {id: nl.police, name: Police, kind: police}\n- {id: nl.table, name: Table, kind: network}\n"
MACHINE = "- {id: chatbot, title: What a chatbot said, kind: machine, about: adults, date: 2024-01-31}\n"


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A sound data folder, to which a test adds what is wrong."""
    return write(
        tmp_path / "sound",
        {
            "sources.yml": SOURCES + MACHINE,
            "scripts/doors.yml": SCRIPT,
            "nl/country.yml": f"schema: 2\n{page('NL')}",
            "nl/actors.yml": f"schema: 2\n{ACTORS}",
            "nl/coverage.yml": f"schema: 2\ncoverage:\n{cover('nl.police')}",
        },
    )


def told(root: Path, more: str) -> list[str]:
    """What is blamed once this stands in a further file of the Netherlands."""
    write(root, {"nl/more.yml": f"schema: 2\n{more}"})
    return [blamed(problem) for problem in problems_of(root)]


def is_sound(root: Path, more: str) -> bool:
    write(root, {"nl/more.yml": f"schema: 2\n{more}"})
    return load_model(root).warnings == ()


# Evidence


def test_what_a_machine_wrote_can_be_cited_for_what_is_inferred(sound: Path) -> None:
    inferred = cover("nl.police").replace("state:", "basis: inferred, state:").replace("report", "chatbot")

    assert is_sound(sound, f"coverage:\n{inferred}")


def test_what_a_machine_wrote_can_stand_beside_a_document(sound: Path) -> None:
    both = cover("nl.police").replace("[{source: report", "[{source: chatbot, at: line 1}, {source: report")

    assert is_sound(sound, f"coverage:\n{both}")


def test_a_facilitation_is_stated_when_one_of_its_claims_is(sound: Path) -> None:
    cited = "citations: [{source: chatbot, at: line 1}]}\n"
    inferred = f"- {{actor: nl.police, by: lends cars, shell: {{number: 3, basis: inferred}}, {cited}"
    stated = inferred.replace("inferred", "stated")

    assert is_sound(sound, f"facilitations:\n{inferred}")
    assert told(sound, f"facilitations:\n{stated}") == ["machine-evidence: chatbot"]


def test_a_relation_needs_evidence_too(sound: Path) -> None:
    relation = "{to: nl.police, basis: stated, citations: [{source: chatbot, at: line 1}]}"
    actor = f"actors:\n- id: nl.border-police\n  name: Border police\n  kind: police\n  part_of: [{relation}]\n"

    assert told(sound, actor) == ["machine-evidence: chatbot"]


# Where sources and lines are cited


@pytest.mark.parametrize(
    "more",
    [
        "actors:\n- {id: nl.a, name: A, kind: ngo, CITED}\n",
        "actors:\n- {id: nl.a, name: A, kind: ngo, part_of: [{to: nl.police, basis: stated, CITED}]}\n",
        "actors:\n- {id: nl.a, name: A, kind: ngo, serves: [{group: adults, basis: stated, CITED}]}\n",
        "weaknesses:\n- {says: too few, touches: [entry], CITED}\n",
    ],
)
def test_a_source_that_is_not_there_is_told_wherever_it_is_cited(sound: Path, more: str) -> None:
    cited = "citations: [{source: raport, at: p. 1}]"

    assert told(sound, more.replace("CITED", cited)) == ["dangling-id: raport"]


def test_a_script_and_its_barriers_and_routes_cite_sources_too(sound: Path) -> None:
    script = SCRIPT.replace("name: Doors\n", "name: Doors\n  citations: [{source: a, at: p. 1}]\n")
    script = script.replace("order: 1}", "order: 1, citations: [{source: b, at: p. 1}]}")
    script = script.replace("ours: true", "citations: [{source: c, at: p. 1}]")
    write(sound, {"scripts/doors.yml": script})

    assert [str(problem.found) for problem in problems_of(sound)] == [
        "the source 'a', which is defined nowhere",
        "the source 'b', which is defined nowhere",
        "the source 'c', which is defined nowhere",
    ]


def test_who_was_asked_serves_where_the_number_is_not_printed(sound: Path) -> None:
    write(sound, {"sources.yml": (SOURCES + MACHINE).replace("kind: report", "kind: report, voice: survey")})

    asked = cover("nl.police", at="p. 2").replace("at: p. 2", "at: p. 2, asked: some of the police")
    number = cover("nl.police").replace("at: p. 1", "at: p. 1, respondents: 14")
    write(sound, {"nl/coverage.yml": f"schema: 2\ncoverage:\n{number}{asked}"})

    assert load_model(sound).warnings == ()


def test_a_survey_may_cite_another_voice(sound: Path) -> None:
    write(sound, {"sources.yml": (SOURCES + MACHINE).replace("kind: report", "kind: report, voice: survey")})
    write(
        sound, {"nl/coverage.yml": f"schema: 2\ncoverage:\n{cover('nl.police')}".replace("at:", "voice: report, at:")}
    )

    assert load_model(sound).warnings == ()


# Time


def test_an_own_date_serves_where_no_source_has_one(sound: Path) -> None:
    write(sound, {"sources.yml": (SOURCES + MACHINE).replace(", date: 2014-01-31", "")})
    write(
        sound,
        {
            "nl/coverage.yml": f"schema: 2\ncoverage:\n{cover('nl.police')}".replace(
                "state:", "since: 2014-01-31, state:"
            )
        },
    )

    assert load_model(sound).warnings == ()


def test_one_dated_source_serves_for_all(sound: Path) -> None:
    write(sound, {"sources.yml": SOURCES + MACHINE.replace(", date: 2024-01-31", "")})
    both = cover("nl.police", at="p. 2").replace("[{source: report", "[{source: chatbot, at: line 1}, {source: report")

    assert is_sound(sound, f"coverage:\n{both}")


# Countries


def test_what_stands_above_the_countries_needs_no_page(sound: Path) -> None:
    membership = "memberships:\n- {actor: nl.police, network: nl.table, citations: [{source: report, at: p. 1}]}\n"
    write(sound, {"int/ties.yml": f"schema: 2\n{membership}"})

    assert load_model(sound).warnings == ()


def test_actors_of_a_country_without_facts_need_no_page(sound: Path) -> None:
    write(sound, {"be/actors.yml": "schema: 2\nactors:\n- {id: be.police, name: Police, kind: police}\n"})

    assert load_model(sound).warnings == ()


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 1, 2), (2, 3, 1)])
def test_a_country_without_page_is_told_once_at_its_first_fact(sound: Path, order: tuple[int, ...]) -> None:
    """Whatever ids the facts have."""
    facts = "".join(cover("nl.police", at=f"p. {page}") for page in order)
    write(sound, {"be/coverage.yml": f"schema: 2\ncoverage:\n{facts}"})

    (problem,) = problems_of(sound)

    assert placed(problem, sound) == "be/coverage.yml:3:3 [no-country-page]"
    assert str(problem.remedy) == "add the file be/country.yml with this section"


def test_a_country_page_that_does_not_fit_is_not_missing_too(sound: Path) -> None:
    write(sound, {"nl/country.yml": "schema: 2\ncountry: {code: NL}\n"})

    assert {problem.code for problem in problems_of(sound)} == {"missing-key"}


@pytest.mark.parametrize(
    ("field", "blame"),
    [
        ("main_source: raport", "dangling-id: raport"),
        ("ask: [nl.polise]", "dangling-id: nl.polise"),
        ("task_force: nl.tabel", "dangling-id: nl.tabel"),
        ("task_force: nl.police", "not-a-network: nl.police"),
        ("national_networks: [nl.table, nl.police]", "not-a-network: nl.police"),
    ],
)
def test_the_country_page_refers_to_what_is_there(sound: Path, field: str, blame: str) -> None:
    without = page("NL").replace(", main_source: report", "") if field.startswith("main") else page("NL")
    write(sound, {"nl/country.yml": f"schema: 2\n{without}".replace("}", f", {field}}}")})

    (problem,) = problems_of(sound)

    assert blamed(problem) == blame


# Scripts


def test_two_scripts_may_speak_of_the_same_group(sound: Path) -> None:
    another = SCRIPT.replace("doors", "links").replace("entry", "prevention")
    write(sound, {"scripts/links.yml": another})

    assert len(load_model(sound).model.scripts) == 2


def test_two_scripts_may_not_mean_different_groups_by_one_id(sound: Path) -> None:
    another = SCRIPT.replace("doors", "links").replace("entry", "prevention").replace("name: Adults", "name: Grown")
    write(sound, {"scripts/links.yml": another})

    (problem,) = problems_of(sound)

    assert placed(problem, sound) == "scripts/links.yml:6:17 [duplicate-id]"


def test_a_script_may_allow_circles(sound: Path) -> None:
    script = SCRIPT.replace("ours: true", "ours: true, leads_to: [entry.offer]")
    write(sound, {"scripts/doors.yml": script})

    assert [problem.code for problem in problems_of(sound)] == ["circle"]

    write(sound, {"scripts/doors.yml": script.replace("name: Doors", "name: Doors\n  may_circle: true")})

    assert load_model(sound).model.scripts[0].may_circle


def test_a_statement_for_a_word_for_several_groups_matters_where_one_of_them_does(sound: Path) -> None:
    groups = "{id: adults, name: Adults}, {id: all, name: All, includes: [adults, minors]}, {id: minors, name: Minors}"
    write(sound, {"scripts/doors.yml": SCRIPT.replace("{id: adults, name: Adults}", groups)})

    for_all = cover("nl.police", at="p. 2").replace("state:", "groups: [all], state:")

    assert is_sound(sound, f"coverage:\n{for_all}")


def test_two_circles_are_both_told(sound: Path) -> None:
    kinds = "".join(
        f"- {{id: nl.{one}, name: {one}, kind: ngo, kind_of: [{{to: nl.{other}, basis: inferred}}]}}\n"
        for one, other in (("a", "b"), ("b", "a"), ("c", "d"), ("d", "c"))
    )

    assert told(sound, f"actors:\n{kinds}") == ["circle: nl.a", "circle: nl.c"]


def test_who_touches_and_what_is_touched_may_be_a_step_a_barrier_or_an_actor(sound: Path) -> None:
    weakness = "- {says: too few, touches: [entry.offer, entry, nl.police], citations: [{source: report, at: p. 1}]}\n"

    assert is_sound(sound, f"weaknesses:\n{weakness}")


def test_a_facilitation_refers_to_barriers_and_steps(sound: Path) -> None:
    claims = "barrier: {id: enter, basis: stated}, step: {id: entry.ofer, basis: stated}"
    cited = "citations: [{source: report, at: p. 1}]"

    assert told(sound, f"facilitations:\n- {{actor: nl.police, by: lends cars, {claims}, {cited}}}\n") == [
        "dangling-id: enter",
        "dangling-id: entry.ofer",
    ]


def test_a_statement_may_be_about_a_whole_script_and_an_item_may_not_touch_one(sound: Path) -> None:
    cited = "citations: [{source: report, at: p. 1}]"
    statement = f"statements:\n- {{says: It was made here., topic: who made it, claim: we, about: [doors], {cited}}}\n"
    item = f"swot:\n- {{says: It is clear., kind: strength, number: 1, touches: [doors], {cited}}}\n"

    assert is_sound(sound, statement)
    assert told(sound, item) == ["wrong-kind: doors"]


def test_a_statement_that_concerns_several_may_be_about_an_actor_of_a_country_that_is_not_read(sound: Path) -> None:
    """Whose actor that is shows when the country is read."""
    cited = "citations: [{source: report, at: p. 1}]"
    about = f"topic: who sees it, claim: they do, about: [be.police, nl.police], concerns: [BE, NL], {cited}"
    belgium = {"be/country.yml": f"schema: 2\n{page('BE')}", "be/actors.yml": "schema: 2\nactors: []\n"}
    write(sound, {"statements.yml": f"schema: 2\nof: INT\nstatements:\n- {{says: They see it., {about}}}\n", **belgium})

    (statement,) = load_model(sound, countries=["NL"]).model.statements

    assert statement.countries == ("INT", "BE", "NL")
    assert [blamed(problem) for problem in problems_of(sound)] == ["dangling-id: be.police"]


@pytest.mark.parametrize(("letters", "codes"), [(100, []), (101, ["bad-id"])])
def test_an_id_in_a_country_that_is_not_read_has_no_more_letters_than_an_id_may_have(
    tmp_path: Path, letters: int, codes: list[str]
) -> None:
    """Else it would be found on a server only, where it is a key."""
    name = "be.".ljust(letters, "a")
    files = {"sources.yml": SOURCES, "scripts/doors.yml": SCRIPT, "nl/country.yml": f"schema: 2\n{page('NL')}"}
    write(tmp_path, files | {"nl/coverage.yml": f"schema: 2\ncoverage:\n{cover(name)}"})
    (tmp_path / "be").mkdir()

    if codes:
        assert [problem.code for problem in problems_of(tmp_path)] == codes
    else:
        assert load_model(tmp_path).model.coverage[0].actor == name
