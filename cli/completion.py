"""Completion of country codes and ids in the shell; a model that cannot be read completes to nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING

import click

from barriers.messages import text

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from barriers.model import Model

Names = Iterable[tuple[str, str]]
Completer = Callable[[click.Context, click.Parameter, str], "list[CompletionItem]"]


def _completer(names: Callable[[click.Context, str], Names]) -> Completer:
    @wraps(names)
    def complete(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        folded = incomplete.casefold()
        try:
            found = sorted(set(names(ctx, incomplete)))
        except Exception:  # noqa: BLE001 - a traceback in the middle of typing helps nobody
            return []
        return [CompletionItem(name, help=about) for name, about in found if name.casefold().startswith(folded)]

    return complete


def _model(ctx: click.Context) -> Model:
    from loaders import load_model

    return load_model(ctx.params.get("data"), add=ctx.params.get("add") or ()).model


@_completer
def complete_countries(ctx: click.Context, _: str) -> Names:
    """Country codes with their names."""
    return [(country.code, country.name) for country in _model(ctx).countries]


@_completer
def complete_groups(ctx: click.Context, _: str) -> Names:
    """Target groups of all scripts."""
    return list(dict.fromkeys((group.id, group.name) for script in _model(ctx).scripts for group in script.groups))


@_completer
def complete_scripts(ctx: click.Context, _: str) -> Names:
    """Scripts."""
    return [(script.id, script.name) for script in _model(ctx).scripts]


@_completer
def complete_scripts_or_all(ctx: click.Context, _: str) -> Names:
    """Scripts, and the word for all of them."""
    return [("all", text("help.every-script")), *((script.id, script.name) for script in _model(ctx).scripts)]


@_completer
def complete_ids(ctx: click.Context, incomplete: str) -> Names:
    """Ids that `show` knows; fact ids only once their kind is typed, for there are hundreds of them."""
    from barriers.naming import parts_of

    model = _model(ctx)
    parts = (part for script in model.scripts for part in (script, *parts_of(script)))
    yield from ((country.code, country.name) for country in model.countries)
    yield from ((one.id, one.name) for one in (*model.actors, *parts))
    yield from ((source.id, source.title) for source in model.sources)
    yield from ((edition.id, edition.title) for edition in model.editions)
    yield from ((f"shell.{number}", text("help.shell")) for number in (1, 2, 3))
    yield from ((one.id, text(f"kind.{one.KIND}")) for one in model.facts() if incomplete.startswith(one.KIND))


@_completer
def complete_questions(_: click.Context, __: str) -> Names:
    """Ids of questions with what they ask."""
    from graph import QUESTIONS

    return [(question.id, str(question.words("asks"))) for question in QUESTIONS]
