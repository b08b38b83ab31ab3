"""The three counters see what they are there to see: each test plants one of it into the finished page."""

from pathlib import Path

import pytest

from tests.browser.accessible import violations
from tests.browser.conftest import Open, Pages
from tests.drawing import usual

PLANTED = "planted"


@pytest.fixture
def planted(pages: Pages, tmp_path: Path):
    """A copy of the Dutch page with some markup planted at the beginning of its main part."""

    def plant(markup: str) -> Path:
        text = pages("NL").read_text(encoding="utf-8")
        assert text.count('<main id="main"') == 1
        head, tail = text.split('<main id="main"')
        path = tmp_path / "planted.html"
        path.write_text(f'{head}<aside id="{PLANTED}">{markup}</aside><main id="main"{tail}', encoding="utf-8")
        return path

    return plant


def test_a_planted_picture_is_a_request(opened: Open, planted) -> None:
    """With the policy out of the way, a picture of somewhere else is asked for, and counted."""
    seen = opened(planted('<img src="https://collect.example/x.png" alt="">'), policy=False)

    assert seen.requests == ["https://collect.example/x.png"]


def test_the_policy_stops_a_planted_picture_and_says_so(opened: Open, planted) -> None:
    """Even the attempt is counted while the policy is there, and its report as well."""
    seen = opened(planted('<img src="https://collect.example/x.png" alt="">'))

    assert seen.requests == ["https://collect.example/x.png"]
    assert seen.stopped == ["csp"]
    assert [report.split()[0] for report in seen.reports] == ["img-src"]
    assert seen.complaints != []


@pytest.mark.parametrize(
    "markup",
    ["<script>ran(1)</script>", "<img src='data:,x' onerror='ran(1)' alt=''>", "<svg onload='alert(1)'></svg>"],
)
def test_a_planted_script_is_seen_to_run(opened: Open, planted, markup: str) -> None:
    """With the policy out of the way, what the data brought along would run, and is counted."""
    seen = opened(planted(markup), policy=False)
    seen.page.wait_for_function("() => watched.ran.length > 0")

    assert len(seen.ran) == 1


def test_the_policy_stops_a_planted_script(opened: Open, planted) -> None:
    """The second lock: were something in the page not escaped, it would still not run."""
    seen = opened(planted("<script>ran(1)</script><img src='data:,x' onerror='ran(1)' alt=''>"))
    seen.settle()

    assert seen.ran == []
    assert sorted({report.split()[0] for report in seen.reports}) == ["script-src-attr", "script-src-elem"]


@pytest.mark.parametrize(
    ("markup", "rule"),
    usual(
        ("<p class='planted'>pale</p><style>.planted{color:#ddd;background:#fff}</style>", "color-contrast"),
        deep=[
            ("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>", "image-alt"),
            ("<button type='button'></button>", "button-name"),
            ("<input>", "label"),
        ],
    ),
)
def test_a_planted_barrier_to_reading_is_a_violation(opened: Open, planted, markup: str, rule: str) -> None:
    """A picture without words, a button without a name, pale letters, a field without a label: each is counted."""
    seen = opened(planted(markup), policy=False)

    assert [found.partition(":")[0] for found in violations(seen, within=f"#{PLANTED}")] == [rule]
