"""Files of the first version in the words of this one: only these words change, all else stays as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.files import find_files
from loaders.old_words import FILES, OldWord, renewed
from loaders.reading import read_file, read_text

_LINE_BREAK = re.compile(r"\r\n?|\n")
_QUOTES = ("'", '"')


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What becomes of a file: its new name and content, and the words that change in it, none where only the name does.

    `is_sure` is false where a word stands in a way that cannot be rewritten alone; then the file has to be left alone.
    """

    path: Path
    name: str
    target: Path
    content: bytes
    words: tuple[OldWord, ...]
    is_sure: bool = True


def upgrades(roots: Iterable[Path]) -> Iterator[Upgrade]:
    """What is to be done to the files of these folders; nothing where they are new, or cannot be read."""
    for root in roots:
        for file in find_files(root, None)[0]:
            content, _ = read_file(file.path, file.name)
            if content is None or file.path.is_symlink():
                continue
            expected, words = renewed(content)
            target = _target(file.path) if file.path != root else file.path
            if not words and target == file.path:
                continue
            raw = file.path.read_bytes()
            text = _rewritten(raw.decode("utf-8-sig"), words)
            is_sure = text is not None and read_text(text, file.name)[0] == expected
            mark = raw[:3] if raw.startswith(b"\xef\xbb\xbf") else b""
            yield Upgrade(file.path, file.name, target, mark + (text or "").encode(), tuple(sorted(words)), is_sure)


def _target(path: Path) -> Path:
    """The name of a file in this version; its own where that stands beside it already."""
    named = path.with_name(FILES.get(path.stem, path.stem) + path.suffix)
    return path if named.exists() else named


def _rewritten(text: str, words: Iterable[OldWord]) -> str | None:
    """The text with these words changed where they stand; None where one of them does not stand there as it is read."""
    begins = [0, *(found.end() for found in _LINE_BREAK.finditer(text))]
    for (_, line, column), old, new in sorted(words, reverse=True):
        at = begins[line - 1] + column - 1
        at += text.startswith(_QUOTES, at)
        if not text.startswith(old, at):
            return None
        text = text[:at] + new + text[at + len(old) :]
    return text
