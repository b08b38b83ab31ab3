"""The model that was asked for, opened once, with one line of talk about its warnings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from barriers.errors import BarriersError, UnknownName
from barriers.findings import Audit
from barriers.model import Model
from cli.options import ALL, SCRIPT, Asked
from cli.work import AuditAll, Found, Work
from graph import BarrierGraph, build_graph
from loaders import BUNDLED, known_countries, load_model

NO_QUESTION = frozenset({"figures", "indicators", "practices", "swot"})
"""Kinds of records that no question asks about."""


def with_model(asked: Asked, countries: Iterable[str], leave_out: Iterable[str], work: Work[Found]) -> Found:
    """What `work` makes of the model that was asked for and of a way to audit it, from files or from the server.

    `work` is called again where the model on the server was pushed anew meanwhile. Raises `UnknownName`,
    `BrokenData` and `StoreTrouble`.
    """
    if asked.store is None:
        return work(open_model(asked, countries, leave_out), _audit_all)
    from cli.store_opening import with_stored_model

    def checked(model: Model, audit_all: AuditAll) -> Found:
        _check_script(asked, model)
        return work(model, audit_all)

    return with_stored_model(asked, _codes(countries), leave_out, checked)


def _audit_all(graphs: Sequence[BarrierGraph], digest: str) -> tuple[Audit, ...]:
    from graph import audit_graph

    return tuple(audit_graph(graph, digest) for graph in graphs)


def open_audits(
    asked: Asked, countries: Iterable[str], *, whole: bool
) -> tuple[Model, tuple[tuple[BarrierGraph, Audit], ...]]:
    """The model, and each graph that was asked for with its audit; only a `whole` model gives them its digest.

    Raises what `with_model` and `open_graphs` raise.
    """

    def work(model: Model, audit_all: AuditAll) -> tuple[Model, tuple[tuple[BarrierGraph, Audit], ...]]:
        graphs = _graphs(asked, model, countries)
        audits = audit_all(graphs, model.digest if whole else "")
        return model, tuple(zip(graphs, audits, strict=True))

    return with_model(_without_all(asked), countries, frozenset() if whole else _not_asked_about(asked), work)


def open_model(asked: Asked, countries: Iterable[str] = (), leave_out: Iterable[str] = ()) -> Model:
    """The model of the countries asked for; none asked for means all that are there.

    Raises `UnknownName` for a country or script that is not there, `BrokenData` for data that cannot be used.
    """
    codes = _codes(countries)
    loaded = load_model(asked.data, add=asked.add, countries=codes or None, leave_out=leave_out)
    model = loaded.model
    there = _countries_there(asked, model)
    for code in codes:
        if code not in model.country_by_code:
            raise UnknownName("country", code, there, f"There are: {', '.join(there) or 'none in this data'}.")
    _check_script(asked, model)
    if loaded.warnings and (asked.data is not None or asked.add):
        # Only to those who can mend it: the bundled data keeps a misprint as its source prints it.
        number = len(loaded.warnings)
        where = "" if asked.data is None else f" {asked.data}"
        click.echo(f"{number} warning{'' if number == 1 else 's'} in the data: barriers check{where}", err=True)
    return model


def _check_script(asked: Asked, model: Model) -> None:
    """Raises `UnknownName` for a script that the model does not have."""
    if asked.script is not None and asked.script not in model.script_by_id:
        scripts = sorted(model.script_by_id)
        raise UnknownName("script", asked.script, scripts, f"There are: {', '.join(scripts) or 'none in this data'}.")


def open_graphs(
    asked: Asked, countries: Iterable[str] = (), *, whole: bool = True
) -> tuple[Model, tuple[BarrierGraph, ...]]:
    """The model, and the graph of each country in it with the filters that were asked for, script after script.

    Unless the `whole` model is wanted, files are passed over that no question asks about.

    Raises `BarriersError` where there is no country at all, `UnknownName` for a group that no script has.
    """
    leave_out = frozenset() if whole else _not_asked_about(asked)
    model = open_model(_without_all(asked), countries, leave_out)
    return model, _graphs(asked, model, countries)


def _codes(countries: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code.upper() for code in countries))


def _without_all(asked: Asked) -> Asked:
    """The same without the word for every script, which is the name of none."""
    return asked._replace(script=None) if asked.script == ALL else asked


def _graphs(asked: Asked, model: Model, countries: Iterable[str]) -> tuple[BarrierGraph, ...]:
    """The graph of each country that was asked for, script after script."""
    scripts = _scripts(asked, model)
    if not model.countries:
        raise BarriersError("There is no country in this data; a country is a folder such as nl with a country.yml.")
    if asked.group is not None:
        scripts = _with_group(asked.group, scripts, model)
    selection = asked.selection()
    chosen = _codes(countries) or [country.code for country in model.countries]
    return tuple(build_graph(model, code, script, selection) for script in scripts for code in chosen)


def _not_asked_about(asked: Asked) -> frozenset[str]:
    """Names of files that hold nothing for a question, and of folders that belong to a script not asked for."""
    roots = [asked.data or BUNDLED, *asked.add]
    scripts = {path.stem for root in roots for path in (root / "scripts").glob("*.yml")}
    chosen = asked.script or SCRIPT
    others = scripts - {chosen} if chosen in scripts else set()
    return NO_QUESTION | others


def _scripts(asked: Asked, model: Model) -> list[str]:
    """The scripts that were asked for, else the usual one, else the only one that there is; the usual one first."""
    scripts = sorted(model.script_by_id, key=lambda name: (name != SCRIPT, name))
    if asked.script == ALL and scripts:
        return scripts
    if asked.script is not None and scripts:
        return [asked.script]
    if SCRIPT in scripts:
        return [SCRIPT]
    if len(scripts) != 1:
        there = f"choose one with --script: {', '.join(scripts)}." if scripts else "add one below the folder scripts."
        raise BarriersError(f"This data has no script {SCRIPT}; {there}")
    return scripts


def _with_group(group: str, scripts: list[str], model: Model) -> list[str]:
    """The scripts that know the group; that others are left out is said."""
    groups = {script: [one.id for one in model.script_by_id[script].groups] for script in scripts}
    known = [script for script in scripts if group in groups[script]]
    if not known:
        there = " ".join(f"The script {script} has: {', '.join(groups[script])}." for script in scripts)
        raise UnknownName("group", group, sorted({name for names in groups.values() for name in names}), there)
    for script in scripts:
        if script not in known:
            click.echo(f"The script {script} has no group {group} and is left out.", err=True)
    return known


def _countries_there(asked: Asked, model: Model) -> tuple[str, ...]:
    """The codes that could have been asked for: what was read, and the country folders that were not."""
    roots: list[Path] = [asked.data or BUNDLED, *asked.add]
    folders = {
        code for root in roots for code in known_countries(root) if (root / code.lower() / "country.yml").is_file()
    }
    return tuple(sorted(folders | model.country_by_code.keys()))
