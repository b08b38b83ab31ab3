"""Everything known about one id."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from barriers import Coverage, Model, Statement, UnknownName
from barriers.messages import ENGLISH, language, speaking
from barriers.words import Handling, Power, State
from graph import audit_graph, build_graph
from tests.viz.render.drawn import as_json
from tests.viz.small import desk, model
from viz.reports.profile import Desk, Profile, home_of, known_ids, profile, profile_data

ANSWERS = "Practices and recommendations that answer it"
SWOT = "What SWOT analyses say of it"
SAID = "Other statements about it"


def section(made: Profile, heading: str) -> list[str]:
    (found,) = (one for one in made.sections if one.heading == heading)
    return [entry.text for entry in found.items]


def about(made: Profile) -> dict[str, str]:
    return dict(made.about)


def test_every_id_has_a_profile_that_other_programs_can_read() -> None:
    on_the_desk = desk()
    for name in [*known_ids(model()), *(finding.id for finding in on_the_desk.findings)]:
        assert as_json(profile_data(profile(on_the_desk, name)))["id"] == name


class _Marked:
    """A made-up language: English between signs that nothing else holds."""

    def words(self, key: str, n: int | None) -> str | None:
        words = language(ENGLISH).words(key, n)
        return None if words is None else f"<<{words}>>"


def test_every_sentence_of_a_profile_is_in_the_language_that_is_set() -> None:
    with speaking(_Marked()):
        on_the_desk = desk()
        for name in [*known_ids(model()), *(finding.id for finding in on_the_desk.findings)]:
            made = profile(on_the_desk, name)
            told = [made.kind, *(label for label, _ in made.about if label)]
            told += [one.heading for one in made.sections] + [one.none for one in made.sections if one.none]

            assert [words for words in told if not words.startswith("<<")] == [], name


def test_an_unknown_id_names_the_nearest() -> None:
    with pytest.raises(UnknownName) as caught:
        profile(desk(), "employment.escrot")

    assert caught.value.nearest[0] == "employment.escort"


def test_a_step_knows_where_it_comes_from_and_leads_to() -> None:
    known = about(profile(desk(), "accommodation.hotel"))

    assert known["comes from"] == "entry.loverboy-seduction, entry.unaccompanied-minor-by-air"
    assert known["leads to"] == "employment.escort, employment.licensed-window"
    assert known["taken from"] == "no source: it is ours"
    assert known["status"].startswith("? unknown. ")


def test_a_weakness_of_its_barrier_touches_a_step_too() -> None:
    (text,) = section(profile(desk(), "finance.laundering"), "Weaknesses that sources state")

    assert text == "Nothing is known of laundering by loverboys."


def test_an_actor_is_related_in_both_directions() -> None:
    assert about(profile(desk(), "nl.traffic-police"))["part of"] == "National Police, nl.police (inferred)"
    assert about(profile(desk(), "nl.police"))["has as part"] == "Traffic police, nl.traffic-police (inferred)"


def test_a_network_has_members() -> None:
    assert section(profile(desk(), "nl.task-force"), "Members") == [
        "Chamber of Commerce (KvK) until February 2014 (stated)",
        "National Police until February 2014 (stated)",
    ]


def test_a_shell_is_of_a_relation_not_of_an_actor() -> None:
    made = profile(desk(), "shell.3")

    assert about(made)["means"] == "unaware of the crime"
    assert about(made)["recorded"] == "1 of 2 facilitators at a step with a shell"
    assert len(section(made, "Who stands in it")) == 1
    assert section(profile(desk(), "shell.1"), "Who stands in it") == []


def test_a_route_counts_its_covered_steps() -> None:
    assert about(profile(desk(), "loverboy"))["covered"] == "1 of 4 steps"


def test_a_fact_names_what_follows_from_it() -> None:
    made = profile(desk(), "ceiling-c9971288da3a")

    assert [one.id for one in next(s for s in made.sections if s.heading == "Findings").items] == [
        "insufficient-cover:nl:employment.escort"
    ]
    assert section(made, "Status of the step")[0].startswith("A source says that too little is done")


def test_the_strictest_handling_of_what_is_shown_governs() -> None:
    assert profile(desk(), "finance.laundering").handling is Handling.PARTNERS
    assert profile(desk(), "employment.escort").handling is Handling.PUBLIC


def test_a_statement_of_another_day_is_kept_and_said_not_to_count() -> None:
    later = Coverage(
        actor="nl.police",
        step="accommodation.hotel",
        power=Power.HINDER,
        state=State.ACTIVE,
        since=date(2020, 1, 1),
        country="NL",
    )
    changed = replace(model(), coverage=(*model().coverage, later))
    looked_at = build_graph(changed, "NL", "five-barriers")
    made = profile(Desk(changed, (looked_at,), (audit_graph(looked_at, ""),)), "accommodation.hotel")

    (entry,) = made.sections[0].items
    assert entry.text == "National Police: hinder, active (stated)"
    assert "so not counted in January 2014" in entry.more[0]
    assert about(made)["status"].startswith("? unknown. ")


@pytest.mark.parametrize(
    ("name", "home"),
    [
        ("employment.escort", (None, "five-barriers")),
        ("shelter", (None, "chain")),
        ("chain", (None, "chain")),
        ("nl", ("NL", None)),
        ("nl.police", ("NL", None)),
        ("cover-88e28ec459ca", ("NL", None)),
        ("insufficient-cover:nl:employment.escort", ("NL", None)),
        ("small-swot", (None, None)),
        ("nothing", (None, None)),
    ],
)
def test_an_id_belongs_to_a_country_or_a_script_or_to_all(name: str, home: tuple[str | None, str | None]) -> None:
    assert home_of(model(), name) == home


# Signals, practices, duties, coordinators


def test_a_step_tells_its_signals_and_what_answers_it() -> None:
    made = profile(desk(), "employment.escort")

    assert section(made, "Signals that show here") == ["a permit for a business at a home address (stated)"]
    assert section(made, ANSWERS) == [
        "Practice of BE, to Netherlands: supervisors look for escorts where they advertise"
    ]


def test_a_barrier_tells_who_coordinates_and_what_answers_it_and_its_steps() -> None:
    assert section(profile(desk(), "entry"), "Who coordinates") == [
        "National Police coordinates at Entry/recruitment and Employment (stated)"
    ]
    assert section(profile(desk(), "finance"), "Who coordinates") == []
    assert section(profile(desk(), "entry"), ANSWERS) == ["Practice of Netherlands: the police speaks at schools"]
    assert len(section(profile(desk(), "employment"), ANSWERS)) == 1


def test_an_actor_tells_its_duties_in_both_directions() -> None:
    assert section(profile(desk(), "nl.police"), "Duties to report") == [
        "Border Police (KMar) must report to National Police (stated)",
        "Safe house בית בטוח 🏠 need not report to National Police (stated)",
    ]
    assert section(profile(desk(), "nl.border-police"), "Duties to report") == [
        "Border Police (KMar) must report to National Police (stated)"
    ]


def test_an_actor_tells_what_it_coordinates_notices_and_what_answers_it() -> None:
    assert len(section(profile(desk(), "nl.police"), "Coordinates")) == 1
    chamber = profile(desk(), "nl.chamber-of-commerce")
    assert section(chamber, "Signals that it notices, or could") == [
        "a permit for a business at a home address (stated)"
    ]
    assert section(chamber, ANSWERS) == [
        "Recommendation of those who wrote the guide, to Netherlands: give soft signals one desk"
    ]


def test_a_weakness_and_what_answers_it_know_of_one_another() -> None:
    weakness = profile(desk(), "weakness-7896c86da47f")
    practice = profile(desk(), "practice-5e1092beddf0")

    assert [one.partition(":")[0] for one in section(weakness, "What answers it")] == [
        "Practice of BE, to Netherlands",
        "Recommendation of those who wrote the guide, to Netherlands",
    ]
    assert section(practice, "Weaknesses that it would answer") == [weakness.name]
    assert section(practice, "What it answers") == ["Escort", "Municipality"]


def test_what_a_country_is_told_stands_before_what_others_are() -> None:
    to_others = replace(model().practices[0], receivers=("DK",), answers=("employment.escort",), country="INT")
    changed = replace(model(), practices=(to_others, *model().practices))
    looked_at = build_graph(changed, "NL", "five-barriers")
    made = profile(Desk(changed, (looked_at,), (audit_graph(looked_at, ""),)), "weakness-7896c86da47f")

    assert [", to DK" in one for one in section(made, "What answers it")] == [False, False, True]


def test_a_practice_belongs_to_all_countries() -> None:
    assert home_of(model(), "practice-5e1092beddf0") == (None, None)


@pytest.mark.parametrize(
    ("at", "pages"),
    [
        ("p. 38", ["SWOT p. 38", "SWOT p. 38, fn 40"]),
        ("SWOT p. 38, fn 40", ["SWOT p. 38, fn 40"]),
        ("p. 38, fn 4", []),
        ("p. 36", ["SWOT p. 36", "SWOT pp. 36-37"]),
        ("pp. 35-36", ["SWOT p. 36", "SWOT pp. 36-37"]),
        ("p. 3", []),
        ("Other p. 38", []),
        ("ch. 3.2", ["Guide ch. 3.2"]),
        ("ch. 3", ["Guide ch. 3.2"]),
        ("ch. 3.20", []),
    ],
)
def test_a_place_is_found_by_page_chapter_and_footnote(at: str, pages: list[str]) -> None:
    made = profile(desk(), "small-swot", at)
    facts = next(one for one in made.sections if one.heading == "Facts that cite this place")
    cited = {text.partition(" (")[0] for entry in facts.items for text in entry.citations}

    assert sorted(at for at in cited if at.startswith(("SWOT p. 3", "SWOT pp. 3", "Guide"))) == pages


# What analyses list, statements outside the steps, lists of indicators


def looked_at(changed: Model) -> Desk:
    of = build_graph(changed, "NL", "five-barriers")
    return Desk(changed, (of,), (audit_graph(of, ""),))


def with_statement(**rest: Any) -> Desk:
    """The desk with one statement more, which stands in a file of no country."""
    about = {"says": "Nobody asks.", "topic": "who asks", "claim": "nobody", "country": "INT", **rest}
    return looked_at(replace(model(), statements=(*model().statements, Statement(**about))))


def headings(made: Profile) -> list[str]:
    return [one.heading for one in made.sections]


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("employment.escort", ["strength 2 (Police): made-up appointments lead to inspections"]),
        ("employment", ["weakness 1: nobody looks at homes"]),
        (
            "nl.police",
            ["strength 2 (Police): made-up appointments lead to inspections", "strength 10: officers know one another"],
        ),
    ],
)
def test_a_step_a_barrier_and_an_actor_tell_what_analyses_list_about_them(name: str, items: list[str]) -> None:
    """In the order of the lists: the second item before the tenth."""
    assert section(profile(desk(), name), SWOT) == items


def test_an_item_touches_what_it_names_and_not_all_around_it() -> None:
    """What is said of the barrier is not repeated at each of its steps."""
    assert SWOT not in headings(profile(desk(), "employment.home-work"))
    assert SWOT not in headings(profile(desk(), "nl.municipality"))


def test_an_item_of_an_analysis_tells_what_it_touches() -> None:
    made = profile(desk(), "swot-ceba44709ead")

    assert section(made, "What it touches") == ["Escort", "National Police"]
    assert section(profile(desk(), "swot-2015291a7786"), "What it touches") == []


def test_statements_on_one_topic_stand_beside_one_another() -> None:
    made = profile(desk(), "employment.escort")

    assert section(made, SAID) == [
        "who supervises escort work: the municipality. The municipality gives out the permits and looks after them.",
        "who supervises escort work: nobody in particular. A year later no supervisor is named.",
    ]
    assert section(profile(desk(), "nl.municipality"), SAID) == section(made, SAID)[:1]
    assert section(profile(desk(), "statement-b74dede3f66d"), "Other statements on the same") == section(made, SAID)[1:]


def test_a_statement_about_a_script_is_told_with_it() -> None:
    made = profile(with_statement(about=("five-barriers",), concerns=("NL",)), "five-barriers")

    assert section(made, SAID) == ["who asks: nobody. Nobody asks."]


@pytest.mark.parametrize(("concerns", "told"), [(("NL",), True), (("BE", "NL"), True), (("BE",), False), ((), True)])
def test_a_statement_is_told_in_the_countries_that_it_concerns(concerns: tuple[str, ...], told: bool) -> None:
    """And wherever somebody looks, where it names none."""
    made = profile(with_statement(about=("accommodation.hotel",), concerns=concerns), "accommodation.hotel")

    assert (SAID in headings(made)) is told


def test_a_statement_counts_from_its_day_on_in_every_country_that_it_concerns() -> None:
    later = with_statement(about=("accommodation.hotel",), concerns=("BE", "NL"), since=date(2014, 12, 31))
    made = profile(later, "accommodation.hotel")
    (entry,) = next(one.items for one in made.sections if one.heading == SAID)

    assert "known from December 2014 on, so not counted in January 2014" in entry.more[0]


def test_an_actor_tells_which_lists_of_indicators_it_made_or_uses() -> None:
    made = profile(desk(), "nl.police")
    lists = next(one.items for one in made.sections if one.heading == "Lists of indicators that it made or uses")

    assert [(entry.text, entry.more[0]) for entry in lists] == [
        (
            "Points for officers: targets for an office, not signs of a victim; used by National Police",
            "points of each action: 2, 0.5; counts from 10 on",
        ),
        (
            "What points to a victim: signs that somebody is a victim; made by National Police; "
            "used by Border Police (KMar)",
            "each indicator carries points; how many is not known; the sum that counts is not known",
        ),
    ]


def test_a_list_of_things_to_tick_has_no_points() -> None:
    (remark,) = [text for label, text in profile(desk(), "indicators-b4b789bdbebb").about if not label]

    assert remark == "without points"


def test_a_country_tells_its_lists_of_indicators_and_its_analysis_list_after_list() -> None:
    made = profile(desk(), "NL")
    told = [one for one in headings(made) if one not in ("Statuses of steps", "Facts recorded")]

    assert told == [
        "Practices that it shows, and what it recommends",
        "Practices that it is shown, and what it is recommended",
        "Lists of indicators",
        "Statements outside the steps",
        "Figures: opinions of the law",
        "Figures: victims",
        "Strengths in its SWOT analysis",
        "Weaknesses in its SWOT analysis",
        "Solutions in its SWOT analysis",
    ]
    assert section(made, "Strengths in its SWOT analysis") == [
        "strength 2 (Police): made-up appointments lead to inspections",
        "strength 10: officers know one another",
    ]


def test_a_statement_that_concerns_several_countries_belongs_to_all() -> None:
    changed = replace(model(), statements=(replace(model().statements[0], country="INT", concerns=("BE", "NL")),))

    assert home_of(changed, changed.statements[0].id) == (None, None)
    assert home_of(model(), "statement-b74dede3f66d") == ("NL", None)
