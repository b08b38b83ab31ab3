"""What axe-core finds in a page as it stands there."""

from __future__ import annotations

from functools import cache

import pytest

from tests.browser.visiting import Visit
from tests.test_house import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"

LEVEL_AA = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
"""WCAG 2.2, A and AA, as axe calls them."""

FEW = 5
"""So many of many rows or findings are enough where one test looks at all of them: they are made alike."""

# What is not shown is taken out meanwhile: axe walks through it, and finds nothing in what nobody sees.
_RUN = """async ([tags, rules, within, few]) => {
  const long = few ? [...document.querySelectorAll(".findings, .said, .check, table:not(.matrix) > tbody")] : [];
  const places = [
    ...document.querySelectorAll("section[data-view][hidden], [data-key][hidden]"),
    ...long.flatMap(({ children }) => [...children].slice(few)),
  ].map((node) => [node, new Comment()]);
  for (const [node, place] of places) node.replaceWith(place);
  try {
    const found = await axe.run(within ?? document, {
      runOnly: rules ? { type: "rule", values: rules } : { type: "tag", values: tags },
      resultTypes: ["violations"],
      rules: { "target-size": { enabled: true } },
    });
    return found.violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(" ")}: ${failureSummary}`));
  } finally {
    for (const [node, place] of places.reverse()) place.replaceWith(node);
  }
}"""


@cache
def _axe() -> str:
    if not AXE.is_file():
        pytest.fail("axe-core is not there. `./run tests` installs it, and so does `npm ci`.")
    return AXE.read_text(encoding="utf-8")


def violations(seen: Visit, *, rules: tuple[str, ...] = (), within: str | None = None, few: bool = False) -> list[str]:
    """One line for each element that breaks a rule of level AA, or one of these; the page must be open without policy.

    `few` looks at the first rows and findings alone.
    """
    if not seen.page.evaluate("() => 'axe' in window"):
        seen.page.add_script_tag(content=_axe())
    seen.settle()
    return [
        line.replace("\n", " ")
        for line in seen.page.evaluate(_RUN, [LEVEL_AA, rules or None, within, FEW if few else 0])
    ]
