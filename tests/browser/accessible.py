"""What axe-core finds in a page as it stands there."""

from __future__ import annotations

from functools import cache

import pytest

from tests.browser.visiting import Visit
from tests.test_house import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"

LEVEL_AA = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
"""WCAG 2.2, A and AA, as axe calls them."""

COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of these levels that look at colours."""

# Views that are not shown are taken out meanwhile: axe walks through them, and finds nothing in what nobody sees.
_RUN = """async ([only, within]) => {
  const hidden = [...document.querySelectorAll("section[data-view][hidden]")].map((node) => [node, new Comment()]);
  for (const [node, place] of hidden) node.replaceWith(place);
  try {
    const found = await axe.run(within ?? document, {
      runOnly: only,
      resultTypes: ["violations"],
      rules: only.type === "tag" ? { "target-size": { enabled: true } } : {},
    });
    return found.violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(" ")}: ${failureSummary}`));
  } finally {
    for (const [node, place] of hidden) place.replaceWith(node);
  }
}"""


@cache
def _axe() -> str:
    if not AXE.is_file():
        pytest.fail("axe-core is not there. `./run tests` installs it, and so does `npm ci`.")
    return AXE.read_text(encoding="utf-8")


def violations(seen: Visit, *, within: str | None = None, colours_only: bool = False) -> list[str]:
    """One line for each element that breaks a rule; the page must have been opened without its policy.

    `colours_only` asks what can differ between light and dark.
    """
    if not seen.page.evaluate("() => 'axe' in window"):
        seen.page.add_script_tag(content=_axe())
    seen.settle()
    only = {"type": "rule", "values": COLOURS} if colours_only else {"type": "tag", "values": LEVEL_AA}
    return [line.replace("\n", " ") for line in seen.page.evaluate(_RUN, [only, within])]
