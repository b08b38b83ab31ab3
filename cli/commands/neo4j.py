"""`barriers neo4j`: one model on a server that many share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from barriers.messages import listed, message, separated, text
from cli.helping import Commands, option
from cli.options import (
    Asked,
    Sink,
    asked_options,
    check_draft,
    country_argument,
    data_options,
    debug_option,
    force_option,
    sink_options,
)

if TYPE_CHECKING:
    from barriers.model import Model
    from graph.store.connection import Store
    from graph.store.contents import Compared
    from graph.store.pushing import Pushed
    from graph.store.versions import Version

_draft_option = option("--draft", metavar="NAME", callback=check_draft, help="help.neo4j.draft")
_by_option = option("--by", metavar="TEXT", help="help.neo4j.by")


@click.group(
    "neo4j",
    cls=Commands,
    legend=("help.neo4j.connection",),
    examples=("barriers neo4j push NL RO DK --publish", "barriers neo4j status"),
)
def command() -> None:
    """The commands of the server."""


@command.command(
    "neo4j.push", examples=("barriers neo4j push NL RO DK", "barriers neo4j push NL --data my-data --draft spring")
)
@country_argument(many=True)
@_draft_option
@_by_option
@option("--force", is_flag=True, help="help.neo4j.push.force")
@option("--renew", is_flag=True, help="help.neo4j.push.renew")
@option("--publish", "publishing", is_flag=True, help="help.neo4j.push.publish")
@data_options
@debug_option
def _push(
    countries: tuple[str, ...],
    draft: str | None,
    by: str | None,
    force: bool,
    renew: bool,
    publishing: bool,
    asked: Asked,
) -> None:
    """Put the models of these countries on the server, or all that are there."""
    from barriers.errors import BarriersError
    from cli.opening import open_each, opened_store, stored_name
    from graph.store.versions import push_command

    models = {stored_name(code, draft): model for code, model in open_each(asked, countries).items()}
    if not models:
        raise BarriersError(message("error.no-country"))
    with opened_store() as store:
        who = by or _who(store.settings.user)
        last = _push_all(store, models, who, force=force, publishing=publishing)
        behind = _behind(store, last, models.keys(), asked)
        if not behind:
            return
        where, names = store.settings.where, listed(behind)
        click.echo(text("talk.behind", n=len(behind), names=names, where=where, last=last.name), err=True)
        if renew or (sys.stdin.isatty() and click.confirm(text("talk.behind.ask", n=len(behind)), err=True)):
            _push_all(store, behind, who, force=False, publishing=publishing)
        else:
            click.echo(text("talk.behind.next", command=f"{push_command(*behind)}{asked.again()}"), err=True)


def _push_all(store: Store, models: Mapping[str, Model], who: str, *, force: bool, publishing: bool) -> Version:
    """Push each of these models, and publish its audit where that is wanted; gives back the version of the last."""
    from cli.output import passing_line
    from graph.store.pushing import push

    for name, model in models.items():
        with passing_line() as say:
            pushed = push(store, model, name, who, _bar(name, say), force=force)
        click.echo(_said(pushed, store.settings.where), err=True)
        if publishing:
            _publish_audits(store, pushed.version, model, Asked(), who)
    return pushed.version


def _behind(store: Store, last: Version, pushed: Collection[str], asked: Asked) -> dict[str, Model]:
    """The models of the files whose version on the server holds other common records than the one pushed last.

    They are those of the same draft, or of none. Whatever is in no file here is somebody else's.
    """
    from graph.store.schema import STORED_SCHEMA
    from graph.store.versions import current_versions

    draft = last.name.partition("/")[2]
    found = {}
    for name, version in current_versions(store).items():
        code, _, of_draft = name.partition("/")
        if name in pushed or of_draft != draft or version.common == last.common or version.schema > STORED_SCHEMA:
            continue
        model = _local(asked, code)
        if model is not None:
            found[name] = model
    return found


def _who(user: str) -> str:
    """The user of the server, and of this system where it tells."""
    import getpass

    try:
        return f"{user} ({getpass.getuser()})"
    except (OSError, KeyError):
        return user


def _said(pushed: Pushed, where: str) -> str:
    version = pushed.version
    case = "in-place" if pushed.before is not None and pushed.before.by else "new"
    return text(
        f"talk.pushed.{case if pushed.changed else 'nothing'}",
        name=version.name,
        where=where,
        facts=message("count.fact", n=version.facts),
        nodes=message("count.node", n=version.nodes),
        relations=message("count.relation", n=version.relations),
        by=pushed.before.by if pushed.before else "",
    )


def _bar(name: str, say: Callable[[str], None]) -> Callable[[int, int], None]:
    """Draws a bar that grows by a number of rows out of all."""
    done = 0

    def told(number: int, rows: int) -> None:
        nonlocal done
        done += number
        share = done / max(rows, 1)
        say(f"{name} [{'#' * int(30 * share):<30}] {int(100 * share):3} %")

    return told


@command.command(
    "neo4j.publish",
    examples=("barriers neo4j publish NL", "barriers neo4j publish NL --script chain --as-of 2013-12-31"),
)
@country_argument(many=True)
@_draft_option
@_by_option
@asked_options(every_script=True, files=False)
@debug_option
def _publish(countries: tuple[str, ...], draft: str | None, by: str | None, asked: Asked) -> None:
    """Publish the audits of these countries, or of all that are there, beside the models they are made of."""
    from cli.called import stored_codes
    from cli.opening import opened_store, stored_name
    from graph.store.reading import stored_models

    with opened_store() as store:
        names = [stored_name(code, draft) for code in stored_codes(store, countries)]
        read = stored_models(store, names, draft)
        for trouble in read.troubles:
            click.echo(str(trouble), err=True)
        for name, model in read.models.items():
            _publish_audits(store, read.versions[name], model, asked, by or _who(store.settings.user))


def _publish_audits(store: Store, version: Version, model: Model, asked: Asked, who: str) -> None:
    """Publish the audits of one model that were asked for, one for each script, and say so."""
    from cli.opening import graphs_of
    from graph.store.publishing import publish

    for graph in graphs_of(model, asked):
        done = publish(store, version, model, graph, graph.selection, who)
        told = {
            "name": version.name,
            "where": store.settings.where,
            "audit": done.id,
            "findings": message("count.finding", n=len(done.audit.findings)),
            "steps": message("count.step", n=len(done.audit.steps)),
        }
        click.echo(text("talk.published.again" if done.again else "talk.published", **told), err=True)


@command.command("neo4j.pull", examples=("barriers neo4j pull NL -o nl", "barriers neo4j pull -o everything"))
@country_argument(many=True)
@_draft_option
@option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FOLDER", required=True, help="help.neo4j.pull.output"
)
@force_option
@debug_option
def _pull(countries: tuple[str, ...], draft: str | None, output: Path, force: bool) -> None:
    """Write the models of these countries, or all; raises `click.UsageError` for a folder that holds something else."""
    from cli.merging import merged_model
    from cli.opening import opened_store
    from cli.output import say_written

    _check_folder(output, force=force)
    with opened_store() as store:
        found = merged_model(store, countries, draft)
    _write(found.model, output)
    facts = sum(1 for _ in found.model.facts())
    names = separated(sorted(found.names))
    say_written(output, text("talk.pulled", models=names, facts=message("count.fact", n=facts)))


@command.command("neo4j.style", examples=("barriers neo4j style -o style",))
@option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FOLDER", required=True, help="help.neo4j.style.output"
)
@force_option
@debug_option
def _style(output: Path, force: bool) -> None:
    """Write the style files; raises `click.UsageError` where they are there, but with `force`."""
    from cli.output import cannot_write, say_written
    from cli.target import check_target
    from viz.graph_style import bloom_perspective, browser_style

    files = {output / "barriers.grass": browser_style(), output / "barriers-bloom.json": bloom_perspective()}
    for path in files:
        check_target(path, (), force=force)
    try:
        output.mkdir(parents=True, exist_ok=True)
        for path, content in files.items():
            path.write_text(content, encoding="utf-8")
    except OSError as error:
        raise cannot_write(error, output) from error
    say_written(output, str(separated(path.name for path in files)))


def _check_folder(folder: Path, *, force: bool) -> None:
    """Nothing is written over but, with `force`, data; and nobody waits for what cannot be written."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    if not folder.is_dir():
        raise click.UsageError(text("error.folder.is-file", folder=folder))
    if any(path.is_symlink() or not (path.is_dir() or path.suffix == ".yml") for path in folder.rglob("*")):
        raise click.UsageError(text("error.folder.holds-other", folder=folder))
    if not force:
        raise click.UsageError(text("error.folder.there", folder=folder))


