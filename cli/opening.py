"""The model that was asked for, from files or from a server, opened once, with one line of talk about its warnings."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from barriers.errors import BarriersError, StoreTrouble, UnknownName, there_are
from barriers.findings import Audit
from barriers.messages import Message, message, separated, text
from barriers.model import Model
from cli.called import codes_in, country_codes, group_called, script_called
from cli.options import ALL, SCRIPT, Asked
from graph import BarrierGraph, build_graph
from loaders import BUNDLED, country_pages, known_countries, load_model

if TYPE_CHECKING:
    from graph.store.connection import Store

NO_QUESTION = frozenset({"figures", "indicators", "practices", "swot"})
"""Kinds of records that no question asks about."""


def open_audits(
    asked: Asked, countries: Iterable[str], *, whole: bool
) -> tuple[Model, tuple[tuple[BarrierGraph, Audit], ...]]:
    """The model, and each graph that was asked for with its audit; only a `whole` model gives them its digest.

    Raises what `open_graphs` raises.
    """
    from graph import audit_graph

    model, graphs = open_graphs(asked, countries, whole=whole)
    digest = model.digest if whole else ""
    return model, tuple((graph, audit_graph(graph, digest)) for graph in graphs)


def open_model(asked: Asked, countries: Iterable[str] = (), leave_out: Iterable[str] = ()) -> Model:
    """The model of the countries asked for, from files or from the server; none asked for means all that are there.

    Raises `UnknownName` for a country or script that is not there, `BrokenData` for data that cannot be used,
    `StoreTrouble` for whatever is wrong with a server.
    """
    if asked.store is None:
        codes = country_codes(countries, country_pages((asked.data or BUNDLED, *asked.add)))
        model = _model_of_files(asked, codes, leave_out)
    else:
        from cli.merging import merged_model

        with opened_store() as store:
            model = merged_model(store, countries, asked.draft, frozenset(leave_out)).model
    if asked.script is not None:
        script_called(model, asked.script)  # which raises where there is none
    return model


def _model_of_files(asked: Asked, codes: tuple[str, ...], leave_out: Iterable[str]) -> Model:
    loaded = load_model(asked.data, add=asked.add, countries=codes or None, leave_out=leave_out)
    there = _countries_there(asked, loaded.model)
    for code in codes:
        if code not in loaded.model.country_by_code:
            raise UnknownName(message("refers.country"), code, there, there_are(there))
    if loaded.warnings and (asked.data is not None or asked.add):
        # Only to those who can mend it: the bundled data keeps a misprint as its source prints it.
        again = "" if asked.data is None else f" {asked.data}"
        click.echo(text("talk.warnings", n=len(loaded.warnings), command=f"barriers check{again}"), err=True)
    return loaded.model


def open_each(asked: Asked, countries: Iterable[str]) -> dict[str, Model]:
    """A model for each of these countries, by its code; no country means every one that is there."""
    pages = country_pages((asked.data or BUNDLED, *asked.add))
    codes = country_codes(countries, pages) or [country.code for country in open_model(asked).countries]
    return {code: open_model(asked, [code]) for code in codes}


def open_graphs(
    asked: Asked, countries: Iterable[str] = (), *, whole: bool = True
) -> tuple[Model, tuple[BarrierGraph, ...]]:
    """The model, and the graph of each country in it with the filters that were asked for, script after script.

    Unless the `whole` model is wanted, files are passed over that no question asks about.

    Raises `BarriersError` where there is no country at all, `UnknownName` for a group that no script has.
    """
    leave_out = frozenset() if whole else _not_asked_about(asked)
    # The word for every script is the name of none.
    model = open_model(asked._replace(script=None) if asked.script == ALL else asked, countries, leave_out)
    return model, graphs_of(model, asked, countries)


def graphs_of(model: Model, asked: Asked, countries: Iterable[str] = ()) -> tuple[BarrierGraph, ...]:
    """The graphs of a model with the filters that were asked for; raises what `open_graphs` raises."""
    scripts = _scripts(asked, model)
    if not model.countries:
        raise BarriersError(message("error.no-country"))
    selection = asked.selection()
    if asked.group is not None:
        selection = replace(selection, group=group_called(model, asked.group, scripts))
        scripts = _with_group(selection.group, scripts, model)
    # A model on a server that does not fit the others is left out, which has been said.
    chosen = [code for code in codes_in(model, countries) if code in model.country_by_code]
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
        return [script_called(model, asked.script)]
    if SCRIPT in scripts:
        return [SCRIPT]
    if len(scripts) != 1:
        key = "error.choose-script" if scripts else "error.no-script"
        raise BarriersError(message(key, script=SCRIPT, scripts=separated(scripts)))
    return scripts


def _with_group(group: str | None, scripts: list[str], model: Model) -> list[str]:
    """The scripts that know the group; that others are left out is said."""
    groups = {script: [one.id for one in model.script_by_id[script].groups] for script in scripts}
    for script in scripts:
        if group not in groups[script]:
            click.echo(text("talk.no-group", script=script, group=group), err=True)
    return [script for script in scripts if group in groups[script]]


def _countries_there(asked: Asked, model: Model) -> tuple[str, ...]:
    """The codes that could have been asked for: what was read, and the country folders that were not."""
    roots: list[Path] = [asked.data or BUNDLED, *asked.add]
    folders = {
        code for root in roots for code in known_countries(root) if (root / code.lower() / "country.yml").is_file()
    }
    return tuple(sorted(folders | model.country_by_code.keys()))


# The server as the environment names it; the password comes from there or from a prompt, never from an argument


def stored_name(country: str, draft: str | None) -> str:
    """The name of a model on the server: NL, or NL/spring for a draft."""
    return f"{country.upper()}/{draft}" if draft else country.upper()


def opened_store() -> AbstractContextManager[Store]:
    """The server that NEO4J_URI and the other variables name, reached. Says on stderr when others could read along.

    Raises `StoreTrouble` for anything that goes wrong with it, in the body of the `with` as well; for an address that
    cannot be right; and where there is no password and nobody to ask.
    """
    from graph.store.connection import open_store, settings_from

    settings = settings_from(os.environ)
    if settings.is_exposed:
        secure = settings.uri.replace("://", "+s://", 1)
        click.echo(text("talk.exposed", where=settings.where, uri=secure), err=True)
    if "NEO4J_PASSWORD" not in os.environ:
        if not sys.stdin.isatty():
            raise StoreTrouble(message("store.no-password", user=settings.user, where=settings.where))
        asked = text("talk.password", user=settings.user, where=settings.where)
        settings = replace(settings, password=click.prompt(asked, hide_input=True, err=True))
    return open_store(settings, _say_meanwhile)


def _say_meanwhile(words: Message) -> None:
    """Say on stderr what the user should know before the answer is there; a bar may stand on the line."""
    click.echo(f"{chr(13) if sys.stderr.isatty() else ''}{words}", err=True)
