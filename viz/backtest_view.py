"""A backtest as sentences and rows: every number with what it is a part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from barriers.script import Script
from barriers.words import Certainty
from graph.backtest import Backtest
from viz.wording import day_words

_LISTS = ((Certainty.CERTAIN, "sources say so"), (Certainty.POSSIBLE, "sources say so or to check"))


@dataclass(frozen=True, slots=True)
class Measure:
    """One comparison in numbers: which list, what is counted, how many of how many."""

    which: str
    counted: str
    number: int
    of: int


def measures(result: Backtest) -> Iterator[Measure]:
    """How many gaps were found, how many steps pointed at are named, and how many steps are named at all."""
    for certainty, which in _LISTS:
        pointed_at = result.pointed_at(certainty)
        yield Measure(which, "gaps found without their own passage", result.found(certainty), len(result.tried))
        yield Measure(which, "steps pointed at that experts name", len(pointed_at & result.named), len(pointed_at))
    yield Measure("base rate", "steps that experts name", len(result.named), result.steps)


def sentences(result: Backtest) -> tuple[str, ...]:
    """What was tried, for a reader who sees the numbers for the first time, or why nothing was."""
    tried = len(result.tried)
    if not tried and not result.elsewhere:
        return (_nothing_named(result),)
    return (
        f"{tried} of {tried + result.elsewhere} gaps that experts name touch a step of {result.script}.",
        "For each, the facts that cite the same passage were left out before the audit.",
        "Nearly every step stands under to check, so only sources say so tells more than the base rate.",
        *_named_later(result),
    )


def _nothing_named(result: Backtest) -> str:
    """Why nothing was tried: nobody ever names a gap, or only after the day that is looked at."""
    if result.later:
        first = result.later[0]
        what = "The gaps that sources name" if result.by is None else f"{result.by}'s recommendations"
        return f"{what} begin on {day_words(first)}: --as-of {first}."
    if result.by is None:
        return f"No source names a gap of {result.country}."
    return f"Nobody whose name holds {result.by} recommends anything to {result.country}."


def _named_later(result: Backtest) -> Iterator[str]:
    """How many gaps are left out because they were named after the day that is looked at."""
    if result.later:
        verb, all_of_them = ("is", "it") if len(result.later) == 1 else ("are", "them all")
        yield f"{len(result.later)} more {verb} named only later: --as-of {result.later[-1]} has {all_of_them}."


def rows(result: Backtest, script: Script) -> Iterator[tuple[str, str, str]]:
    """Each gap: found or missed, what it says, and the steps at which it was found or that it touches."""
    name = {step.id: step.name for step in script.steps}

    def named(steps: Iterable[str]) -> str:
        return ", ".join(name[step] for step in sorted(steps))

    for tried in result.tried:
        if tried.certain:
            yield "sources say so", tried.gap.says, named(tried.certain)
        elif tried.possible:
            yield "to check only", tried.gap.says, named(tried.possible)
        else:
            yield "missed", tried.gap.says, named(tried.gap.steps)
    for step in sorted(result.certain - result.named):
        yield "new", "no gap that experts name touches it", named([step])


def backtest_data(result: Backtest) -> dict[str, Any]:
    """The backtest as JSON."""
    return {
        "schema": 1,
        "country": result.country,
        "script": result.script,
        "by": result.by,
        "measures": [
            {"list": one.which, "counted": one.counted, "number": one.number, "of": one.of} for one in measures(result)
        ],
        "gaps": [
            {
                "id": tried.gap.fact.id,
                "says": str(tried.gap.says),
                "steps": sorted(tried.gap.steps),
                "certain": sorted(tried.certain),
                "possible": sorted(tried.possible),
            }
            for tried in result.tried
        ],
        "new": sorted(result.certain - result.named),
        "later": [day.isoformat() for day in result.later],
    }
