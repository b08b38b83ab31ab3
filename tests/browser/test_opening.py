"""The page opens from a file with the network off, asks for nothing, and every view can be reached by hand."""

import pytest

from tests.browser.conftest import Open, Pages
from tests.browser.visiting import VIEWS, Visit
from tests.drawing import DEEP, usual

MOST_BYTES = 1_200_000

MOST_CONTROLS = 500 if DEEP else 50
"""So many of many controls alike are enough."""

# What has the focus now: enough to tell it from others, whether a ring is drawn around it, and whether it is in sight.
_FOCUS = """() => {
  const node = document.activeElement;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(node);
  const { top, bottom, left, right } = node.getBoundingClientRect();
  return {
    name: node.id || node.dataset.to || node.getAttribute("aria-label") || node.textContent.trim().slice(0, 40),
    tag: node.tagName,
    ringed: (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none",
    seen: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
  };
}"""

# Every control that the keyboard has to reach, marked so that a walk can tick it off.
_CONTROLS = """(view) => {
  const controls = ":is(a[href], button, input, select, textarea, summary, [tabindex])";
  const all = document.querySelectorAll(`#view-${view} ${controls}`);
  let number = 0;
  for (const node of all) {
    const isThere = node.checkVisibility({ visibilityProperty: true }) && !node.disabled && node.tabIndex >= 0;
    const isOther = node.type === "radio" && !node.checked;
    if (isThere && !isOther) node.dataset.control = String(number++);
  }
  return number;
}"""


def views_of(seen: Visit) -> list[str]:
    """The views that this page has."""
    return [view for view in VIEWS if seen.page.locator(f"#view-{view}").count()]


def shown(seen: Visit) -> list[str]:
    """The views that can be seen now."""
    return [view for view in views_of(seen) if seen.section(view).is_visible()]


@pytest.mark.parametrize("name", usual("all", deep=("NL", "RO", "DK", "chain")))
def test_every_view_opens_with_the_mouse_and_nothing_is_asked_for(opened: Open, name: str) -> None:
    """One view at a time, no request but the file itself, no word on the console, no report of the policy."""
    seen = opened(name)
    views = views_of(seen)

    for view in views:
        seen.show(view)
        seen.settle()
        assert shown(seen) == [view]
        assert len(seen.section(view).inner_text()) > 100
    assert set(VIEWS) - set(views) == (set() if name == "all" else {"compare"})
    assert seen.page.locator("#trouble").is_hidden()
    assert (seen.requests, seen.complaints, seen.reports, seen.ran) == ([], [], [], [])


@pytest.mark.parametrize("name", usual("all", deep=("NL", "RO", "DK", "chain")))
def test_every_view_opens_with_the_keyboard_alone(opened: Open, name: str) -> None:
    """Tab to the link, Enter; the focus goes to the heading of the view, and the way there is always in sight."""
    seen = opened(name)
    keyboard = seen.page.keyboard
    keyboard.press("Tab")
    assert seen.page.evaluate(_FOCUS)["name"] == "Skip to the content"

    for view in views_of(seen):
        for _ in range(20):
            focus = seen.page.evaluate(_FOCUS)
            assert focus["ringed"], focus
            assert focus["seen"], focus
            if focus["name"] == view:
                break
            keyboard.press("Tab")
        keyboard.press("Enter")
        seen.settle()
        assert shown(seen) == [view]
        keyboard.press("Shift+Tab")
        seen.page.locator("a.skip").focus()
    assert (seen.requests, seen.complaints, seen.reports) == ([], [], [])


@pytest.mark.parametrize("view", usual("graph", "findings", "what-if", deep=["summary", "matrix"]))
def test_every_control_of_a_view_is_reached_with_tab_and_shows_that_it_has_the_focus(opened: Open, view: str) -> None:
    """None is left out, none keeps the focus, and none has it without a ring around it."""
    seen = opened("NL", anchor=f"#{view}")
    seen.settle()
    wanted = min(seen.page.evaluate(_CONTROLS, view), MOST_CONTROLS)
    assert wanted > 0
    seen.page.locator(f"#heading-{view}").focus()
    reached: set[str] = set()
    bare = []

    for _ in range(wanted + 10):
        seen.page.keyboard.press("Tab")
        number = seen.page.evaluate("() => document.activeElement.dataset.control")
        focus = seen.page.evaluate(_FOCUS)
        if number is not None:
            reached.add(number)
            if not (focus["ringed"] and focus["seen"]):
                bare.append(focus)

    assert bare == []
    assert len(reached) >= wanted


