"""Circles among ids that lead to ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def find_circle(ways: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """One circle, as the ids on it with the first again at the end; empty when there is none.

    Which circle is found depends only on the ids, not on the order of the mapping.
    """
    finished: set[str] = set()
    for start in sorted(ways):
        path: list[str] = []
        waiting = [(start, iter(sorted(ways.get(start, ()))))]
        if start in finished:
            continue
        path.append(start)
        while waiting:
            here, following = waiting[-1]
            step = next((name for name in following if name not in finished), None)
            if step is None:
                finished.add(here)
                path.pop()
                waiting.pop()
            elif step in path:
                return (*path[path.index(step) :], step)
            else:
                path.append(step)
                waiting.append((step, iter(sorted(ways.get(step, ())))))
    return ()
