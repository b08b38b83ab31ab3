"""The template with everything in it: one file that loads nothing and runs nothing but its own scripts.

The content-security policy forbids everything and then allows exactly the scripts and styles that stand here, each by
its digest. Whatever else could ever get into the page, a name from the data or an extension's script, does not run.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from barriers.messages import text
from viz.markup import Html, el, safe

_PLACEHOLDER = re.compile(r"<!-- ([a-z]+) -->")

_WORDS = re.compile(r"\{(page\.[\w.-]+)\}")
"""A sentence of the catalogue, in the template."""

_END_OF_SCRIPT = re.compile(r"</(?=script)", re.IGNORECASE)
_END_OF_STYLE = re.compile(r"</style", re.IGNORECASE)

_IN_JSON = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_UNSAFE_IN_JSON = re.compile("|".join(_IN_JSON))


class CannotFill(ValueError):
    """The template or a script cannot be put into a page; says why."""


def fill(
    template: str,
    parts: Mapping[str, Html],
    *,
    data: Mapping[str, Any],
    scripts: Sequence[str],
    styles: Sequence[str],
    early: Sequence[str] = (),
) -> str:
    """The page. `parts` are the sections by the name of their placeholder, `data` so too, `scripts` run in their order.

    Scripts that are `early` run before the browser reads the body.

    Raises `CannotFill` where the template does not name each placeholder once: those of `parts` and `data`, `csp`,
    `css` and `scripts`.
    """
    scripts, early = [_script(text) for text in scripts], [_script(text) for text in early]
    styles = [_style(text) for text in styles]
    filled = {
        **{name: part.text for name, part in parts.items()},
        "csp": el("meta", http_equiv="Content-Security-Policy", content=_policy([*early, *scripts], styles)).text,
        "css": "\n".join([*(f"<style>{text}</style>" for text in styles), *map(_element, early)]),
        **{
            name: f'<script type="application/json" id="{name}">{json_text(value)}</script>'
            for name, value in data.items()
        },
        "scripts": "\n".join(map(_element, scripts)),
    }
    found = _PLACEHOLDER.findall(template)
    if sorted(found) != sorted(filled):
        raise CannotFill(f"The template names {', '.join(found)}; it must name {', '.join(filled)}, each once.")
    template = template.replace('lang="en"', f'lang="{text("page.language")}"', 1)
    template = _WORDS.sub(lambda match: safe(text(match[1])).text, template)
    # In one go, so that nothing which is filled in can hold a placeholder.
    return _PLACEHOLDER.sub(lambda match: filled[match[1]], template)


def _element(script: str) -> str:
    return f"<script>{script}</script>"


def _policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    """The content-security policy for exactly these inline scripts and styles, and pictures made in the page."""
    return (
        f"default-src 'none'; script-src {_digests(scripts)}; style-src {_digests(styles)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digests(texts: Sequence[str]) -> str:
    """What a policy names inline scripts or styles by."""
    found = (b64encode(sha256(text.encode()).digest()).decode() for text in texts)
    return " ".join(f"'sha256-{one}'" for one in found) or "'none'"


def json_text(data: Any) -> str:
    """Data as JSON that can stand in an element: nothing in it is taken for markup, and it is as short as can be."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE_IN_JSON.sub(lambda match: _IN_JSON[match[0]], text)


def _script(text: str) -> str:
    r"""A script that only its own end tag ends. In strings, templates and patterns `<\/` is the same as `</`."""
    if "<!--" in text:
        raise CannotFill("A script holds <!--, after which a browser may read on as if within a comment.")
    return _END_OF_SCRIPT.sub(r"<\\/", _with_plain_ends(text))


def _style(text: str) -> str:
    if _END_OF_STYLE.search(text):
        raise CannotFill("A style holds what would end it.")
    return _with_plain_ends(text)


def _with_plain_ends(text: str) -> str:
    """Lines ended as a browser reads them, or the digest would be that of another text."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