def _write(model: Model, folder: Path) -> None:
    """Write beside the folder and rename it, so that nobody takes half a model for a whole one."""
    import os
    import shutil

    from cli.output import cannot_write
    from loaders import dump_model

    beside, before = (folder.with_name(f".{folder.name}.{os.getpid()}.{end}") for end in ("part", "before"))
    try:
        dump_model(model, beside)
        for code in _elsewhere(model):
            (beside / code.lower()).mkdir(exist_ok=True)
        if folder.is_dir():
            folder.replace(before)
        beside.replace(folder)
    except OSError as error:
        if before.is_dir() and not folder.exists():
            before.replace(folder)
        raise cannot_write(error, folder) from error
    finally:
        for left in (beside, before):
            shutil.rmtree(left, ignore_errors=True)


def _elsewhere(model: Model) -> list[str]:
    """The countries that the model names and does not hold, which the loader excuses where their folder is empty."""
    from graph.store.drawing import draw

    codes = {name.partition(".")[0].upper() for name in draw(model).nodes["Elsewhere"] if "." in name}
    return sorted(code for code in codes - model.country_by_code.keys() if len(code) == 2)


@command.command(
    "neo4j.status",
    legend=("help.neo4j.status.exits",),
    examples=("barriers neo4j status", "barriers neo4j status NL --all", "barriers neo4j status --repair"),
)
@country_argument(many=True)
@_draft_option
@option("--all", "everything", is_flag=True, help="help.neo4j.status.all")
@option("--repair", is_flag=True, help="help.neo4j.status.repair")
@data_options
@sink_options
@click.pass_context
def _status(
    ctx: click.Context,
    countries: tuple[str, ...],
    draft: str | None,
    everything: bool,
    repair: bool,
    asked: Asked,
    sink: Sink,
) -> None:
    """Look at these models, or at all that are there, and at what is left of others."""
    from cli.opening import opened_store
    from cli.output import answer
    from cli.troubles import Exit
    from graph.store.contents import remains
    from graph.store.contents import repair as clear
    from viz.reports.status import status_document

    with opened_store() as store:
        left = clear(store) if repair else remains(store)
        compared = list(_compared(store, countries, draft, asked))
        where = store.settings.where
    answer(status_document(where, compared, left, asked.again(), everything=everything or sink.format == "md"), sink)
    if any(not one.is_fine for one in compared) or any(one.is_rubbish for one in left):
        ctx.exit(Exit.FOUND)


