"""How these tests run the command line, on a small folder of data of their own.

Eight actors, nine steps; names hold brackets, emoji names and right-to-left letters. The folder never changes with
the bundled model, so whole screens can be golden.
"""

import contextlib
import os
from pathlib import Path

from click.testing import CliRunner, Result

from cli.main import cli

HERE = Path(__file__).parent
DATA = HERE / "data"
THREE = HERE / "data-three"
"""Three countries and some practices, as small."""
GOLDEN = HERE / "golden"
ROOT = Path(__file__).parents[2]

PLAIN = {"NO_COLOR": "1", "FORCE_COLOR": None, "COLUMNS": "80", "LINES": None, "TERM": "xterm"}


def run(*arguments: str | Path, data: Path | None = DATA, **environment: str | None) -> Result:
    """The result of `barriers` with these arguments, on the folder of these tests unless `data` is None."""
    words = [_beside(word) for word in arguments]
    if data is not None:
        words += ["--data", _beside(data)]
    # From this folder, and so with a short name for the data: a screen must not depend on where the checkout lies.
    with contextlib.chdir(HERE):
        return CliRunner().invoke(cli, words, prog_name="barriers", env=PLAIN | environment)


def _beside(word: str | Path) -> str:
    """A path below this folder as seen from it; anything else as it is."""
    return str(word.relative_to(HERE) if isinstance(word, Path) and word.is_relative_to(HERE) else word)


def check(*arguments: str | Path, **environment: str | None) -> Result:
    """The result of `barriers check`, which takes its data as an argument."""
    return run("check", *arguments, data=None, **environment)


def shown(*arguments: str | Path, data: Path | None = DATA, **environment: str | None) -> str:
    """What stands on the screen."""
    result = run(*arguments, data=data, **environment)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.stdout


def is_golden(name: str, text: str) -> bool:
    """Whether a text is the golden one; after a wanted change run with BARRIERS_GOLDEN=update and read the diff."""
    path = GOLDEN / name
    if os.environ.get("BARRIERS_GOLDEN") == "update":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
    return True
