"""What a change of the data costs: each is made in a copy of the tool, its files are counted, all of it is tried."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from barriers.model import FACTS
from tests.loaders.fixtures import SIX_NODES

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("barriers", "cli", "graph", "loaders", "locale", "viz")

Edits = dict[str, dict[str, str] | str]
"""Files with what is put before which of their lines; or with their whole text, where they are new."""


def told(**sentences: str) -> dict[str, str]:
    """What these entries put into the catalogue."""
    entries = (f'msgid "{key.replace("__", ".")}"\nmsgstr "{words}"\n\n' for key, words in sentences.items())
    return {'msgid "field.id"': "".join(entries)}


def changed(folder: Path, edits: Edits) -> Path:
    """A copy of the tool with these edits."""
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    for name, edit in edits.items():
        path = folder / name
        if isinstance(edit, str):
            assert not path.exists()
            path.write_text(edit, encoding="utf-8")
            continue
        text = path.read_text(encoding="utf-8")
        for anchor, new in edit.items():
            assert text.count(anchor) == 1, anchor
            text = text.replace(anchor, new + anchor)
        path.write_text(text, encoding="utf-8")
    return folder


def tried(tool: Path, code: str) -> list[str]:
    """What this code prints, run by the changed tool."""
    done = subprocess.run(
        [sys.executable, "-c", f"{HELP}\n{code}"],
        cwd=tool,
        env={"PATH": "", "PYTHONPATH": str(tool), "COLUMNS": "100", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def data(folder: Path, **more: str) -> str:
    """A folder with the six nodes, and with these sections in a further file."""
    shutil.copytree(SIX_NODES, folder)
    sections = "".join(f"{section}:\n{records}" for section, records in more.items())
    (folder / "nl/more.yml").write_text(f"schema: 2\n{sections}", encoding="utf-8")
    return str(folder)


HELP = """
from datetime import date
from pathlib import Path
from tempfile import mkdtemp
from barriers.errors import BrokenData
from barriers.selection import Selection, select
from graph import build_graph
from graph.store.contents import drawn_rows
from graph.store.drawing import draw
from graph.store.reading_back import model_of
from loaders import dump_model, load_model

def problems(folder):
    try:
        load_model(Path(folder))
    except BrokenData as error:
        return [str(problem.found) for problem in error.problems]

def edges(model, relation):
    listed = build_graph(model, "NL", "two-doors").relations.listed
    return [(edge.begin, edge.end) for edge in listed if edge.kind == relation]

def stored(model, relation):
    drawn = [row for row in drawn_rows(draw(model)) if row.what == relation]
    return [(row.begin.partition(" ")[2], row.end.partition(" ")[2]) for row in drawn]

def is_kept(model):
    folder = Path(mkdtemp()) / "dumped"
    dump_model(model, folder)
    return load_model(folder).model == model == model_of(drawn_rows(draw(model)))

def shown(folder, name):
    from click.testing import CliRunner
    from cli.main import cli
    return CliRunner().invoke(cli, ["show", name, "--data", folder, "--format", "csv"]).stdout

def listed(kind):
    from click.testing import CliRunner
    from cli.main import cli
    return CliRunner().invoke(cli, ["list", "fields", kind, "--format", "csv"]).stdout
"""
"""What the code in these tests calls: whether something is told, drawn, stored, written and read back, listed."""


def test_a_plain_field_of_an_actor_costs_two_files(tmp_path: Path) -> None:
    edits: Edits = {
        "barriers/actors.py": {'    mandate: str = ""\n': '    motto: str = ""\n'},
        "locale/en.po": told(field__actor__motto="What it writes on its doors."),
    }
    tool = changed(tmp_path / "tool", edits)
    here = data(tmp_path / "here", actors="- {id: nl.inns, name: Inns, kind: trade, motto: All are welcome}\n")

    found = tried(
        tool,
        f"""
