"""What was asked for by a name: a country, a script, a group. An id is one of its names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from barriers.errors import there_are
from barriers.messages import message, separated
from barriers.model import Model
from barriers.naming import Named, countries_called, id_called, named_records

if TYPE_CHECKING:
    from graph.store.connection import Store


def country_codes(countries: Iterable[str], pages: Iterable[Named]) -> tuple[str, ...]:
    """The codes of countries, each once, in the order in which they were asked for.

    Two letters are taken for a code; only for a name are the `pages` looked at. Raises what `id_called` raises.
    """
    codes: dict[str, None] = {}
    known: tuple[Named, ...] | None = None
    for one in countries:
        if len(one) != len("NL"):
            known = tuple(pages) if known is None else known
            there = there_are(page.id for page in known)
            codes[id_called(known, one, message("refers.country"), there)] = None
        else:
            codes[one.upper()] = None
    return tuple(codes)


def codes_in(model: Model, countries: Iterable[str]) -> tuple[str, ...]:
    """The codes of countries that a model holds; of all of them where none was asked for."""
    return country_codes(countries, countries_called(model)) or tuple(one.code for one in model.countries)


def stored_codes(store: Store, countries: Iterable[str]) -> tuple[str, ...]:
    """The codes of countries that are named as their models on the server name them."""
    return country_codes(countries, _stored_pages(store))


def _stored_pages(store: Store) -> Iterator[Named]:
    """A generator, so that a server is asked only where a name has to be looked up."""
    from graph.store.versions import country_names

    for code, names in country_names(store).items():
        yield Named(code, "country", names, code)


def script_called(model: Model, asked: str) -> str:
    """The id of a script; raises what `id_called` raises."""
    scripts = [one for one in named_records(model) if one.kind == "script"]
    return id_called(scripts, asked, message("refers.script"), there_are(sorted(one.id for one in scripts)))


def group_called(model: Model, asked: str, scripts: Iterable[str]) -> str:
    """The id of a group of any of these scripts; raises what `id_called` raises."""
    wanted = tuple(scripts)
    groups = [one for one in named_records(model) if one.kind == "group" and one.script in wanted]
    of_script = {script: [one.id for one in groups if one.script == script] for script in wanted}
    there = [message("error.script-has", script=name, groups=separated(ids)) for name, ids in of_script.items()]
    return id_called(groups, asked, message("refers.group"), separated(there, "list.sentence"))
