"""The questions as Cypher: what is the same in all of them, and the text that is sent to a server and shown to people.

Cypher has no functions of one's own without a plug-in. What is used often has a name in the files, such as
`@firm(cover)`, and is written out before the text is sent or shown, so that everybody can paste it as it is.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from barriers.selection import Selection
from graph.cypher.literals import literal

_HERE = Path(__file__).parent
_QUESTIONS = _HERE.parent / "questions"

_NAMED = {
    "valid": (("fact",), "(fact.until IS NULL OR fact.until >= here.day)"),
    "begins": (
        ("fact",),
        "coalesce(fact.since, head(COLLECT { UNWIND fact.sources AS cited "
        "MATCH (dater:Source {model: here.version, id: cited}) WHERE dater.date IS NOT NULL "
        "RETURN dater.date ORDER BY dater.date LIMIT 1 }), date('0001-01-01'))",
    ),
    # The same as `@begins(fact) <= here.day`, without looking for the first of the sources.
    "begun": (
        ("fact",),
        "CASE WHEN fact.since IS NOT NULL THEN fact.since <= here.day ELSE any(cited IN fact.sources "
        "WHERE cited IN here.early) OR NOT any(cited IN fact.sources WHERE cited IN here.dated) END",
    ),
    "fixed": (
        ("fact",),
        "any(nth IN range(0, size(fact.sources) - 1) WHERE CASE fact.voices[nth] WHEN '' "
        "THEN fact.sources[nth] IN here.fixing "
        "ELSE fact.voices[nth] IN ['law', 'official', 'report'] AND NOT fact.sources[nth] IN here.machines END)",
    ),
    "firm": (("fact",), "(fact.basis = 'stated' AND @fixed(fact))"),
    "looked_at": (
        ("step",),
        "(($asked.form IS NULL OR $asked.form IN step.forms) AND ($asked.group IS NULL "
        "OR any(chosen IN @leaves([$asked.group]) WHERE chosen IN @leaves(step.groups))))",
    ),
    "both_stated": (("cover",), "(cover.basis = 'stated' AND cover.power_basis = 'stated')"),
    "selected": (
        ("fact",),
        "(fact.country = $asked.country AND @begun(fact) AND ($asked.basis IS NULL OR fact.basis = $asked.basis))",
    ),
    "any_stated": (
        ("help",),
        "(coalesce(help.shell_basis, '') = 'stated' OR coalesce(help.barrier_basis, '') = 'stated' "
        "OR coalesce(help.step_basis, '') = 'stated')",
    ),
    "any_basis": (
        ("help",),
        "($asked.basis IS NULL OR coalesce(help.shell_basis, '') = $asked.basis "
        "OR coalesce(help.barrier_basis, '') = $asked.basis OR coalesce(help.step_basis, '') = $asked.basis)",
    ),
    "share_of": (
        ("tie", "kinds"),
        "round(reduce(sum = 0.0, nth IN range(0, size(tie.rated) - 1) | "
        "sum + CASE WHEN tie.rated[nth] IN kinds THEN tie.shares[nth] ELSE 0.0 END), 6)",
    ),
    "wholes": (
        ("actor",),
        "COLLECT { MATCH ANY SHORTEST (actor)((x:Actor)-[r:PART_OF|KIND_OF|SUCCESSOR_OF]-(y:Actor) "
        "WHERE startNode(r) = x OR type(r) = 'SUCCESSOR_OF')*(whole:Actor) RETURN whole.id }",
    ),
    "wholes_stated": (
        ("actor",),
        "COLLECT { MATCH ANY SHORTEST (actor)((x:Actor)-[r:PART_OF|KIND_OF|SUCCESSOR_OF]-(y:Actor) "
        "WHERE r.basis = 'stated' AND (startNode(r) = x OR type(r) = 'SUCCESSOR_OF'))*(whole:Actor) RETURN whole.id }",
    ),
    "distinct": (
        ("listed",),
        "reduce(kept = [], one IN listed | CASE WHEN one IN kept THEN kept ELSE kept + one END)",
    ),
    "in_order": (
        ("covers",),
        "COLLECT { UNWIND covers AS c WITH c.id AS id ORDER BY id RETURN id }",
    ),
    "leaves": (
        ("listed",),
        "reduce(all = [], g IN listed | all + coalesce(head([w IN here.words WHERE w.word = g | w.leaves]), [g]))",
    ),
    "within": (
        ("mine", "theirs"),
        "((size(theirs.groups) = 0 OR size(mine.groups) > 0 AND all(g IN mine.groups WHERE g IN theirs.groups)) "
        "AND (size(theirs.forms) = 0 OR size(mine.forms) > 0 AND all(f IN mine.forms WHERE f IN theirs.forms)) "
        "AND theirs.begins <= mine.begins AND mine.ends <= theirs.ends)",
    ),
    "narrower": (("mine", "theirs"), "(@within(mine, theirs) AND NOT @within(theirs, mine))"),
}
"""Name, what it is called with, and the expression; `here` is what looking.cypher found out once."""

_CALL = re.compile(r"@(\w+)\(")
_PART = re.compile(r"^@(\w+)$", re.MULTILINE)


@cache
def written_out(path: Path) -> str:
    """The Cypher of a file, with every named part and expression written out."""
    text = path.read_text(encoding="utf-8").strip()
    text = _PART.sub(lambda found: written_out(_HERE / f"{found[1]}.cypher"), text)
    while found := _CALL.search(text):
        end = _closing(text, found.end())
        text = text[: found.start()] + _expression(found[1], text[found.end() : end]) + text[end + 1 :]
    return text


def _closing(text: str, start: int) -> int:
    """Where the bracket closes that was opened just before `start`."""
    depth = 1
    for place in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return place
    raise ValueError(f"a bracket that never closes: {text[start : start + 40]}")


def _expression(name: str, called_with: str) -> str:
    parameters, text = _NAMED[name]
    values = called_with.split(",", len(parameters) - 1)
    for parameter, value in zip(parameters, values, strict=True):
        text = re.sub(rf"\b{parameter}\b", value.strip().replace("\\", r"\\"), text)
    return text


STATUSES = written_out(_HERE / "statuses.cypher")
"""What asks for the status of every step."""


def cypher_of(question: str) -> str:
    """The Cypher of a question, ready to be sent or pasted."""
    return written_out(_QUESTIONS / f"{question.replace('-', '_')}.cypher")


def parameters_of(name: str, country: str, script: str, chosen: Selection = Selection()) -> dict[str, Any]:
    """What the Cypher is called with, to look at a country of the model that has this name on the server."""
    # One map, for a server plans a query anew for every combination of kinds of parameters.
    asked = {
        "model": name,
        "country": country,
        "script": script,
        "as_of": chosen.as_of,
        "form": chosen.form.value if chosen.form else None,
        "group": chosen.group,
        "basis": chosen.basis.value if chosen.basis else None,
    }
    return {"asked": asked}


def parameter_line(name: str, country: str, script: str) -> str:
    """The line that sets the same parameters in Neo4j Browser and in cypher-shell, with no filter set."""
    (asked,) = parameters_of(name, country, script).values()
    told = ", ".join(f"{key}: {literal(value)}" for key, value in asked.items())
    return f":param asked => {{{told}}}"