def test_the_first_link_skips_to_the_content(opened: Open) -> None:
    """It is out of sight until it has the focus, and leads past the navigation."""
    seen = opened("NL")
    seen.page.keyboard.press("Tab")
    assert seen.page.locator("a.skip").bounding_box()["y"] >= 0

    seen.page.keyboard.press("Enter")

    assert seen.page.evaluate("() => document.activeElement.id") == "main"
    assert seen.page.locator("#trouble").is_hidden()


def test_a_choice_made_quicker_than_the_search_looks_stays(opened: Open) -> None:
    """The list is drawn a moment after the last letter; an arrow pressed before that chooses in what it will show."""
    seen = opened("NL")
    seen.page.keyboard.press("/")
    seen.page.keyboard.type("Bor")
    seen.page.locator("#search [role=option]").first.wait_for()
    seen.page.keyboard.type("der")
    seen.page.keyboard.press("ArrowDown")
    seen.page.wait_for_timeout(300)

    assert seen.page.locator("#search [role=option][aria-selected=true]").count() == 1


def test_a_slash_goes_to_the_search_and_escape_gives_up(opened: Open) -> None:
    """A hit is chosen with arrows and Enter, shown in the panel, and closed again with Escape."""
    seen = opened("NL")
    keyboard = seen.page.keyboard
    keyboard.press("/")
    assert seen.page.evaluate("() => document.activeElement.id") == "search-field"

    keyboard.type("Border")
    seen.page.locator("#search [role=option]").first.wait_for()
    keyboard.press("ArrowDown")
    chosen = seen.page.locator("#search [role=option][aria-selected=true]").inner_text()
    keyboard.press("Enter")
    details = seen.page.locator("#details")
    details.wait_for()
    assert chosen.splitlines()[0] in details.inner_text()
    assert seen.page.evaluate("() => document.querySelector('#details').contains(document.activeElement)")

    keyboard.press("Escape")
    details.wait_for(state="hidden")
    assert seen.page.evaluate("() => document.activeElement !== document.body")


def test_a_question_mark_lists_the_keys(opened: Open) -> None:
    """The list is a dialog of its own, and Escape closes it."""
    seen = opened("NL")
    seen.page.keyboard.press("?")
    dialog = seen.page.get_by_role("dialog", name="Keys")
    assert dialog.is_visible()

    seen.page.keyboard.press("Escape")

    assert dialog.is_hidden()


def test_an_address_brings_back_what_was_looked_at(opened: Open) -> None:
    """View, layout and selection stand behind the # and survive a reload; the back key goes one step back."""
    seen = opened("NL")
    seen.show("graph")
    seen.page.get_by_role("button", name="Shells").click()
    address = seen.page.url
    seen.show("matrix")
    seen.page.go_back()
    assert shown(seen) == ["graph"]

    again = opened("NL", anchor="#" + address.partition("#")[2])

    assert shown(again) == ["graph"]
    assert again.page.get_by_role("button", name="Shells").get_attribute("aria-pressed") == "true"


def test_the_page_of_a_country_is_small_enough_to_send(pages: Pages) -> None:
    """Under 1.2 MB for the Netherlands, everything in it."""
    assert pages("NL").stat().st_size < MOST_BYTES


def test_the_page_is_utf_8_whatever_the_shell_thinks(pages: Pages) -> None:
    """Written in a shell whose locale is C (as these tests do), it still holds every letter."""
    text = pages("NL").read_bytes().decode("utf-8")

    assert "Fier Fryslân" in text
    assert '<meta charset="utf-8">' in text[:200]


@pytest.mark.parametrize("anchor", usual("", deep=["#graph", "#findings", "#sources"]))
def test_nothing_is_seen_of_what_is_there_for_a_browser_without_scripts(opened: Open, anchor: str) -> None:
    """It would stand there as text, with its tags."""
    seen = opened("NL", anchor=anchor)

    assert "Scripts are switched off" not in seen.page.locator("body").inner_text()
    assert seen.page.locator("noscript:visible").count() == 0
