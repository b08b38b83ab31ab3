"""The text of the queries: everything written out, nothing but parameters from outside, one line that sets them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import graph
from graph import QUESTIONS
from graph.cypher import STATUSES, cypher_of, parameter_line, parameters_of, written_out

HERE = Path(graph.__file__).parent
QUERIES = {question.id: cypher_of(question.id) for question in QUESTIONS} | {"the status of the steps": STATUSES}


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_is_written_out_whole(name: str) -> None:
    """No name of ours is left that a server would not know, and the brackets are as many as they must be."""
    text = QUERIES[name]

    assert re.findall(r"@\w+", text) == []
    for opening, closing in ("()", "[]", "{}"):
        assert text.count(opening) == text.count(closing)


@pytest.mark.parametrize("name", QUERIES)
def test_all_that_a_query_is_asked_with_comes_as_one_parameter(name: str) -> None:
    """A value that stood in the text could be anything; a second parameter would have the server plan anew."""
    (asked,) = parameters_of("NL", "NL", "five-barriers").values()

    assert set(re.findall(r"\$(\w+)", QUERIES[name])) == {"asked"}
    assert set(re.findall(r"\$asked\.(\w+)", QUERIES[name])) <= asked.keys()


def test_no_query_changes_anything() -> None:
    """Whoever pastes one into a browser only reads."""
    writing = re.compile(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|DROP|LOAD|FOREACH)\b")

    assert [name for name, text in QUERIES.items() if writing.search(text)] == []


def test_every_question_has_its_query_beside_its_rule_and_no_file_is_left_over() -> None:
    """A rule without a query, or a query without a rule, would be found by nobody else."""
    rules = {f"{question.id.replace('-', '_')}.cypher" for question in QUESTIONS}

    assert {path.name for path in (HERE / "questions").glob("*.cypher")} == rules


def test_every_part_of_a_query_is_used() -> None:
    """Parts and named expressions that no query takes would rot."""
    parts = {path.stem for path in (HERE / "cypher").glob("*.cypher")} - {"statuses"}
    files = [*(HERE / "questions").glob("*.cypher"), *(HERE / "cypher").glob("*.cypher")]
    used = {name for path in files for name in re.findall(r"@(\w+)", path.read_text(encoding="utf-8"))}

    assert parts <= used
    code = (HERE / "cypher" / "__init__.py").read_text(encoding="utf-8")
    named = set(re.findall(r'^    "(\w+)": \($', code, flags=re.MULTILINE))
    assert named <= used | set(re.findall(r"@(\w+)\(", code))


def test_an_expression_may_stand_in_an_expression(tmp_path: Path) -> None:
    """The inner one is written out where the outer one is called with it."""
    path = tmp_path / "query.cypher"
    path.write_text("RETURN @distinct([c IN recorded | f(c.actor)]) AS names", encoding="utf-8")

    assert written_out(path) == (
        "RETURN reduce(kept = [], one IN [c IN recorded | f(c.actor)] | "
        "CASE WHEN one IN kept THEN kept ELSE kept + one END) AS names"
    )


def test_a_bracket_that_never_closes_is_told(tmp_path: Path) -> None:
    """A slip in a file of ours is found when the file is read, not by a server."""
    path = tmp_path / "query.cypher"
    path.write_text("RETURN @firm((cover)", encoding="utf-8")

    with pytest.raises(ValueError, match="never closes"):
        written_out(path)


def test_the_line_of_parameters_quotes_a_name_that_needs_it() -> None:
    """Names of models come from a server and may be anything."""
    told = "model: 'NL', country: 'NL', script: 'chain', as_of: null, form: null, group: null, basis: null"
    assert parameter_line("NL", "NL", "chain") == f":param asked => {{{told}}}"
    assert r"model: 'o\'clock \\'" in parameter_line("o'clock \\", "NL", "chain")
