"""The graph: labels that can be read and do not collide, and every node by mouse, by keyboard and in the list."""

from itertools import combinations, product

import pytest

from tests.browser.conftest import Open
from tests.browser.visiting import Visit
from tests.drawing import usual
from tests.viz.page.parsed import data_in

LEAST_LETTERS = 12
"""In pixels on the screen, for labels at the scale at which the picture opens."""

# The box that is drawn around each label; vis-network's own bounding box adds the roundness of its corners.
_LABELS = """() => {
  const network = watched.networks.at(-1);
  const scale = network.getScale();
  const nodes = Object.values(network.body.nodes).filter(({ options }) => !options.hidden && options.label);
  return nodes.map(({ id, x, y, options, shape: { width, height } }) => ({
    id,
    box: [x - width / 2, y - height / 2, x + width / 2, y + height / 2],
    size: options.font.size * scale,
  }));
}"""

# Where a node lies in the window, after the page was scrolled so that it can be seen.
_PLACE = """(id) => {
  const network = watched.networks.at(-1);
  const box = document.getElementById("picture");
  const { x, y } = network.canvasToDOM(network.getPosition(id));
  scrollTo(0, box.getBoundingClientRect().top + scrollY + y - innerHeight / 2);
  const corner = box.getBoundingClientRect();
  return [corner.left + x, corner.top + y];
}"""


def graph(opened: Open, name: str = "NL", layout: str = "lanes", **how) -> Visit:
    """The graph of a page in a layout."""
    seen = opened(name, anchor=f"#graph&l={layout}", **how)
    seen.page.wait_for_function("() => watched.networks.length > 0")
    seen.settle()
    return seen


def overlap(one: list[float], other: list[float]) -> bool:
    """Whether two boxes share more than a hair."""
    hair = 0.5
    return (
        one[0] < other[2] - hair and other[0] < one[2] - hair and one[1] < other[3] - hair and other[1] < one[3] - hair
    )


@pytest.mark.parametrize(
    ("name", "layout"),
    usual(("NL", "shells"), ("chain", "lanes"), deep=product(["NL", "RO", "DK", "chain"], ["lanes", "shells"])),
)
def test_labels_can_be_read_and_do_not_collide(opened: Open, name: str, layout: str) -> None:
    """In a window of 1280 pixels, as the picture opens."""
    labels = graph(opened, name, layout).page.evaluate(_LABELS)

    assert len(labels) > 10
    assert [label["id"] for label in labels if label["size"] < LEAST_LETTERS] == []
    assert [
        (one["id"], other["id"]) for one, other in combinations(labels, 2) if overlap(one["box"], other["box"])
    ] == []


@pytest.mark.parametrize("layout", usual("shells", deep=["lanes"]))
def test_every_label_stays_in_the_box_that_was_planned_for_it(opened: Open, layout: str) -> None:
    """What the browser's letters need is no more than what the layout has measured."""
    seen = graph(opened, "NL", layout)
    data = data_in(seen.page.content())
    boxes = data["views"][0]["layouts"][layout]["boxes"]
    too_large = []

    for label in seen.page.evaluate(_LABELS):
        left, top, right, bottom = label["box"]
        width, height = boxes[label["id"]]
        if right - left > width + 1 or bottom - top > height + 1:
            too_large.append((label["id"], [round(right - left), round(bottom - top)], [width, height]))

    assert too_large == []


@pytest.mark.parametrize(
    ("layout", "node", "name", "kind"),
    [
        ("lanes", "entry.unaccompanied-minor-by-air", "Unaccompanied minor by air", "step of Entry/recruitment"),
        ("shells", "nl.chamber-of-commerce", "Chamber of Commerce", "covers steps, and makes steps possible"),
    ],
)
def test_a_click_on_a_node_tells_everything_about_it(
    opened: Open, layout: str, node: str, name: str, kind: str
) -> None:
    """The panel opens with its name, what it is, its facts and their citations."""
    seen = graph(opened, "NL", layout)
    seen.page.mouse.click(*seen.page.evaluate(_PLACE, node))
    details = seen.page.locator("#details")
    details.wait_for()

    assert name in details.inner_text()
    assert kind in details.locator(".kind").first.inner_text()
    assert "NL SWOT p." in details.inner_text()


