"""What if, in the page: what it shows is what the audit says of the changed model."""

from dataclasses import replace

import pytest

from barriers import Model
from graph import audit
from loaders import load_model
from tests.browser.conftest import Open
from tests.browser.visiting import Visit
from tests.drawing import usual

ACTORS = ("nl.police", "nl.border-police", "nl.municipalities", "nl.fier-fryslan", "nl.inspection-szw")


@pytest.fixture(scope="module")
def model() -> Model:
    """What the page of the Netherlands was written from."""
    return load_model().model


def statuses(model: Model) -> dict[str, str]:
    """The status of each step, as the command line has it."""
    return {step.step: step.status.value for step in audit(model, "NL").steps}


def changes(seen: Visit) -> dict[str, tuple[str, str]]:
    """The table of the steps that change: `{step: (before, after)}`."""
    rows = seen.section("what-if").locator("table.changed-steps tbody tr").all()
    found = {}
    for row in rows:
        step = row.locator("[data-select]").get_attribute("data-select")
        before, after = (mark.get_attribute("data-status") for mark in row.locator(".status").all())
        found[step] = (before, after)
    return found


@pytest.mark.parametrize("actor", usual(*ACTORS[:2], deep=ACTORS[2:]))
def test_an_actor_switched_off_changes_what_the_audit_says_it_changes(opened: Open, model: Model, actor: str) -> None:
    """The steps that change status, before and after, against an audit of the model without the actor's covers."""
    before = statuses(model)
    after = statuses(replace(model, coverage=tuple(cover for cover in model.coverage if cover.actor != actor)))
    expected = {step: (before[step], after[step]) for step in before if before[step] != after[step]}
    seen = opened("NL")
    seen.show("what-if")

    seen.section("what-if").locator(f'input[data-list="off"][data-id="{actor}"]').check()
    seen.settle()

    assert changes(seen) == expected
    assert f"off={actor}" in seen.page.url


def test_the_police_are_missed(model: Model) -> None:
    """Were nothing to change, the comparison above would say nothing."""
    without = replace(model, coverage=tuple(cover for cover in model.coverage if cover.actor != "nl.police"))

    assert statuses(without) != statuses(model)


def test_what_is_switched_is_seen_everywhere_and_reset_takes_it_back(opened: Open) -> None:
    """A sentence over each other view, the changed statuses in the matrix; Reset leaves no trace in the address."""
    seen = opened("NL", anchor="#what-if&off=nl.police")
    step, (_, now) = next(iter(changes(seen).items()))
    seen.show("matrix")
    assert seen.page.locator("#changed").is_visible()
    row = seen.section("matrix").locator(f'tr:has([data-id="{step}"])')
    assert row.locator(".status").first.get_attribute("data-status") == now

    seen.page.locator("#changed").get_by_role("button", name="Reset").click()

    assert seen.page.locator("#changed").is_hidden()
    assert row.locator(".status").first.get_attribute("data-status") != now
    assert "off=" not in seen.page.url


def test_a_shared_address_opens_with_the_same_changes(opened: Open) -> None:
    """The state stands behind the #, and a second reader sees what the first one saw."""
    first = opened("NL")
    first.show("what-if")
    first.section("what-if").locator('input[data-list="off"][data-id="nl.police"]').check()
    first.settle()
    second = opened("NL", anchor="#" + first.page.url.partition("#")[2])

    assert changes(second) == changes(first)
    assert changes(second) != {}


def test_with_the_keyboard_alone(opened: Open) -> None:
    """The space bar switches, and what changes is read out."""
    seen = opened("NL", anchor="#what-if")
    seen.section("what-if").locator('input[data-list="off"][data-id="nl.police"]').focus()
    seen.page.keyboard.press("Space")
    seen.settle()

    assert changes(seen) != {}
    assert seen.page.locator("#live").inner_text() != ""
    assert seen.page.evaluate("() => document.activeElement.dataset.id") == "nl.police"
