"""Nothing half-valid can be built: each check of each noun, at its limits."""

from collections.abc import Callable
from datetime import date

import pytest

from barriers import (
    Actor,
    Barrier,
    Citation,
    CompleteList,
    Country,
    Coverage,
    Crosswalk,
    CrosswalkRow,
    Edition,
    Facilitation,
    GeneralTask,
    Group,
    IndicatorList,
    PlaceClaim,
    Rating,
    Route,
    Script,
    ShellClaim,
    Source,
    Statement,
    Step,
    SwotItem,
)
from barriers.schema import NotAllowed, check_filled, check_id, refuse
from barriers.ties import RATINGS
from barriers.words import ActorKind, Basis, Form, IndicatorPurpose, Power, SourceKind, State, SwotKind, Voice

DIGEST = "0123456789abcdef" * 4
LABOUR = frozenset([Form.LABOUR])
HINDER = frozenset([Power.HINDER])
ADULTS = frozenset(["adults"])


def step(
    *, forms: frozenset[Form] = LABOUR, powers: frozenset[Power] = HINDER, groups: frozenset[str] = ADULTS
) -> Step:
    return Step("entry.offer", "entry", "Offer", forms, powers, groups, ours=True)


def crosswalk(*others: str, lacking: tuple[str, ...] = ()) -> Crosswalk:
    rows = (CrosswalkRow("entry", others),)
    return Crosswalk("moments", "Moments", ("before", "after"), rows, (), lacking)


def statement(*, says: str = "It is full.", topic: str = "how full it is", claim: str = "full") -> Statement:
    return Statement(says=says, topic=topic, claim=claim)


def item(number: int, says: str = "papers are checked") -> SwotItem:
    return SwotItem(says=says, kind=SwotKind.STRENGTH, number=number)


def indicators(
    *,
    scored: bool = True,
    weights: tuple[float, ...] | None = None,
    threshold: float | None = None,
    name: str = "what to look for",
) -> IndicatorList:
    purpose = IndicatorPurpose.SIGNS_OF_TRAFFICKING
    return IndicatorList(name=name, purpose=purpose, scored=scored, weights=weights, threshold=threshold)