model = load_model(Path({here!r})).model
print(model.actor_by_id["nl.inns"].motto)
print(is_kept(model))
print([row.properties["motto"] for row in drawn_rows(draw(model)) if row.end == "nl.inns"])
print("motto,text,,What it writes on its doors." in listed("actor"))
print("about,motto,All are welcome" in shown({here!r}, "nl.inns"))
""",
    )

    assert len(edits) == 2
    assert found == ["All are welcome", "True", "['All are welcome']", "True", "True"]


def test_a_field_that_refers_to_something_costs_two_files(tmp_path: Path) -> None:
    edits: Edits = {
        "barriers/coverage.py": {
            '    should_follow: str = ""\n': "    caused_by: tuple[ActorId, ...] = ()\n",
            "\n    says: Filled\n    steps: ": '    DRAWN = node(SHOWS_AT="steps", COMES_FROM="caused_by")\n',
        },
        "locale/en.po": told(field__signal__caused_by="Whose work it is."),
    }
    tool = changed(tmp_path / "tool", edits)
    signal = "- {says: A bill, steps: [entry.offer], caused_by: [ACTOR], citations: [{source: booklet, at: p. 1}]}\n"
    here = data(tmp_path / "here", signals=signal.replace("ACTOR", "nl.police"))
    broken = data(tmp_path / "broken", signals=signal.replace("ACTOR", "nl.polise"))

    found = tried(
        tool,
        f"""
print(problems({broken!r}))
model = load_model(Path({here!r})).model
signal = next(one for one in model.signals if one.caused_by)
print(signal.actor_ids)
print(edges(model, "COMES_FROM") == stored(model, "COMES_FROM") == [(signal.id, "nl.police")])
print(is_kept(model))
print("caused_by,list of: id of an actor,,Whose work it is." in listed("signal"))
print("caused by: Police" in shown({here!r}, signal.id))
print(signal.id in shown({here!r}, "nl.police"))
""",
    )

    assert len(edits) == 2
    assert found == ["[\"the actor 'nl.polise', which is defined nowhere\"]", "('nl.police',)", *["True"] * 5]


VISIT = '''"""Who looked in at a step."""

from __future__ import annotations

from dataclasses import dataclass

from barriers.facts import Fact
from barriers.schema import ActorId, StepId, edge


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Fact):
    """An actor looked in at a step, so many times."""

    KIND = "visit"
    IDENTITY = ("actor", "step")
    DRAWN = edge("actor", VISITS="step")

    actor: ActorId
    step: StepId
    times: int = 1
'''


def test_a_kind_of_record_costs_three_files(tmp_path: Path) -> None:
    edits: Edits = {
        "barriers/visits.py": VISIT,
        "barriers/model.py": {
            "from barriers.words import Form, SourceKind, Voice\n": "from barriers.visits import Visit\n",
            "    indicators: tuple[IndicatorList, ...] = ()\n": "    visits: tuple[Visit, ...] = ()\n",
        },
        "locale/en.po": told(
            kind__visit="visit",
            fact__visit="{actor} looked in at {step}",
            field__visit__actor="Who looked in.",
            field__visit__step="At which step.",
            field__visit__times="How often.",
        ),
    }
    tool = changed(tmp_path / "tool", edits)
    visit = "- {actor: nl.police, step: STEP, times: 3, citations: [{source: booklet, at: p. 2}]}\n"
    here = data(tmp_path / "here", visits=visit.replace("STEP", "entry.offer"))
    broken = data(tmp_path / "broken", visits=visit.replace("STEP", "entry.ofer"))
    twice = data(tmp_path / "twice", visits=visit.replace("STEP", "entry.offer") * 2)

    found = tried(
        tool,
        f"""
print(problems({broken!r}))
print([told.partition(" from")[0] for told in problems({twice!r})])
model = load_model(Path({here!r})).model
(visit,) = model.visits
print(visit.id.rpartition("-")[0], visit in list(model.facts()), visit.actor_ids)
print(select(model, "NL", Selection(as_of=date(1999, 1, 1))).visits)
print(edges(model, "VISITS"), stored(model, "VISITS"))
print([row.properties["times"] for row in drawn_rows(draw(model)) if row.what == "VISITS"])
print(is_kept(model))
print("times,whole number,,How often." in listed("visits"))
for name in ("nl.police", "entry.offer"):
    (told,) = (line for line in shown({here!r}, name).splitlines() if visit.id in line)
    print(told.partition(',"p. 2')[0].replace(visit.id, "ID"))
