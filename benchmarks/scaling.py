"""The audit alone, and loading alone, on models of growing size: does the time grow as the model does?"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import networkx as nx
import yaml

from barriers.model import Model
from benchmarks.models import COUNTRY, make_model
from graph import audit, build_graph
from loaders import dump_model, load_model

SIZES = (1_000, 10_000, 100_000)


def audit_report(sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """A line for each size: the whole audit, from model to findings."""
    yield "audit alone       CPU seconds   us per fact   to the smallest   to the bare networkx graph   findings"
    smallest = 0.0
    for size in sizes:
        model = make_model(size)
        # A fresh value each time: a model remembers what it has once worked out.
        seconds, found = _best(lambda model=model: audit(replace(model), COUNTRY), _rounds(size))  # type: ignore[misc]
        bare, _ = _best(_same_graph_without_us(model), _rounds(size))
        per_fact = seconds / size
        smallest = smallest or per_fact
        yield (
            f"  {size:>7} facts     {seconds:8.3f} {per_fact * 1e6:13.1f} {per_fact / smallest:15.2f} x"
            f" {seconds / bare:26.1f} x {len(found.findings):10}"
        )


def loading_report(sizes: tuple[int, ...] = SIZES[:2]) -> Iterator[str]:
    """A line for each size: files to model, beside the parser alone on the same files.

    The largest size is left out: its files would be larger than the loader accepts.
    """
    yield "loading alone     CPU seconds   us per fact   to the smallest   to libyaml's events alone"
    smallest = 0.0
    for size in sizes:
        with TemporaryDirectory() as name:
            folder = Path(name) / "data"
            dump_model(make_model(size), folder)
            seconds, _ = _best(lambda folder=folder: load_model(folder), _rounds(size))  # type: ignore[misc]
            parsing, _ = _best(lambda folder=folder: _parse_only(folder), _rounds(size))  # type: ignore[misc]
        per_fact = seconds / size
        smallest = smallest or per_fact
        yield (
            f"  {size:>7} facts     {seconds:8.3f} {per_fact * 1e6:13.1f} {per_fact / smallest:15.2f} x"
            f" {seconds / parsing:25.1f} x"
        )


def _rounds(size: int) -> int:
    return 7 if size < 5_000 else 3


def _best(run: Callable[[], Any], rounds: int) -> tuple[float, Any]:
    """The shortest time of several, which is the one least disturbed, and the last result.

    Nobody looks for garbage meanwhile, as in the command itself (cli/main.py).
    """
    times, result = [], None
    for _ in range(rounds):
        result = None
        gc.collect()
        gc.disable()
        begin = process_time()
        result = run()
        times.append(process_time() - begin)
        gc.enable()
    return min(times), result


def _same_graph_without_us(model: Model) -> Callable[[], Any]:
    """Adds the same nodes and relations to a networkx graph, and does nothing else."""
    shape = build_graph(model, COUNTRY, "five-barriers").shape
    nodes, edges = list(shape.nodes), list(shape.edges(keys=True, data=True))

    def build() -> Any:
        bare = nx.MultiDiGraph()
        for node in nodes:
            bare.add_node(node)
        for begin, end, key, data in edges:
            bare.add_edge(begin, end, key=key, **data)
        return bare

    return build


def _parse_only(folder: Path) -> None:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for path in sorted(folder.rglob("*.yml")):
        for _ in yaml.parse(path.read_text(encoding="utf-8"), Loader=loader):
            pass
