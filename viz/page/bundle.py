"""The modules of the page's scripts as one bundle, without a tool and without a download.

A browser that opens the page from a file loads no modules, so their `import` and `export` are taken out and all of
them stand in one function, each after those that it imports. For that they keep to a few rules: only named imports
of another module (`import { el } from "../base/dom.js";`), no default exports, and no name twice at the top of any.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath

_IMPORT = re.compile(r'^import\s*\{([^}]*)\}\s*from\s*"(\.\.?/[\w/.-]+\.js)";[ \t]*\n?', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function\b|const\b|let\b|class\b)", re.MULTILINE)
_EXPORT_LIST = re.compile(r"^export\s*\{[\w\s,]*\};[ \t]*\n?", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_COMMENT_IN_STYLE = re.compile(r"/\*.*?\*/", re.DOTALL)
_LIGHT_DARK = re.compile(r"light-dark\((#\w+), (#\w+)\)")
_AT_TOP = re.compile(r"^(?:async )?(?:function\*?|const|let|var|class) ([\w$]+)", re.MULTILINE)


class CannotBundle(ValueError):
    """The modules break a rule; says which."""


def bundled(modules: Mapping[str, str], first: str = "main.js") -> str:
    """One script out of the modules that `first` needs, itself the last.

    `modules` are the paths of files with their text. Raises `CannotBundle` where a module breaks a rule.
    """
    order = list(_in_order(modules, first))
    parts = {name: _without_doors(name, modules[name]) for name in order}
    twice = [name for name, times in Counter(_names(parts)).items() if times > 1]
    if twice:
        raise CannotBundle(f"At the top of more than one module: {', '.join(sorted(twice))}.")
    body = "\n".join(f"// {name}\n{_compact(part)}\n" for name, part in parts.items())
    return f'(() => {{\n"use strict";\n{body}}})();\n'


def compact_style(text: str) -> str:
    """A style sheet without its comments and indentation, the dark one of two colours in a rule of its own.

    So an older browser has colours, and a script that asks for one gets that which is shown.
    """
    lines = list(filter(None, map(str.strip, _COMMENT_IN_STYLE.sub("", text).splitlines())))
    light = _LIGHT_DARK.sub(r"\1", "\n".join(lines))
    dark = "\n".join(_LIGHT_DARK.sub(r"\2", line) for line in lines if "light-dark(" in line)
    return f"{light}\n@media (prefers-color-scheme: dark) {{\n:root {{\n{dark}\n}}\n}}" if dark else light


def _in_order(modules: Mapping[str, str], first: str) -> Iterator[str]:
    """Each module after those that it imports."""
    done: set[str] = set()

    def visit(name: str, waiting: tuple[str, ...]) -> Iterator[str]:
        if name in waiting:
            raise CannotBundle(f"Modules import one another in a circle: {' -> '.join([*waiting, name])}.")
        if name not in modules:
            raise CannotBundle(f"{' imports '.join([*waiting[-1:], name])}, which is not there.")
        there = {normpath(join(dirname(name), found[2])) for found in _IMPORT.finditer(modules[name])}
        for other in sorted(there - done):
            if other not in done:
                yield from visit(other, (*waiting, name))
        if name not in done:
            done.add(name)
            yield name

    yield from visit(first, ())


def _without_doors(name: str, text: str) -> str:
    for names, _ in _IMPORT.findall(text):
        if re.search(r"\bas\b", names):
            raise CannotBundle(f"{name} gives what it imports another name.")
    text = _EXPORT_LIST.sub("", _EXPORT.sub("", _IMPORT.sub("", text)))
    left = _LEFT_OVER.search(text)
    if left:
        raise CannotBundle(f"{name}: {left[0].strip()}")
    return text


def _names(parts: Mapping[str, str]) -> Iterator[str]:
    for text in parts.values():
        yield from _AT_TOP.findall(text)


def _compact(text: str) -> str:
    """The text without the lines that are comments and without indentation, which half of a script is made of.

    Only line by line, and not at all where a string goes over several lines: what runs is what was tested.
    """
    lines = [line for line in _COMMENT.sub("", text).splitlines() if not line.lstrip().startswith("//")]
    if any(line.count("`") % 2 or line.endswith("\\") for line in lines):
        return text
    return "\n".join(stripped for line in lines if (stripped := line.strip()))
