"""`barriers list fields`: the fields of each kind of record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from barriers.messages import text
from cli.options import Sink, sink_options

if TYPE_CHECKING:
    from cli.render import Block, Grid
    from cli.screen import Screen
    from viz.field_view import FieldView, KindView

EPILOG = """\b
Example:
  barriers list fields cover
  barriers list fields --format json -o barriers.schema.json
"""


@click.command("fields", epilog=EPILOG)
@click.argument("kind", metavar="[KIND]", required=False)
@sink_options
def command(kind: str | None, sink: Sink) -> None:
    """The fields of each kind of record, or of one: what may stand there, what it refers to, what it means.

    A KIND is a word such as cover, or the section of a file, such as coverage. JSON is a JSON Schema, with which an
    editor completes and checks data files.
    """
    from cli.render import Answer, render
    from loaders.json_schema import json_schema
    from viz.field_view import kind_view, kind_views

    word = None if kind is None else _word(kind)
    views = list(kind_views()) if word is None else [kind_view(word)]
    render(
        Answer(
            data=lambda: json_schema(word),
            grid=lambda: _grid(views),
            paper=lambda: _paper(views),
            draw=lambda screen: _draw(views, screen),
        ),
        sink,
    )


def _word(name: str) -> str:
    """The word of a kind, by itself or by its section; raises `UnknownName`."""
    from barriers.errors import UnknownName
    from barriers.model import KINDS, ONCE, SECTIONS

    words = {word: word for word in KINDS} | {ONCE.get(part, part): kind.KIND for part, kind in SECTIONS.items()}
    if name not in words:
        raise UnknownName(text("list.fields.kind"), name, words, text("list.fields.known"))
    return words[name]


def _title(view: KindView) -> str:
    if view.section:
        return text("list.fields.section", kind=view.kind, section=view.section)
    return text("list.fields.fact" if view.kind == "fact" else "list.fields.inside", kind=view.kind)


def _row(field: FieldView) -> tuple[str, ...]:
    required = text("list.fields.yes") if field.required else ""
    return (field.name, field.type, field.refers, required, field.meaning)


def _header() -> tuple[str, ...]:
    return (
        text("list.fields.field"), text("list.fields.type"), text("list.fields.refers"), text("list.fields.required"),
        text("list.fields.meaning"),
    )  # fmt: skip


def _grid(views: Sequence[KindView]) -> Grid:
    from cli.render import Grid

    rows = [(view.kind, view.section, *_row(field)) for view in views for field in view.fields]
    return Grid((text("list.fields.word"), text("list.fields.in"), *_header()), rows)


def _paper(views: Sequence[KindView]) -> Iterator[Block]:
    from cli.render import Grid, Heading

    yield Heading(text("list.fields.title"), 1)
    yield text("list.fields.about")
    for view in views:
        yield Heading(_title(view))
        yield Grid(_header(), [_row(field) for field in view.fields])


def _draw(views: Sequence[KindView], screen: Screen) -> None:
    for number, view in enumerate(views):
        if number:
            screen.empty_line()
        screen.say(_title(view), "bold")
        rows = []
        for field in view.fields:
            refers = text("list.fields.id-of", one=field.refers) if field.refers else field.type
            name = text("list.fields.needed", name=field.name) if field.required else field.name
            rows.append((name, f"{field.meaning} ({refers})"))
        screen.labelled(rows, indent=2, least=16)
    screen.empty_line()
    screen.say(text("list.fields.star"))