REFUSED: dict[str, tuple[str, str, Callable[[], object]]] = {
    "an actor with capitals in its id": ("bad-id", "id", lambda: Actor("nl.Police", "Police", ActorKind.POLICE)),
    "an actor with an id of 101 letters": ("bad-id", "id", lambda: Actor("a" * 101, "Police", ActorKind.POLICE)),
    "an actor without a name": ("empty-text", "name", lambda: Actor("nl.police", "", ActorKind.POLICE)),
    "a source with a blank in its id": ("bad-id", "id", lambda: Source("a b", "A", SourceKind.REPORT, "all")),
    "a source without a title": ("empty-text", "title", lambda: Source("a", " ", SourceKind.REPORT, "all")),
    "a source about nothing": ("empty-text", "about", lambda: Source("a", "A", SourceKind.REPORT, "\n")),
    "an edition without a title": ("empty-text", "title", lambda: Edition("a", "", DIGEST, 1)),
    "an edition with half an id": ("bad-id", "id", lambda: Edition("a.", "A", DIGEST, 1)),
    "an edition with a short digest": ("bad-digest", "sha256", lambda: Edition("a", "A", DIGEST[1:], 1)),
    "an edition with a digest in capitals": ("bad-digest", "sha256", lambda: Edition("a", "A", DIGEST.upper(), 1)),
    "a citation without a place": ("empty-text", "at", lambda: Citation("a", "")),
    "lines before the first": ("bad-lines", "lines", lambda: Citation("a", "p. 1", (0, 1), "two words")),
    "lines backwards": ("bad-lines", "lines", lambda: Citation("a", "p. 1", (5, 4), "two words")),
    "lines without words": ("no-words", "words", lambda: Citation("a", "p. 1", (4, 5))),
    "lines with one word": ("no-words", "words", lambda: Citation("a", "p. 1", (4, 5), " word ")),
    "nobody asked": ("bad-respondents", "respondents", lambda: Citation("a", "p. 1", respondents=0)),
    "a survey of we do not know whom": (
        "survey-without-respondents",
        "voice",
        lambda: Citation("a", "p. 1", voice=Voice.SURVEY),
    ),
    "a country with a blank in its code": (
        "bad-id",
        "code",
        lambda: Country("N L", "Netherlands", date(2014, 1, 31), "a", "all"),
    ),
    "a country without a name": ("empty-text", "name", lambda: Country("NL", "", date(2014, 1, 31), "a", "all")),
    "a fact that ends before it begins": (
        "ends-before-it-begins",
        "until",
        lambda: Coverage(
            actor="nl.police",
            step="entry.offer",
            power=Power.HINDER,
            state=State.ACTIVE,
            since=date(2014, 1, 31),
            until=date(2014, 1, 30),
        ),
    ),
    "a task at no barrier": (
        "empty-list",
        "barriers",
        lambda: GeneralTask(actor="nl.police", barriers=(), does="investigates"),
    ),
    "shell 0": ("bad-shell", "number", lambda: ShellClaim(0, Basis.STATED)),
    "shell 4": ("bad-shell", "number", lambda: ShellClaim(4, Basis.STATED)),
    "a facilitation without a claim": ("empty-list", "shell", lambda: Facilitation(actor="nl.inn", by="lets rooms")),
    "a group without a name": ("empty-text", "name", lambda: Group("adults", "")),
    "a group with a hyphen at the end": ("bad-id", "id", lambda: Group("adults-", "Adults")),
    "a barrier without a name": ("empty-text", "name", lambda: Barrier("entry", "", 1)),
    "a barrier without an id": ("bad-id", "id", lambda: Barrier("", "Entry", 1)),
    "a step without forms": ("empty-list", "forms", lambda: step(forms=frozenset())),
    "a step without powers": ("empty-list", "powers", lambda: step(powers=frozenset())),
    "a step without groups": ("empty-list", "groups", lambda: step(groups=frozenset())),
    "a step with an underscore in its id": (
        "bad-id",
        "id",
        lambda: Step("entry.false_offer", "entry", "Offer", LABOUR, HINDER, ADULTS, ours=True),
    ),
    "a step without a name": (
        "empty-text",
        "name",
        lambda: Step("entry.offer", "entry", "", LABOUR, HINDER, ADULTS, ours=True),
    ),
    "a step without origin": (
        "step-without-origin",
        "citations",
        lambda: Step("entry.offer", "entry", "Offer", LABOUR, HINDER, ADULTS),
    ),
    "a step both ours and cited": (
        "step-without-origin",
        "citations",
        lambda: Step(
            "entry.offer", "entry", "Offer", LABOUR, HINDER, ADULTS, ours=True, citations=(Citation("a", "p. 1"),)
        ),
    ),
    "a route of one step": ("short-route", "steps", lambda: Route("a", "A", LABOUR, ("entry.offer",))),
    "a route without a name": ("empty-text", "name", lambda: Route("a", "", LABOUR, ("a", "b"))),
    "a route with two dots in its id": ("bad-id", "id", lambda: Route("a..b", "A", LABOUR, ("a", "b"))),
    "a crosswalk that forgets a step": ("crosswalk-gap", "other_steps", lambda: crosswalk("before")),
    "a crosswalk without a name": ("empty-text", "name", lambda: Crosswalk("a", "", (), (), ())),
    "a crosswalk with a bad id": ("bad-id", "id", lambda: Crosswalk("A", "A", (), (), ())),
    "a script without a name": ("empty-text", "name", lambda: Script("a", "", (), (), (), HINDER)),
    "a script with a bad id": ("bad-id", "id", lambda: Script("a b", "A", (), (), (), HINDER)),
    "a rating that is no word of the questionnaires": ("unknown-rating", "rating", lambda: Rating("fair", 20)),
    "less than nothing per cent": ("bad-percentage", "per_cent", lambda: Rating("good", -0.01)),
    "more than all per cent": ("bad-percentage", "per_cent", lambda: Rating("good", 100.01)),
    "per cent that are no number": ("bad-percentage", "per_cent", lambda: Rating("good", float("nan"))),
    "a statement that says nothing": ("empty-text", "says", lambda: statement(says=" ")),
    "a statement on nothing": ("empty-text", "topic", lambda: statement(topic="")),
    "a statement on a question mark": ("empty-text", "topic", lambda: statement(topic="?")),
    "a statement without an answer": ("empty-text", "claim", lambda: statement(claim="\t")),
    "an item of an analysis before the first": ("bad-number", "number", lambda: item(0)),
    "an item of an analysis that says nothing": ("empty-text", "says", lambda: item(1, says="")),
    "a list of indicators without a name": ("empty-text", "name", lambda: indicators(name="")),
    "unknown points written as none": ("no-weights", "weights", lambda: indicators(weights=())),
    "points of a list without points": (
        "weights-without-score",
        "scored",
        lambda: indicators(scored=False, weights=(1.0, 0.0)),
    ),
    "a sum that counts in a list without points": (
        "weights-without-score",
        "scored",
        lambda: indicators(scored=False, threshold=0.0),
    ),
}


