"""The README shows what the tool really prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_audit_in_the_readme_is_the_audit_of_the_bundled_data() -> None:
    """Whoever changes the data or the screen brings the README along."""
    blocks = re.findall(r"```text\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}

    printed = subprocess.run(
        [sys.executable, "-m", "cli", "audit", "NL"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    assert printed.returncode == 1
    assert blocks[0] == printed.stdout
