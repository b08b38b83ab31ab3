"""The audit as plain data for other tools; the names are promised in the design and stay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from barriers.evidence import Citation
from barriers.findings import Audit, Finding, StepStatus
from barriers.model import Model
from barriers.selection import Selection
from barriers.words import Handling
from viz.reports.header import strictest
from viz.wording import cite, voice_of

SCHEMA = 1
"""The version of the names below; it changes when one of them changes its meaning or goes."""


def audit_data(model: Model, audits: Sequence[Audit], selection: Selection = Selection()) -> dict[str, Any]:
    """The audits of one or more countries under one or more scripts, as lists, dicts, text and numbers.

    `as_of` is None where the countries are looked at on different days; each country carries its own. `script`
    is None where there are several; each step and finding carries its own. No audit gives empty lists.
    """
    days = {audit.as_of.isoformat() for audit in audits}
    scripts = list(dict.fromkeys(audit.script for audit in audits))
    first = {audit.country: audit for audit in reversed(audits)}
    countries = list(dict.fromkeys(audit.country for audit in audits))
    return {
        "schema": SCHEMA,
        "model": {
            "countries": countries,
            "script": scripts[0] if len(scripts) == 1 else None,
            "scripts": scripts,
            "as_of": days.pop() if len(days) == 1 else None,
            "handling": strictest(audit.handling for audit in audits).value,
            "digest": audits[0].digest if audits else model.digest,
            "filters": filter_data(selection),
            "about": [about_data(model, first[code], _handling(audits, code)) for code in countries],
        },
        "steps": [_step(model, audit, step) for audit in audits for step in audit.steps],
        "findings": [finding_data(model, finding, audit.script) for audit in audits for finding in audit.findings],
    }


def filter_data(selection: Selection) -> dict[str, str | None]:
    """The filters, None for those that were not asked for."""
    return {
        "as_of": selection.as_of.isoformat() if selection.as_of else None,
        "form": selection.form.value if selection.form else None,
        "group": selection.group,
        "basis": selection.basis.value if selection.basis else None,
    }


def _handling(audits: Sequence[Audit], country: str) -> Handling:
    return strictest(audit.handling for audit in audits if audit.country == country)


def about_data(model: Model, audit: Audit, handling: Handling) -> dict[str, Any]:
    """A country with its day and with what its main source is about."""
    country = model.country_by_code[audit.country]
    return {
        "country": country.code,
        "name": country.name,
        "as_of": audit.as_of.isoformat(),
        "main_source": country.main_source,
        "about": country.about,
        "handling": handling.value,
    }


def _step(model: Model, audit: Audit, step: StepStatus) -> dict[str, Any]:
    names = {found.id: found.name for found in model.script_by_id[audit.script].steps}
    return {
        "id": step.step,
        "country": audit.country,
        "script": audit.script,
        "barrier": step.barrier,
        "name": names[step.step],
        "status": step.status.value,
        "reason": str(step.reason),
        "holders": list(step.holders),
        "facts": list(step.facts),
    }


def finding_data(model: Model, finding: Finding, script: str) -> dict[str, Any]:
    """One finding as a dict; `citations` are for readers, `cited` says the same for machines."""
    return {
        "id": finding.id,
        "question": finding.question,
        "country": finding.country,
        "script": script,
        "certainty": finding.certainty.value,
        "severity": finding.severity.value,
        "subject": finding.subject,
        "title": str(finding.title),
        "detail": str(finding.detail),
        "count": finding.count,
        "of": finding.of,
        "counted": str(finding.counted),
        "about": list(finding.about),
        "facts": list(finding.facts),
        "citations": [cite(citation, model) for citation in finding.citations],
        "cited": [citation_data(model, citation) for citation in finding.citations],
        "ask": list(finding.ask),
        "remedies": list(finding.remedies),
    }


def citation_data(model: Model, citation: Citation) -> dict[str, Any]:
    """One citation as a dict, with the voice that speaks in it."""
    voice = voice_of(citation, model)
    return {
        "source": citation.source,
        "at": citation.at,
        "voice": voice.value if voice else None,
        "lines": list(citation.lines) if citation.lines else None,
        "words": citation.words or None,
        "respondents": citation.respondents,
        "asked": citation.asked or None,
    }
