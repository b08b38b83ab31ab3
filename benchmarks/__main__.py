"""`./run benchmarks`: prints the figures. It asserts none; a busy machine is no defect."""

from __future__ import annotations

import argparse
import cProfile
import platform
import pstats
import sys

from benchmarks import processes, scaling
from benchmarks.models import COUNTRY, make_model
from graph import audit

KINDS = ("processes", "audit", "loading")


def main() -> None:
    """Parse what is asked for, and print it."""
    parser = argparse.ArgumentParser(prog="./run benchmarks", description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of {', '.join(KINDS)}; all where none is named")
    parser.add_argument("--rounds", type=int, default=21, help="how often each process is started (default 21)")
    parser.add_argument("--profile", type=int, metavar="FACTS", help="instead: where the audit of so many facts spends")
    asked = parser.parse_args()
    if unknown := set(asked.kinds) - set(KINDS):
        parser.error(f"no such kind: {', '.join(sorted(unknown))}")
    if asked.profile:
        profile(asked.profile)
        return
    print(f"Python {platform.python_version()}, {platform.machine()}")
    reports = {
        "processes": lambda: processes.report(asked.rounds),
        "audit": scaling.audit_report,
        "loading": scaling.loading_report,
    }
    for kind in asked.kinds or KINDS:
        for line in reports[kind]():
            print(line, flush=True)


def profile(facts: int) -> None:
    """The functions of an audit in which most time goes."""
    model = make_model(facts)
    profiler = cProfile.Profile()
    profiler.runcall(audit, model, COUNTRY)
    pstats.Stats(profiler, stream=sys.stdout).strip_dirs().sort_stats("cumulative").print_stats(40)


if __name__ == "__main__":
    main()
