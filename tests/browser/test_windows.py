"""Small windows, large letters, less motion, grey."""

import pytest

from barriers.words import Status
from tests.browser.conftest import Open
from tests.browser.test_opening import views_of
from tests.browser.visiting import NARROW
from tests.drawing import usual

# 1280 pixels at 200 per cent.
ZOOMED = (640, 450)

_WIDER = """() => {
  const room = document.documentElement.clientWidth;
  const clipped = (node) => {
    for (let one = node.parentElement; one; one = one.parentElement) {
      if (getComputedStyle(one).overflowX !== "visible") return true;
    }
    return false;
  };
  return [...document.querySelectorAll("body *")]
    .filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > room + 1 && !clipped(node))
    .map((node) => `${node.tagName}.${node.className} ${Math.round(node.getBoundingClientRect().right)}`)
    .slice(0, 5);
}"""


@pytest.mark.parametrize(
    ("name", "size"), usual(("all", NARROW), deep=[("all", ZOOMED), ("NL", ZOOMED), ("NL", NARROW)])
)
def test_no_view_is_wider_than_the_window(opened: Open, name: str, size: tuple[int, int]) -> None:
    """Only tables and the picture scroll sideways, each in itself."""
    seen = opened(name, size=size)
    found = {}

    for view in views_of(seen):
        seen.show(view)
        seen.settle()
        wide = seen.page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            found[view] = (wide, seen.page.evaluate(_WIDER))

    assert found == {}


@pytest.mark.parametrize("size", [NARROW, ZOOMED], ids=["360 pixels", "200 per cent"])
def test_the_panel_can_be_read_and_closed_in_a_small_window(opened: Open, size: tuple[int, int]) -> None:
    """It covers what is below and nothing sticks out of it."""
    seen = opened("NL", size=size, anchor="#graph&sel=nl.police")
    panel = seen.page.locator("#details")
    panel.wait_for()
    box = panel.bounding_box()

    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size[0] + 1
    assert (
        seen.page.evaluate(
            "() => { const p = document.getElementById('details'); return p.scrollWidth - p.clientWidth; }"
        )
        <= 1
    )
    panel.get_by_role("button", name="Close the details").click()
    panel.wait_for(state="hidden")


def test_nothing_moves_for_whoever_wants_less_motion(opened: Open) -> None:
    """No animation and no transition longer than a blink."""
    seen = opened("NL", reduced_motion="reduce")
    longest = """() => Math.max(...[...document.querySelectorAll("body *")].flatMap((node) => {
      const { transitionDuration, animationDuration } = getComputedStyle(node);
      return `${transitionDuration},${animationDuration}`.split(",").map((one) => parseFloat(one) || 0);
    }))"""
    for view in ("summary", "matrix", "graph"):
        seen.show(view)
        assert seen.page.evaluate(longest) <= 0.01
    assert seen.page.evaluate("() => getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_the_scheme_of_the_system_is_followed(opened: Open) -> None:
    """Dark on a dark system, light on a light one, also while the page is open; the picture as well."""
    seen = opened("NL", anchor="#graph", dark=True)
    ground = "() => getComputedStyle(document.body).backgroundColor"
    label = "() => watched.networks.at(-1).body.nodes['nl.police@entry']?.options.font.color ?? \
      Object.values(watched.networks.at(-1).body.nodes).find(({ options }) => options.label).options.font.color"
    dark, dark_label = seen.page.evaluate(ground), seen.page.evaluate(label)
    seen.page.emulate_media(color_scheme="light")
    seen.settle()
    light, light_label = seen.page.evaluate(ground), seen.page.evaluate(label)

    assert luminance(dark) < 0.1
    assert luminance(light) > 0.8
    assert dark_label != light_label


def luminance(colour: str) -> float:
    """Between 0 (black) and 1 (white)."""
    red, green, blue = (int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(", "))
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255


def test_a_status_is_told_by_mark_word_and_line_and_so_in_grey_as_well(opened: Open) -> None:
    """Seven statuses, seven marks, seven words, and no two frames that are drawn alike."""
    seen = opened("NL")
    looks = seen.page.eval_on_selector_all(
        "header .status[data-status]",
        """nodes => nodes.map((node) => {
          const { borderStyle, borderWidth, fontWeight, backgroundColor } = getComputedStyle(node);
          const mark = node.querySelector('.mark').textContent;
          const frame = [borderStyle, borderWidth, fontWeight, backgroundColor].join(' ');
          return [node.dataset.status, mark, node.textContent.trim(), frame];
        })""",
    )
    by_status = {status: (mark, words, frame) for status, mark, words, frame in looks}

    assert len(by_status) == len(Status) == 7
    for part in zip(*by_status.values(), strict=True):
        assert len(set(part)) == 7
