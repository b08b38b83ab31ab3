"""`barriers list`: what there is to ask for, and to write."""

from __future__ import annotations

import click

from cli.completion import complete_countries
from cli.helping import Commands, option
from cli.options import Asked, Command, Decorator, Sink, asked_options, sink_options


@click.group("list", cls=Commands, examples=("barriers list stakeholders --country NL",))
def command() -> None:
    """The lists."""


_OF_A_SCRIPT = ("steps", "barriers", "routes", "groups", "stakeholders")
_OF_COUNTRIES = ("steps", "stakeholders", "facilitators", "networks", "sources", "countries")


def _add(kind: str) -> None:
    """The command that lists a kind, with the options that mean something for it."""

    def listed(sink: Sink, asked: Asked, countries: tuple[str, ...] = ()) -> None:
        from cli.called import script_called
        from cli.opening import open_model
        from cli.output import answer
        from viz.reports.listing import listing_document

        model = open_model(asked, countries)
        script = script_called(model, asked.script) if asked.script else None
        answer(listing_document(kind, model, script, asked._replace(script=None).again()), sink)

    options: list[Decorator] = [
        sink_options,
        asked_options((), "help.list.script" if kind in _OF_A_SCRIPT else None, store=True),
    ]
    if kind in _OF_COUNTRIES:
        options.append(
            option(
                "--country",
                "countries",
                multiple=True,
                metavar="COUNTRY",
                shell_complete=complete_countries,
                help="help.list.country",
            )
        )
    decorated: Command = listed
    for add in options:
        decorated = add(decorated)
    command.command(f"list.{kind}", examples=(f"barriers list {kind}", f"barriers list {kind} --format csv"))(decorated)


for _kind in (
    *("steps", "barriers", "routes", "groups", "scripts"),
    *("stakeholders", "facilitators", "networks", "sources", "countries"),
):
    _add(_kind)


@command.command("list.questions", examples=("barriers list questions",))
@sink_options
def _questions(sink: Sink) -> None:
    """The questions of the audit."""
    from barriers.model import Model
    from cli.output import answer
    from viz.reports.listing import listing_document

    answer(listing_document("questions", Model()), sink)


@command.command(
    "list.fields",
    examples=("barriers list fields cover", "barriers list fields --format json -o barriers.schema.json"),
)
@click.argument("kind", metavar="[KIND]", required=False)
@sink_options
def _fields(kind: str | None, sink: Sink) -> None:
    """What may stand in each kind of record, or in one."""
    from cli.output import answer
    from viz.reports.fields import fields_document

    answer(fields_document(kind), sink)
