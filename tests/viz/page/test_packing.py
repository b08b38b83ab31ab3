"""The data written shorter come back as they were, in Python and in the page."""

import json
import shutil
import subprocess
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.running import ROOT
from tests.drawing import tries
from tests.viz.page.made import every, small
from tests.viz.page.parsed import unpacked
from viz.page.data import book_data
from viz.page.packing import packed

NAMES = st.sampled_from(["id", "of", "rows", "facts"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, min_size=1, max_size=3),
    max_leaves=12,
)


def in_node(value: Any) -> Any:
    """What the page's own script makes of packed data."""
    node = shutil.which("node")
    assert node is not None, "node is needed to run the page's scripts"
    code = (
        f"import {{ unpacked }} from {json.dumps((ROOT / 'viz/page/static/js/base/packing.js').as_uri())};"
        "import { readFileSync } from 'node:fs';"
        "process.stdout.write(JSON.stringify(unpacked(JSON.parse(readFileSync(0, 'utf8')))));"
    )
    done = subprocess.run(
        [node, "--input-type=module", "-e", code],
        input=json.dumps(value).encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def test_the_names_of_the_fields_of_many_records_stand_once() -> None:
    records = [{"id": 1, "of": 1}, {"id": 2}, {"of": None, "id": 3}]

    assert packed({"nodes": records}) == {
        "words": [],
        "value": {"nodes": {"fields": ["id", "of"], "coded": [], "rows": [[1, 1], [2], [3, None]]}},
    }


def test_texts_that_stand_more_than_once_are_named_by_their_place_among_the_words() -> None:
    """Here `b` four times, `c` and `a` twice; a name that is said once stays."""
    records = [{"of": "b", "facts": ["b", "a"], "name": "x"}, {"of": "c"}, {"of": None, "facts": ["c", "b", "a", "b"]}]

    assert packed([*records]) == {
        "words": ["b", "c", "a"],
        "value": {
            "fields": ["of", "facts", "name"],
            "coded": [0, 1],
            "rows": [[0, [0, 2], "x"], [1], [None, [1, 0, 2, 0]]],
        },
    }


@pytest.mark.parametrize("value", [[], [{"id": 1}, {"id": 2}], [1, {"id": 2}, 3], "text", None, {"places": {}}])
def test_anything_else_stays_as_it_is(value: Any) -> None:
    assert packed(value) == {"words": [], "value": value}


@given(value=VALUES)
@tries(200)
def test_what_was_packed_comes_back(value: Any) -> None:
    assert unpacked(json.loads(json.dumps(packed(value)))) == value


@pytest.mark.parametrize("made", [small, every])
def test_the_page_reads_what_python_wrote(made: Any) -> None:
    data = json.loads(json.dumps(book_data(made())))

    assert in_node(packed(data)) == data


def test_it_is_worth_it() -> None:
    data = book_data(every())

    assert len(json.dumps(packed(data))) < 0.6 * len(json.dumps(data))
