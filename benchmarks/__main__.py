"""`./run benchmarks`: prints the figures. It asserts none; a busy machine is no defect."""

from __future__ import annotations

import argparse
import cProfile
import platform
import pstats
import sys
from collections.abc import Iterator

from benchmarks import processes, scaling
from benchmarks.models import COUNTRY, make_model
from graph import audit

KINDS = ("processes", "audit", "loading")
IN_A_BROWSER = "page"
ON_A_SERVER = "store"
NAMED = (IN_A_BROWSER, ON_A_SERVER)
"""Only when they are named: they need what the tests need, and minutes."""


def main() -> None:
    """Parse what is asked for, and print it."""
    parser = argparse.ArgumentParser(prog="./run benchmarks", description=__doc__)
    parser.add_argument(
        "kinds",
        nargs="*",
        metavar="KIND",
        help=f"of {', '.join(KINDS)}; all these where none is named; or, when named, {' and '.join(NAMED)}",
    )
    parser.add_argument("--rounds", type=int, default=21, help="how often each process is started (default 21)")
    parser.add_argument("--profile", type=int, metavar="FACTS", help="instead: where the audit of so many facts spends")
    asked = parser.parse_args()
    if unknown := set(asked.kinds) - {*KINDS, *NAMED}:
        parser.error(f"no such kind: {', '.join(sorted(unknown))}")
    if asked.profile:
        profile(asked.profile)
        return
    print(f"Python {platform.python_version()}, {platform.machine()}")
    reports = {
        "processes": lambda: processes.report(asked.rounds),
        "audit": scaling.audit_report,
        "loading": scaling.loading_report,
        IN_A_BROWSER: in_a_browser,
        ON_A_SERVER: on_a_server,
    }
    for kind in asked.kinds or KINDS:
        for line in reports[kind]():
            print(line, flush=True)


def in_a_browser() -> Iterator[str]:
    """The page of a large model."""
    # What only the tests' environment has.
    from benchmarks import page  # noqa: PLC0415

    yield from page.report()


def on_a_server() -> Iterator[str]:
    """A push of a large model, and audits of what is read from there."""
    # What only the tests' environment has.
    from benchmarks import store  # noqa: PLC0415

    yield from store.report()


def profile(facts: int) -> None:
    """The functions of an audit in which most time goes."""
    model = make_model(facts)
    profiler = cProfile.Profile()
    profiler.runcall(audit, model, COUNTRY)
    pstats.Stats(profiler, stream=sys.stdout).strip_dirs().sort_stats("cumulative").print_stats(40)


if __name__ == "__main__":
    main()