""",
    )

    assert len(edits) == 3
    assert found == [
        "[\"the step 'entry.ofer', which is defined nowhere\"]",
        "['the same visit']",
        "visit True ('nl.police',)",
        "()",
        "[('nl.police', 'entry.offer')] [('nl.police', 'entry.offer')]",
        "[3]",
        "True",
        "True",
        *["Visit,ID,Police looked in at A false offer (stated); times: 3"] * 2,
    ]


QUIET = '''"""quiet-step: a step at which nothing can be noticed."""

from collections.abc import Iterator

from barriers.coverage import Signal
from barriers.messages import message
from barriers.words import Certainty, Priority
from graph.questions.question import Row, View, question, titled


@question("quiet-step", Priority.LOW, rank=99)
def _rule(view: View) -> Iterator[Row]:
    for step in view.graph.steps:
        if not view.graph.facts_at(step.id, Signal):
            yield Row(
                subject=step.id,
                certainty=Certainty.POSSIBLE,
                title=titled(step.name, message("question.quiet-step.silent")),
                detail="",
                count=0,
                of=1,
                step=step.id,
            )
'''


def test_a_question_costs_two_files(tmp_path: Path) -> None:
    words = {part: f"({part})" for part in ("asks", "in-short", "why", "priority-means", "family", "certain-when")}
    words |= {part: f"({part})" for part in ("possible-when", "counted", "idea")} | {"silent": "nothing to notice"}
    edits: Edits = {
        "graph/questions/quiet_step.py": QUIET,
        "locale/en.po": told(**{f"question__quiet-step__{part}": said for part, said in words.items()}),
    }
    tool = changed(tmp_path / "tool", edits)
    here = data(tmp_path / "here")

    found = tried(
        tool,
        f"""
from click.testing import CliRunner
from cli.main import cli
print("(asks)" in CliRunner().invoke(cli, ["questions", "quiet-step"]).stdout)
csv = CliRunner().invoke(cli, ["audit", "--data", {here!r}, "--format", "csv"]).stdout
print("nothing to notice" in csv, "(counted)" in csv)
""",
    )

    assert len(edits) == 2
    assert found == ["True", "True True"]


SHOUTED = '''"""The headings alone, shouted."""

from viz.document import Document, Masthead
from viz.render import Window


def render(document: Document, _: Window) -> bytes:
    """The names of what is shown."""
    return "".join(f"{one.name.upper()}!" for one in document.blocks() if isinstance(one, Masthead)).encode()
'''


def test_an_output_format_costs_one_file(tmp_path: Path) -> None:
    tool = changed(tmp_path / "tool", {"viz/render/shout.py": SHOUTED})
    here, answer = data(tmp_path / "here"), str(tmp_path / "answer.shout")

    found = tried(
        tool,
        f"""
from click.testing import CliRunner
from cli.main import cli
print(CliRunner().invoke(cli, ["audit", "--data", {here!r}, "--format", "shout"]).stdout)
print(CliRunner().invoke(cli, ["audit", "--data", {here!r}, "-o", {answer!r}]).stderr.startswith("Written"))
print(Path({answer!r}).read_text())
""",
    )

    assert found == ["NETHERLANDS!", "True", "NETHERLANDS!"]


DUTCH = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "audit.heading-gaps"
msgstr "Leemten volgens bronnen: {number}"
"""


def test_a_language_costs_one_file(tmp_path: Path) -> None:
    tool = changed(tmp_path / "tool", {"locale/nl.po": DUTCH})
    here = data(tmp_path / "here")

    found = tried(
        tool,
        f"""
from barriers.messages import language, speaking
from click.testing import CliRunner
from cli.main import cli
with speaking(language("nl")):
    shown = CliRunner().invoke(cli, ["audit", "--data", {here!r}]).stdout
print("LEEMTEN VOLGENS BRONNEN" in shown, "OPEN QUESTIONS" in shown)
""",
    )

    assert found == ["True True"]


@pytest.mark.parametrize("package", ["loaders", "graph"])
def test_no_package_but_the_nouns_has_a_list_of_kinds(package: str) -> None:
    """Three sections named in one file are a list that somebody has to keep."""
    kept = [
        path.name
        for path in sorted((ROOT / package).rglob("*.py"))
        if sum(f'"{name}"' in path.read_text(encoding="utf-8") for name in FACTS) > 2
    ]

    assert kept == []
