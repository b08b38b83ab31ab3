"""axe-core finds nothing at WCAG 2.2 AA: in every view, wide and narrow, light and dark."""

from itertools import product

import pytest

from tests.browser.accessible import violations
from tests.browser.conftest import Open
from tests.browser.test_opening import views_of
from tests.browser.visiting import NARROW, WIDE, Visit
from tests.drawing import usual

SCHEMES = {"light": (), "dark": ("color-contrast",)}
"""The schemes, with the rules to look at: in the dark nothing differs but the colours."""


LIGHT = ("light",)


def found_in(seen: Visit, where: str, schemes: tuple[str, ...] = tuple(SCHEMES)) -> list[str]:
    """What axe finds in what is shown now, in these schemes."""
    found = []
    for scheme in schemes:
        seen.page.emulate_media(color_scheme=scheme)
        found += [f"{where}, {scheme}: {line}" for line in violations(seen, rules=SCHEMES[scheme], few=True)]
    return found


@pytest.mark.parametrize(
    ("country", "size", "schemes"),
    usual(
        ("NL", WIDE, ("light",)),
        deep=product(("NL", "RO", "DK"), (WIDE, NARROW), [tuple(SCHEMES)]),
    ),
)
def test_no_view_has_a_violation(opened: Open, country: str, size: tuple[int, int], schemes: tuple[str, ...]) -> None:
    """All the views of the page of three countries, one after another, light and dark."""
    seen = opened("all", policy=False, size=size, anchor=f"#summary&c={country}")
    found = []

    for view in views_of(seen):
        seen.show(view)
        found += found_in(seen, view, schemes)

    assert found == []


@pytest.mark.deep
@pytest.mark.parametrize("view", ["findings", "facts", "summary"])
def test_no_row_of_a_long_view_has_a_violation(opened: Open, view: str) -> None:
    """Every finding and every fact of a country, with all that its names and citations bring along."""
    seen = opened("NL", policy=False, anchor=f"#{view}")

    assert violations(seen) == []


@pytest.mark.parametrize(("name", "view"), usual(("NL", "graph"), deep=[("chain", "matrix"), ("NL", "findings")]))
def test_the_open_panel_has_no_violation(opened: Open, name: str, view: str) -> None:
    """With the details of an actor beside the view, while something is switched off."""
    seen = opened(name, policy=False, anchor=f"#{view}&sel=nl.police&off=nl.police")
    seen.page.locator("#details").wait_for()

    assert found_in(seen, view) == []


@pytest.mark.parametrize("size", usual(NARROW, deep=[WIDE]))
def test_what_if_has_no_violation_while_something_is_switched(opened: Open, size: tuple[int, int]) -> None:
    """The choosers, the counts and the changes."""
    seen = opened("NL", policy=False, anchor="#what-if&off=nl.police", size=size)
    assert seen.page.get_by_text("Steps that change status").first.is_visible()

    assert found_in(seen, "what-if") == []


def test_what_opens_over_the_page_has_no_violation(opened: Open) -> None:
    """The hits of the search, the list of keys, the list of all nodes, the hint on a cell."""
    seen = opened("NL", policy=False)
    seen.page.keyboard.press("/")
    seen.page.keyboard.type("police")
    seen.page.locator("#search [role=option]").first.wait_for()
    found = found_in(seen, "search", LIGHT)
    seen.page.keyboard.press("Escape")
    seen.page.locator("#keys-button").click()
    found += found_in(seen, "keys", LIGHT)
    seen.page.keyboard.press("Escape")
    seen.show("graph")
    seen.page.locator("#view-graph details.node-list > summary").click()
    found += found_in(seen, "list of nodes", LIGHT)
    seen.show("matrix")
    seen.page.locator("#view-matrix button.cover").first.hover()
    found += found_in(seen, "hint", LIGHT)

    assert found == []