@pytest.mark.parametrize(("code", "field", "build"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_right_cannot_be_built(code: str, field: str, build: Callable[[], object]) -> None:
    with pytest.raises(NotAllowed) as caught:
        build()

    told = caught.value.problem
    assert (told.code, caught.value.field) == (code, field)
    assert str(told.found)
    assert str(told.expected)
    assert str(told.remedy)


ALLOWED: dict[str, Callable[[], object]] = {
    "a fact of one day": lambda: Coverage(
        actor="nl.police",
        step="entry.offer",
        power=Power.HINDER,
        state=State.ACTIVE,
        since=date(2014, 1, 31),
        until=date(2014, 1, 31),
    ),
    "one line": lambda: Citation("a", "p. 1", (1, 1), "two words"),
    "one respondent": lambda: Citation("a", "p. 1", voice=Voice.SURVEY, respondents=1),
    "a survey that says whom it asked": lambda: Citation("a", "p. 1", voice=Voice.SURVEY, asked="some of the police"),
    "shell 1": lambda: ShellClaim(1, Basis.STATED),
    "shell 3": lambda: ShellClaim(3, Basis.INFERRED),
    "a facilitation with one claim": lambda: Facilitation(
        actor="nl.inn", by="lets rooms", step=PlaceClaim("entry.offer", Basis.STATED)
    ),
    "a route of two steps": lambda: Route("a", "A", LABOUR, ("entry.offer", "entry.quay")),
    "a crosswalk with a step that we lack": lambda: crosswalk("before", lacking=("after",)),
    "nothing per cent": lambda: Rating("good", 0),
    "all per cent": lambda: Rating("good", 100),
    "each rating of the questionnaires": lambda: [Rating(rating, 1) for rating in RATINGS],
    "a step of ours": step,
    "a statement on a number": lambda: statement(topic="1"),
    "the first item of an analysis": lambda: item(1),
    "points that are not known": indicators,
    "an indicator that counts for nothing": lambda: indicators(weights=(0.0,), threshold=0.0),
    "a list without points": lambda: indicators(scored=False),
}


@pytest.mark.parametrize("build", ALLOWED.values(), ids=ALLOWED)
def test_what_can_just_be_right_can_be_built(build: Callable[[], object]) -> None:
    assert build() is not None


@pytest.mark.parametrize("name", ["a", "nl.police", "entry.unaccompanied-minor-by-air", "2014.a-1", "a.b.c", "a" * 100])
def test_ids_are_words_joined_by_dots_and_hyphens(name: str) -> None:
    check_id("id", name)


@pytest.mark.parametrize(
    "name", ["", ".", "a.", "-a", "a--b", "a._b", "A", "é", "a b", "a\n", "nl/police", "..", "a:b"]
)
def test_other_signs_make_no_id(name: str) -> None:
    with pytest.raises(NotAllowed):
        check_id("id", name)


@pytest.mark.parametrize(("since", "until"), [(None, date.min), (date.max, None), (None, None)])
def test_an_open_period_has_no_wrong_end(since: date | None, until: date | None) -> None:
    assert CompleteList(network="nl.table", since=since, until=until).until == until


def test_text_needs_a_sign_that_can_be_seen() -> None:
    check_filled("name", " a ")
    with pytest.raises(NotAllowed):
        check_filled("name", " \t\n\u00a0")


def test_what_is_refused_says_so_as_a_value_error_too() -> None:
    with pytest.raises(ValueError, match="shell 4; expected 1, 2 or 3"):
        ShellClaim(4, Basis.STATED)


def test_of_several_values_the_one_to_blame_is_told() -> None:
    with pytest.raises(NotAllowed) as caught:
        crosswalk("before")

    assert caught.value.value == "after"


def test_without_a_value_none_is_told() -> None:
    with pytest.raises(NotAllowed) as caught:
        refuse("empty-text", field="name")

    assert caught.value.value is None
