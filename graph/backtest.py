"""How the findings compare with the gaps that experts named.

Leave-one-out: for each gap the facts that cite the same passage are left out before the audit, or the test
would only find what it was told. What remains must point at the gap from other passages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from barriers.facts import Citation, Fact
from barriers.findings import Audit
from barriers.model import Model
from barriers.selection import Selection
from barriers.words import Certainty
from graph.audit import audit_graph
from graph.build import build_graph
from graph.questions import Topic, topic_of


@dataclass(frozen=True, slots=True)
class NamedGap:
    """A gap that somebody named: its fact, who names it, in our words, and the steps of the script it touches."""

    fact: Fact
    says: str
    steps: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tried:
    """One gap with the steps among its own that the audit pointed at without its passage."""

    gap: NamedGap
    certain: frozenset[str]
    possible: frozenset[str]


@dataclass(frozen=True, slots=True)
class Backtest:
    """The result for one country under one script.

    `tried` are the gaps that touch a step of the script, `elsewhere` how many touch none. `steps` is the
    number of steps, `named` those that any gap touches. `certain` and `possible` are the steps that one audit
    points at when the passages of all gaps are left out together. `by` is the word that was looked for in the
    names of those who recommend, None for the gaps that sources state. `later` are the days on which gaps begin
    that nobody had named on the day that is looked at, in their order.
    """

    country: str
    script: str
    by: str | None
    tried: tuple[Tried, ...]
    elsewhere: int
    steps: int
    named: frozenset[str]
    certain: frozenset[str]
    possible: frozenset[str]
    later: tuple[date, ...]

    def found(self, certainty: Certainty) -> int:
        """How many gaps were found: at least one of their steps is pointed at with this certainty or a higher one."""
        if certainty is Certainty.CERTAIN:
            return sum(1 for tried in self.tried if tried.certain)
        return sum(1 for tried in self.tried if tried.certain or tried.possible)

    def pointed_at(self, certainty: Certainty) -> frozenset[str]:
        """The steps pointed at with this certainty or a higher one, without any passage of an expert."""
        return self.certain if certainty is Certainty.CERTAIN else self.certain | self.possible


def backtest(
    model: Model, country: str, script: str, selection: Selection = Selection(), by: str | None = None
) -> Backtest:
    """The findings of a country against the gaps that experts named.

    Experts are the sources that state weaknesses of the country or, where `by` is told, those who recommend it
    something and whose name holds that word: a recommendation names what is missing. A gap counts from the day on
    which it is named.

    Raises `KeyError` for a country or script that the model does not have. Without gaps nothing is tried, and
    every count is 0 of 0.
    """
    of_script = {step.id for step in model.script_by_id[script].steps}
    day = selection.day(model, country)
    named = tuple(_named_by(model, country, by))
    gaps = [
        NamedGap(fact, says, frozenset(touched) & of_script)
        for fact, says, touched in named
        if model.begins(fact) <= day
    ]
    here = [gap for gap in gaps if gap.steps]
    whole = _audited(model, [gap.fact for gap in here], country, script, selection)
    return Backtest(
        country=country,
        script=script,
        by=by,
        tried=tuple(_try(model, gap, country, script, selection) for gap in here),
        elsewhere=len(gaps) - len(here),
        steps=len(whole.steps),
        named=frozenset().union(*(gap.steps for gap in here)),
        certain=_steps(whole, Certainty.CERTAIN),
        possible=_steps(whole, Certainty.POSSIBLE),
        later=tuple(sorted(begins for fact, _, _ in named if (begins := model.begins(fact)) > day)),
    )


def _named_by(model: Model, country: str, by: str | None) -> Iterator[tuple[Fact, str, tuple[str, ...]]]:
    """The fact, our words for it, and the ids that it speaks of, for each gap that is named."""
    if by is None:
        for weakness in model.weaknesses:
            if weakness.country == country:
                yield weakness, weakness.says, weakness.touches
        return
    for practice in model.practices:
        if country in practice.receivers and by.casefold() in practice.giver.casefold():
            yield practice, practice.says, practice.answers


def _try(model: Model, gap: NamedGap, country: str, script: str, selection: Selection) -> Tried:
    found = _audited(model, [gap.fact], country, script, selection)
    certain = gap.steps & _steps(found, Certainty.CERTAIN)
    return Tried(gap, certain, (gap.steps & _steps(found, Certainty.POSSIBLE)) - certain)


def _audited(model: Model, told: list[Fact], country: str, script: str, selection: Selection) -> Audit:
    """The audit without the passages of these facts, under the digest of the model that has them."""
    return audit_graph(build_graph(without_passages(model, told), country, script, selection), model.digest)


def _steps(found: Audit, certainty: Certainty) -> frozenset[str]:
    """The steps that findings of this certainty are about, those that judge records left out."""
    steps = {step.step for step in found.steps}
    findings = (finding for finding in found.of_certainty(certainty) if topic_of(finding) is not Topic.DISAGREEMENT)
    return frozenset(name for finding in findings for name in (finding.subject, *finding.about[:2]) if name in steps)


def without_passages(model: Model, told: list[Fact]) -> Model:
    """The model without every fact that cites a passage which one of these facts cites.

    Two citations share a passage when their lines overlap in the same text edition, or, without lines, when
    source and printed place are the same. Without facts told the model stays as it is. Raises `KeyError` for a
    citation of a source that the model does not have.
    """
    passages = [citation for fact in told for citation in fact.citations]
    edition = {source.id: source.edition or source.id for source in model.sources}
    lined = [(edition[one.source], *one.lines) for one in passages if one.lines is not None]
    printed = {(one.source, one.at) for one in passages if one.lines is None}

    def is_told(citation: Citation) -> bool:
        if citation.lines is None:
            return (citation.source, citation.at) in printed
        first, last = citation.lines
        return any(edition[citation.source] == text and first <= end and begin <= last for text, begin, end in lined)

    return model.only(lambda fact: not any(map(is_told, fact.citations)))
