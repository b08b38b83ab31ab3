"""A backtest as sentences and rows: every number with what it is a part of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from barriers.script import Script
from barriers.words import Certainty
from graph.backtest import Backtest

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
    """What was tried, for a reader who sees the numbers for the first time."""
    tried = len(result.tried)
    return (
        f"{tried} of {tried + result.elsewhere} gaps that experts name touch a step of {result.script}.",
        "For each, the facts that cite the same passage were left out before the audit.",
        "Nearly every step stands under to check, so only sources say so tells more than the base rate.",
    )


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
    }
