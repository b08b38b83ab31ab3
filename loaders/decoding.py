"""The bytes of a file as text that can be parsed: its size, its encoding, and characters that would mislead."""

from __future__ import annotations

import re
from pathlib import Path

from yaml.reader import Reader

from barriers.errors import Problem
from barriers.places import Place

MOST_BYTES = 8 * 1024 * 1024
"""A file larger than this is refused unread; the largest bundled one has some hundred kilobytes."""

LINE_BREAK = re.compile(r"\r\n?|\n")
"""What ends a line for an editor, and so for a place in a message."""

# Even in a line of white space only: the parser stumbles over some of these, in words that help nobody.
_BAD_INDENT = re.compile(r"^ *([\t\u00a0])", re.MULTILINE)

# The invisible line ends that editors do not count as lines, and the byte-order mark inside a text. What YAML
# itself forbids its parser knows: a second expression of that size would cost as much to make as to read a file.
_INVISIBLE = re.compile("[\x85\u2028\u2029\ufeff]")

_SAVE_AS_UTF8 = "save the file again as UTF-8 (in Excel and Notepad: Save as, encoding UTF-8)"
_COPY_OVER = "copy what it says into a text file, and take this one away"

_NOT_TEXT = {
    b"PK\x03\x04": ("an Excel or zip file", _COPY_OVER),
    b"\xd0\xcf\x11\xe0": ("an old Excel or Word file", _COPY_OVER),
    b"%PDF": ("a PDF file", _COPY_OVER),
    b"\xff\xfe": ("text in UTF-16", _SAVE_AS_UTF8),
    b"\xfe\xff": ("text in UTF-16", _SAVE_AS_UTF8),
}
"""What a file is, by its first bytes, where it is something that people put in a data folder by mistake."""


def text_of(path: Path, name: str) -> tuple[str, list[Problem]]:
    """The text of a file; it is no use when there are problems. `name` is what the user calls the file."""
    raw, problems = _bytes_of(path, name)
    if problems:
        return "", problems
    for beginning, (what, remedy) in _NOT_TEXT.items():
        if raw.startswith(beginning):
            return "", [_not_utf8(Place(name), what, remedy)]
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
            return b"", [_unreadable(name, "not a plain file")]
        size = path.stat().st_size
        if size > MOST_BYTES:
            problem = Problem(
                Place(name),
                "too-large",
                found=f"a file of {size / 1_000_000:.0f} MB",
                expected=f"at most {MOST_BYTES // (1024 * 1024)} MB",
                remedy="split it into several files in the same folder",
            )
            return b"", [problem]
        return path.read_bytes(), []
    except OSError as error:
        return b"", [_unreadable(name, error.strerror or str(error))]


def _unreadable(name: str, why: str) -> Problem:
    return Problem(
        Place(name),
        "cannot-read",
        found=f"a file that cannot be read ({why})",
        expected="a text file that you may read",
        remedy="check that it is there and that you may open it",
    )


def _not_utf8(place: Place, found: str, remedy: str = _SAVE_AS_UTF8) -> Problem:
    return Problem(place, "not-utf8", found=found, expected="a text file in UTF-8", remedy=remedy)


def _wrong_byte(raw: bytes, at: int, name: str) -> Problem:
    """Where the first byte is that is not UTF-8, and which letter it probably was."""
    meant = raw[at : at + 1].decode("cp1252", errors="ignore")
    guess = f" ({meant} in Windows-1252)" if meant.isprintable() and meant else ""
    return _not_utf8(_at(raw[:at].decode("utf-8"), at=None, name=name), f"the byte 0x{raw[at]:02x}{guess}")


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
    is_tab = matches[0][1] == "\t"
    more = f" ({len(matches)} lines in this file)" if len(matches) > 1 else ""
    return [
        Problem(
            _at(text, matches[0].start(1), name),
            "tab" if is_tab else "hard-space",
            found=f"a {'tab' if is_tab else 'hard space'} at the beginning of a line{more}",
            expected="ordinary spaces",
            remedy=f"replace each {'tab by two spaces' if is_tab else 'hard space by an ordinary one'}",
        )
    ]


def _forbidden(text: str, name: str) -> list[Problem]:
    found = [match for part in (Reader.NON_PRINTABLE, _INVISIBLE) if (match := part.search(text))]
    if not found:
        return []
    match = min(found, key=lambda one: one.start())
    if match[0] == "\0":
        return [_not_utf8(_at(text, match.start(), name), "a zero byte, as in UTF-16 or in a file that is no text")]
    return [
        Problem(
            _at(text, match.start(), name),
            "control-character",
            found=f"the invisible character U+{ord(match[0]):04X}",
            expected="letters, digits and signs that can be seen",
            remedy="take the character out; it often comes with text that was copied from a PDF",
        )
    ]
