"""How many mistakes the tests would notice: each is put into the source, and the quick tests of the graph are asked.

`./run mutation [FILE...]` prints the mistakes that no test noticed, and which part of all was noticed. Cosmic Ray makes
the mistakes. Nothing is written: a process of its own imports the changed source from memory.
"""

from __future__ import annotations

import ast
import contextlib
import io
import os
import random
import re
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import spec_from_loader
from pathlib import Path
from types import ModuleType

import click

ROOT = Path(__file__).parents[1]
USUAL = ("graph/status.py", "graph/bounds.py", "graph/truth.py", "graph/questions")
TESTS = ("tests/graph", "-x", "-m", "not hypothesis", "--ignore-glob=*/test_worlds*", "-p", "no:cacheprovider")
SECONDS = 300
"""As long as the tests of one mistake may take; one that never ends is noticed too."""

SENSELESS = re.compile(r"_(Is|IsNot)_(?!Is|IsNot$)|_(Eq|NotEq)_Is")
"""To ask for equality instead of identity is the same of an enum's words, and in the alphabet nobody orders them."""


@dataclass(frozen=True)
class Mistake(MetaPathFinder, Loader):
    """A changed source of a module, which takes the place of the right one when it is imported."""

    path: Path
    module: str
    source: str

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name != self.module:
            return None
        right = PathFinder.find_spec(name, path, target)
        return spec_from_loader(name, self, is_package=right is not None and bool(right.submodule_search_locations))

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = str(self.path)
        if hasattr(module, "__path__"):
            module.__path__ = [str(self.path.parent)]
        exec(compile(self.source, self.path, "exec"), module.__dict__)  # noqa: S102 - this is what the tool is for

    def difference(self) -> str:
        """The lines that changed, below the name of the file."""
        right = self.path.read_text(encoding="utf-8").splitlines()
        lines = unified_diff(right, self.source.splitlines(), lineterm="", n=0)
        changed = [line for line in lines if not line.startswith(("---", "+++"))]
        return "\n".join([str(self.path.relative_to(ROOT)), *changed])


class _WithoutTypes(ast.NodeTransformer):
    """Takes out what Python does not look at."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Name("_")
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)


def mistakes_in(path: Path) -> Iterator[Mistake]:
    """Every mistake that Cosmic Ray makes in a file and that Python would see."""
    from cosmic_ray.ast import ast_nodes, get_ast_from_path
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator, operator_names

    right = path.read_text(encoding="utf-8")
    seen = {_seen_by_python(right)}
    nodes = list(ast_nodes(get_ast_from_path(path)))
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for name in operator_names():
        kind = get_operator(name)
        if kind.arguments() or SENSELESS.search(name):
            continue
        for occurrence in range(sum(len(list(kind().mutation_positions(node))) for node in nodes)):
            source = mutate_code(right, kind(), occurrence)
            with contextlib.suppress(SyntaxError):
                if source is not None and (found := _seen_by_python(source)) not in seen:
                    seen.add(found)
                    yield Mistake(path, module, source)


def _seen_by_python(source: str) -> str:
    return ast.dump(_WithoutTypes().visit(ast.parse(source)))


def is_noticed(mistake: Mistake | None) -> bool:
    """Whether a test fails, or the tests do not end, once the mistake has been made; None makes none."""
    child = os.fork()
    if child == 0:
        _test(mistake)
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status) != 0
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def _test(mistake: Mistake | None) -> None:
    """Run the tests in this process and end it; what they print is of no interest."""
    import pytest

    code = 1
    try:
        if mistake is not None:
            sys.meta_path.insert(0, mistake)
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            code = int(pytest.main([*TESTS]))
    finally:
        os._exit(code)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[FILE...]")
@click.option("--sample", type=int, metavar="N", help="Try N of each file's mistakes, the same ones each time.")
def main(paths: tuple[Path, ...], sample: int | None) -> None:
    """Make mistakes in FILEs, or in the rules of the graph, and print those that no test noticed."""
    # Imported once for all; what may be mistaken is not among it.
    import networkx  # noqa: F401, ICN001

    import loaders  # noqa: F401

    if is_noticed(None):
        raise click.ClickException("the tests fail as things are: ./run pytest tests/graph says why.")
    given = [path.absolute() for path in paths] or [ROOT / name for name in USUAL]
    files = [file for path in given for file in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]
    noticed = tried = 0
    for file in files:
        mistakes = list(mistakes_in(file))
        if sample is not None and sample < len(mistakes):
            mistakes = random.Random(0).sample(mistakes, sample)  # noqa: S311 - the same ones each time
        missed = []
        for mistake in mistakes:
            if not is_noticed(mistake):
                missed.append(mistake)
                click.echo(f"{mistake.difference()}\n")
        noticed, tried = noticed + len(mistakes) - len(missed), tried + len(mistakes)
        click.echo(f"{file.relative_to(ROOT)}: {len(mistakes) - len(missed)} of {len(mistakes)} noticed\n")
    click.echo(f"{noticed} of {tried} noticed: {100 * noticed / max(tried, 1):.0f} per cent")


if __name__ == "__main__":
    main()
