"""The bytes of a file as text that can be parsed: its size, its encoding, and characters that would mislead."""

from __future__ import annotations

import re
from pathlib import Path

from yaml.reader import Reader

from barriers.errors import Place, Problem, problem

MOST_BYTES = 8 * 1024 * 1024
"""A file larger than this is refused unread; the largest bundled one has some hundred kilobytes."""

LINE_BREAK = re.compile(r"\r\n?|\n")
"""What ends a line for an editor, and so for a place in a message."""

# Even in a line of white space only: the parser stumbles over some of these, in words that help nobody.
_BAD_INDENT = re.compile(r"^ *([\t\u00a0])", re.MULTILINE)

# The invisible line ends that editors do not count as lines, and the byte-order mark inside a text. What YAML
# itself forbids its parser knows: a second expression of that size would cost as much to make as to read a file.
_INVISIBLE = re.compile("[\x85\u2028\u2029\ufeff]")

_NOT_TEXT = {
    b"PK\x03\x04": "excel",
    b"\xd0\xcf\x11\xe0": "old-excel",
    b"%PDF": "pdf",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
"""What a file is, by its first bytes, where it is something that people put in a data folder by mistake."""


def text_of(path: Path, name: str) -> tuple[str, list[Problem]]:
    """The text of a file; it is no use when there are problems. `name` is what the user calls the file."""
    raw, problems = _bytes_of(path, name)
    if problems:
        return "", problems
    for beginning, what in _NOT_TEXT.items():
        if raw.startswith(beginning):
            return "", [problem(Place(name), f"not-utf8.{what}")]
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_wrong_byte(raw, error.start, name)]
    return text, [*_bad_indents(text, name), *_forbidden(text, name)]


def _bytes_of(path: Path, name: str) -> tuple[bytes, list[Problem]]:
    try:
        if not path.is_file():
            # A pipe or a device would be read for ever; what is not there is told by reading it.
            path.stat()
            return b"", [problem(Place(name), "cannot-read.no-file")]
        size = path.stat().st_size
        if size > MOST_BYTES:
            most = MOST_BYTES // (1024 * 1024)
            return b"", [problem(Place(name), "too-large", size=f"{size / 1_000_000:.0f}", most=most)]
        return path.read_bytes(), []
    except OSError as error:
        return b"", [problem(Place(name), "cannot-read.file", why=error.strerror or str(error))]


def _wrong_byte(raw: bytes, at: int, name: str) -> Problem:
    """Where the first byte is that is not UTF-8, and which letter it probably was."""
    meant = raw[at : at + 1].decode("cp1252", errors="ignore")
    case = "not-utf8.letter" if meant.isprintable() and meant else "not-utf8.byte"
    return problem(_at(raw[:at].decode("utf-8"), at=None, name=name), case, byte=f"0x{raw[at]:02x}", letter=meant)


def _at(text: str, at: int | None, name: str) -> Place:
    """The place of the character at this index; None stands for the end of the text."""
    before = text[:at]
    breaks = list(LINE_BREAK.finditer(before))
    begin_of_line = breaks[-1].end() if breaks else 0
    return Place(name, len(breaks) + 1, len(before) - begin_of_line + 1)


def _bad_indents(text: str, name: str) -> list[Problem]:
    """A tab or a hard space that indents: the first, with the number of lines that have one."""
    matches = list(_BAD_INDENT.finditer(text))
    if not matches:
        return []
    case = "tab" if matches[0][1] == "\t" else "hard-space"
    return [problem(_at(text, matches[0].start(1), name), case, n=len(matches))]


def _forbidden(text: str, name: str) -> list[Problem]:
    found = [match for part in (Reader.NON_PRINTABLE, _INVISIBLE) if (match := part.search(text))]
    if not found:
        return []
    match = min(found, key=lambda one: one.start())
    case = "not-utf8.zero" if match[0] == "\0" else "control-character"
    return [problem(_at(text, match.start(), name), case, sign=f"U+{ord(match[0]):04X}")]