def test_the_picture_stays_as_large_as_it_is_when_the_panel_opens(opened: Open) -> None:
    """Whoever asks for details goes on reading the picture; what was asked for stays in sight."""
    seen = graph(opened)
    scale = "() => watched.networks.at(-1).getScale()"
    before = seen.page.evaluate(scale)
    seen.page.mouse.click(*seen.page.evaluate(_PLACE, "entry.unaccompanied-minor-by-air"))
    seen.page.locator("#details").wait_for()
    seen.settle()

    assert seen.page.evaluate(scale) == before
    x, _ = seen.page.evaluate(_PLACE, "entry.unaccompanied-minor-by-air")
    assert x < seen.page.locator("#details").bounding_box()["x"]


def test_a_click_on_a_line_tells_what_it_stands_for(opened: Open) -> None:
    """The fact with its citation."""
    seen = graph(opened)
    middle = """() => {
      const network = watched.networks.at(-1);
      const edge = Object.values(network.body.edges).find(({ from, to }) =>
        from.id.includes("police") && to.id === "accommodation.private-house");
      const [x, y] = [(edge.from.x + edge.to.x) / 2, (edge.from.y + edge.to.y) / 2];
      const dom = network.canvasToDOM({ x, y });
      const box = document.getElementById("picture");
      scrollTo(0, box.getBoundingClientRect().top + scrollY + dom.y - innerHeight / 2);
      const corner = box.getBoundingClientRect();
      return [corner.left + dom.x, corner.top + dom.y];
    }"""
    seen.page.mouse.click(*seen.page.evaluate(middle))
    details = seen.page.locator("#details")
    details.wait_for()

    assert "Private house" in details.inner_text()
    assert "Police" in details.inner_text()


def test_arrow_keys_walk_through_the_picture_and_enter_tells_about_a_node(opened: Open) -> None:
    """Each step is read out; all four directions lead somewhere; Escape closes what Enter opened."""
    seen = graph(opened)
    keyboard = seen.page.keyboard
    seen.page.locator("#heading-graph").focus()
    for _ in range(30):
        keyboard.press("Tab")
        if seen.page.evaluate("() => document.activeElement.id") == "picture":
            break
    said = [seen.page.locator("#live").inner_text()]
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowDown", "ArrowUp", "End", "Home"):
        keyboard.press(key)
        seen.settle()
        said.append(seen.page.locator("#live").inner_text())

    assert len(set(said)) >= 5, said
    keyboard.press("End")
    keyboard.press("Enter")
    details = seen.page.locator("#details")
    details.wait_for()
    assert details.inner_text().splitlines()[0] in said[-2]
    keyboard.press("Escape")
    details.wait_for(state="hidden")
    assert seen.page.evaluate("() => document.activeElement.id") == "picture"


def test_every_node_is_in_the_list(opened: Open) -> None:
    """Whoever does not use the canvas finds each node as a button, and what is known of it behind it."""
    seen = graph(opened)
    drawn = seen.page.evaluate("() => watched.networks.at(-1).body.nodeIndices.length")
    section = seen.section("graph")
    section.locator("details.node-list > summary").click()
    for group in section.locator("details.node-list details > summary").all():
        group.click()
    buttons = section.locator("details.node-list button[data-node]")
    assert buttons.count() == drawn

    name = buttons.nth(drawn // 2).inner_text()

    buttons.nth(drawn // 2).click()

    assert seen.page.locator("#details").inner_text().startswith(name)
    # The list stays open where one was in it.
    assert buttons.nth(drawn // 2).is_visible()


def test_a_route_is_highlighted(opened: Open) -> None:
    """Its steps are lit, the rest steps back, and the address says so."""
    seen = graph(opened)
    pale = "() => Object.values(watched.networks.at(-1).body.nodes).map(({ options }) => options.font.color)"
    before = seen.page.evaluate(pale)
    seen.page.get_by_label("Highlight a route").select_option("route.loverboy")
    seen.settle()
    after = seen.page.evaluate(pale)

    assert 10 < sum(one != other for one, other in zip(before, after, strict=True)) < len(before)
    assert "sel=route.loverboy" in seen.page.url


def test_the_picture_is_the_same_each_time(opened: Open) -> None:
    """Fixed places: nothing moves after it was drawn, and a second visit finds everything where it was."""
    seen = graph(opened)
    places = "() => watched.networks.at(-1).getPositions()"
    first = seen.page.evaluate(places)
    seen.page.wait_for_timeout(300)

    assert seen.page.evaluate(places) == first
    assert graph(opened).page.evaluate(places) == first
