"""A page read back with the parser of the standard library, which shares nothing with what wrote it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from typing import Any

_DATA = re.compile(r'<script type="application/json" id="(data|told)">(.*?)</script>', flags=re.DOTALL)


def data_in(page: str) -> dict[str, Any]:
    """The data that the scripts of a page read, as everything else knows them."""
    return _part_of(page, "data")


def told_in(page: str) -> dict[str, Any]:
    """What the data of a page say of facts, actors and findings."""
    return _part_of(page, "told")


def _part_of(page: str, name: str) -> dict[str, Any]:
    data: dict[str, Any] = unpacked(json.loads(dict(_DATA.findall(page))[name]))
    return data


VOID = frozenset(("br", "hr", "meta", "input", "link", "img"))

# What ends a cell or an item that does not say so itself, as the HTML standard has it.
ENDED_BY = {
    "td": {"td", "th", "tr"},
    "th": {"td", "th", "tr"},
    "tr": {"tr"},
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
}


@dataclass
class Node:
    """An element: its tag, attributes, and what stands in it."""

    tag: str
    attributes: dict[str, str]
    children: list[Node | str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Node]:
        """The element and every element in it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child

    @property
    def text(self) -> str:
        """Everything that can be read in it."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, tag: str = "", **attributes: str) -> list[Node]:
        """The elements of this tag with these attributes; `data_key` is `data-key`, `cls` is `class`."""
        wanted = {{"cls": "class"}.get(name, name.replace("_", "-")): value for name, value in attributes.items()}
        return [
            node
            for node in self
            if tag in ("", node.tag) and all(node.attributes.get(name) == value for name, value in wanted.items())
        ]

    def one(self, tag: str = "", **attributes: str) -> Node:
        """The only such element."""
        (found,) = self.all(tag, **attributes)
        return found

    def id(self, name: str) -> Node:
        """The element of an id."""
        (found,) = self._by_id.get(name, ())
        return found

    @cached_property
    def _by_id(self) -> dict[str, list[Node]]:
        """What has an id; a page has thousands, and is asked for each of them."""
        found: dict[str, list[Node]] = {}
        for node in self:
            if "id" in node.attributes:
                found.setdefault(node.attributes["id"], []).append(node)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice in {tag}: {attrs}"
        while tag in ENDED_BY.get(self.open[-1].tag, ()):
            self.open.pop()
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        while self.open[-1].tag in ENDED_BY and self.open[-1].tag != tag:
            self.open.pop()
        assert self.open[-1].tag == tag, f"{tag} ends within {[node.tag for node in self.open]} at {self.getpos()}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parsed(html: str) -> Node:
    """The page as a tree; every element must end where it may."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"not ended: {[node.tag for node in reader.open[1:]]}"
    return reader.open[0]


# The data of a page, taken apart as its scripts do


def unpacked(value: Any) -> Any:
    """The value that was packed."""
    return _plain(value["value"], value["words"])


def _plain(value: Any, words: list[str]) -> Any:
    if isinstance(value, list):
        return [_plain(part, words) for part in value]
    if not isinstance(value, dict):
        return value
    if value.keys() != {"fields", "coded", "rows"}:
        return {name: _plain(part, words) for name, part in value.items()}
    return [_record(value["fields"], value["coded"], row, words) for row in value["rows"]]


def _record(fields: list[str], coded: list[int], row: list[Any], words: list[str]) -> dict[str, Any]:
    record = {}
    for place, (name, part) in enumerate(zip(fields, row, strict=False)):
        if part == {}:
            continue
        if place not in coded:
            record[name] = _plain(part, words)
        else:
            record[name] = words[part] if isinstance(part, int) else part and [words[one] for one in part]
    return record
