"""A backtest as sentences and rows: every number with what it is a part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from barriers.messages import separated, text
from barriers.script import Script
from barriers.words import Certainty
from graph.backtest import Backtest
from viz.document import Block, Column, Document, Gap, Masthead, Paragraph, Records, Table
from viz.reports.data import SCHEMA, picked
from viz.wording import day_words


class Measure(NamedTuple):
    """One comparison in numbers: which list, what is counted, how many of how many."""

    which: str
    counted: str
    number: int
    of: int


def backtest_document(result: Backtest, script: Script, *, everything: bool) -> Document:
    """A backtest under its script; `everything` also lists each gap: found, missed or new."""
    return Document(
        blocks=lambda: _blocks(result, script, everything=everything),
        data=lambda: backtest_data(result),
        records=lambda: Records(_header(), _rows(result, script)),
    )


def measures(result: Backtest) -> Iterator[Measure]:
    """How many gaps were found, how many steps pointed at are named, and how many steps are named at all."""
    for certainty in Certainty:
        which = text(f"backtest.list-{certainty}")
        pointed_at = result.pointed_at(certainty)
        yield Measure(which, text("backtest.gaps-found"), result.found(certainty), len(result.tried))
        yield Measure(which, text("backtest.steps-named"), len(pointed_at & result.named), len(pointed_at))
    yield Measure(text("backtest.base-rate"), text("backtest.all-named"), len(result.named), result.steps)


def sentences(result: Backtest) -> tuple[str, ...]:
    """What was tried, for a reader who sees the numbers for the first time, or why nothing was."""
    tried, later = len(result.tried), result.later
    if tried or result.elsewhere:
        told = [
            text("backtest.tried", tried=tried, total=tried + result.elsewhere, script=result.script),
            text("backtest.left-out"),
            text("backtest.nearly-every-step"),
        ]
        if later:
            told.append(text("backtest.later", n=len(later), last=later[-1]))
        return tuple(told)
    who = "sources" if result.by is None else "experts"
    values = {"by": result.by, "country": result.country}
    if later:
        return (text(f"backtest.begin-{who}", day=day_words(later[0]), first=later[0], **values),)
    return (text(f"backtest.nothing-{who}", **values),)


def _blocks(result: Backtest, script: Script, *, everything: bool) -> Iterator[Block]:
    yield Masthead(text("backtest.title", country=result.country), (text("backtest.script", script=result.script),))
    yield Paragraph(" ".join(sentences(result)))
    yield Gap()
    yield Table(
        (Column(text("backtest.list")), Column(text("backtest.counted"), share=1), Column(right=True)),
        [(one.which, one.counted, text("count.of", number=one.number, total=one.of)) for one in measures(result)],
    )
    rows = list(_rows(result, script)) if everything else []
    if rows:
        found, gap, steps = _header()
        yield Gap()
        yield Table((Column(found, whole=True), Column(gap, share=2), Column(steps, share=1)), rows)


def _header() -> tuple[str, str, str]:
    return text("backtest.found"), text("backtest.gap"), text("backtest.steps")


def _rows(result: Backtest, script: Script) -> Iterator[tuple[str, str, str]]:
    """Each gap: found or missed, what it says, and the steps at which it was found or that it touches."""
    name = {step.id: step.name for step in script.steps}

    def named(steps: Iterable[str]) -> str:
        return str(separated(name[step] for step in sorted(steps)))

    for tried in result.tried:
        how = "certain" if tried.certain else "possible" if tried.possible else "missed"
        yield text(f"backtest.found-{how}"), tried.gap.says, named(tried.certain or tried.possible or tried.gap.steps)
    for step in sorted(result.certain - result.named):
        yield text("backtest.new"), text("backtest.untouched"), name[step]


def backtest_data(result: Backtest) -> dict[str, Any]:
    """The backtest as lists, dicts, text and numbers."""
    return picked(result, "country script by later") | {
        "schema": SCHEMA,
        "measures": [picked(one, "counted number of") | {"list": one.which} for one in measures(result)],
        "gaps": [
            {
                "id": tried.gap.fact.id,
                "says": tried.gap.says,
                "steps": sorted(tried.gap.steps),
                "certain": sorted(tried.certain),
                "possible": sorted(tried.possible),
            }
            for tried in result.tried
        ],
        "new": sorted(result.certain - result.named),
    }
