"""What axe-core finds in a page as it stands there."""

from __future__ import annotations

from functools import cache

import pytest

from tests.browser.visiting import Visit
from tests.test_house import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"

LEVEL_AA = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
"""WCAG 2.2, A and AA, as axe calls them."""

_RUN = """async ([tags, within]) => {
  const found = await axe.run(within ?? document, {
    runOnly: { type: "tag", values: tags },
    resultTypes: ["violations"],
    rules: { "target-size": { enabled: true } },
  });
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(" ")}: ${failureSummary}`));
}"""


@cache
def _axe() -> str:
    if not AXE.is_file():
        pytest.fail("axe-core is not there. `./run tests` installs it, and so does `npm ci`.")
    return AXE.read_text(encoding="utf-8")


def violations(seen: Visit, *, within: str | None = None) -> list[str]:
    """One line for each element that breaks a rule; the page must have been opened without its policy."""
    if not seen.page.evaluate("() => 'axe' in window"):
        seen.page.add_script_tag(content=_axe())
    seen.settle()
    return [line.replace("\n", " ") for line in seen.page.evaluate(_RUN, [LEVEL_AA, within])]
