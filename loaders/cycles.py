"""Cycles among ids that lead to ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def find_cycles(ways: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """Cycles, each as the ids on it with the first again at the end.

    There is at least one for every group of ids that lead back to one another, and each closes at an id that
    is on no cycle before it. Which are found depends only on the ids, not on the order of the mapping.
    """
    cycles: list[tuple[str, ...]] = []
    finished: set[str] = set()
    for start in sorted(ways):
        if start not in finished:
            cycles.extend(_cycles_from(start, ways, finished))
    return cycles


def _cycles_from(start: str, ways: Mapping[str, Sequence[str]], finished: set[str]) -> list[tuple[str, ...]]:
    """Walk all ways from here, without recursion: a chain may be longer than Python's stack is deep."""
    cycles = []
    # Each id on the path, with the ids that it leads to and that are still to be tried.
    path: dict[str, list[str]] = {start: sorted(ways.get(start, ()), reverse=True)}
    while path:
        here, following = next(reversed(path.items()))
        step = following.pop() if following else None
        if step is None:
            finished.add(here)
            del path[here]
        elif step in path and step not in finished:
            ids = list(path)
            cycle = ids[ids.index(step) :]
            cycles.append((*cycle, step))
            # Marked as finished, so that no second cycle is told that closes here.
            finished.update(cycle)
        elif step not in finished:
            path[step] = sorted(ways.get(step, ()), reverse=True)
    return cycles