def _compared(store: Store, countries: Sequence[str], draft: str | None, asked: Asked) -> Iterator[Compared]:
    """The models asked for, else all that are there, each beside the files of its country."""
    from cli.called import stored_codes
    from cli.opening import stored_name
    from graph.store.contents import compare_with, examine
    from graph.store.versions import current_versions

    names = [stored_name(code, draft) for code in stored_codes(store, countries)]
    if not names:
        names = [name for name in current_versions(store) if draft is None or name.partition("/")[2] == draft]
    for name in names:
        yield compare_with(examine(store, name), _local(asked, name.partition("/")[0]))


def _local(asked: Asked, code: str) -> Model | None:
    """The model of the files; None where they have no such country."""
    from barriers.errors import UnknownName
    from cli.opening import open_model

    try:
        return open_model(asked, [code])
    except UnknownName:
        return None


@command.command("neo4j.wipe", examples=("barriers neo4j wipe NL --draft spring", "barriers neo4j wipe NL --yes"))
@country_argument(many=False)
@_draft_option
@option("--yes", is_flag=True, help="help.neo4j.wipe.yes")
@debug_option
def _wipe(country: str, draft: str | None, yes: bool) -> None:
    """Take one model away; raises `click.UsageError` without anybody to ask, `StoreTrouble` while it is pushed."""
    from cli.called import stored_codes
    from cli.opening import opened_store, stored_name
    from graph.store.clearing import wipe
    from graph.store.versions import busy, current_versions, not_stored

    if not yes and not sys.stdin.isatty():
        raise click.UsageError(text("error.nobody-to-ask"))
    with opened_store() as store:
        (code,) = stored_codes(store, [country])
        name = stored_name(code, draft)
        where = store.settings.where
        there = current_versions(store)
        version = there.get(name)
        if version is None:
            raise not_stored(name, there, where)
        told = {
            "name": name,
            "where": where,
            "facts": message("count.fact", n=version.facts),
            "nodes": message("count.node", n=version.nodes),
            "by": version.by or message("talk.nobody-known"),
        }
        if not yes and not click.confirm(text("talk.wipe", **told), err=True):
            raise click.Abort
        loading = wipe(store, name)
        if loading is not None:
            raise busy(loading, where, message("store.busy.wipe"))
    click.echo(text("talk.wiped", **told), err=True)
