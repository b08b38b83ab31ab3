"""Whole processes: what a person waits for, as a ratio to a process that only imports a library."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

BARRIERS = str(Path(sys.executable).parent / "barriers")
PYTHON = sys.executable


@dataclass(frozen=True, slots=True)
class Pair:
    """A command, what it is measured against, and how many times as long it may take; `codes` are its exit codes."""

    name: str
    command: tuple[str, ...]
    against: tuple[str, ...]
    aim: float
    codes: tuple[int, ...] = (0,)


PAIRS = (
    Pair("barriers audit NL", (BARRIERS, "audit", "NL"), (PYTHON, "-c", "import networkx"), 2.0, codes=(0, 1)),
    Pair("barriers --help", (BARRIERS, "--help"), (PYTHON, "-c", "import click"), 1.5),
)


def measure(pair: Pair, rounds: int) -> list[tuple[float, float]]:
    """Seconds of the command and of what it is measured against, in turns, so that both meet the same weather."""
    for command, codes in ((pair.command, pair.codes), (pair.against, (0,))):
        _seconds(command, codes)
    return [(_seconds(pair.command, pair.codes), _seconds(pair.against, (0,))) for _ in range(rounds)]


def _seconds(command: Sequence[str], codes: tuple[int, ...]) -> float:
    begin = perf_counter()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    seconds = perf_counter() - begin
    assert done.returncode in codes, f"{command} ended with {done.returncode}: {done.stderr.decode()}"
    return seconds


def report(rounds: int) -> Iterator[str]:
    """A line for each pair: the median of the ratios round by round, the least and the most."""
    yield f"whole process, {rounds} rounds in turns      ratio (least - most)   aim      medians"
    for pair in PAIRS:
        seconds = measure(pair, rounds)
        ratios = sorted(mine / other for mine, other in seconds)
        mine, other = (median(column) * 1000 for column in zip(*seconds, strict=True))
        yield (
            f"  {pair.name:<18} / {pair.against[-1]:<16} {median(ratios):5.2f} ({ratios[0]:4.2f} - {ratios[-1]:4.2f})"
            f"      <= {pair.aim:3.1f}   {mine:4.0f} ms / {other:3.0f} ms"
        )
