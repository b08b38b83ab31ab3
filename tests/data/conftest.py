"""The bundled models as they ship, and the text of the guide where it is at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from barriers import Audit, Model
from graph import audit
from loaders import load_model

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def bundled() -> Model:
    """The bundled model of all countries."""
    return load_model().model


@pytest.fixture(scope="session")
def dutch(bundled: Model) -> Audit:
    """The audit of the Netherlands on its own date."""
    return audit(bundled, "NL")


@pytest.fixture(scope="session")
def guide_text() -> Path:
    """The text edition of the guide, which may not be shipped: BARRIERS_GUIDE_TEXT, or beside the checkout."""
    beside = HERE.parents[2] / "shared" / "reference" / "guide.txt"
    named = os.environ.get("BARRIERS_GUIDE_TEXT")
    path = Path(named or beside)
    # Who names it wants its citations checked, so that it may not be skipped in silence.
    assert path.is_file() or not named, f"BARRIERS_GUIDE_TEXT names no file: {path}"
    if not path.is_file():
        pytest.skip("the text edition of the guide is not at hand; set BARRIERS_GUIDE_TEXT to check citations")
    return path
