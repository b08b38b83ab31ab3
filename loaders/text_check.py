"""Do the words of each citation stand where it says? Checked against the text edition itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import Any
from unicodedata import normalize

from barriers.errors import Gravity, Place, Problem, UnknownName, problem, there_are
from barriers.facts import Citation
from barriers.messages import message
from barriers.model import Model
from loaders.marked import place_of

_QUOTES = str.maketrans(dict.fromkeys("“”„", '"') | dict.fromkeys("‘’\u201a", "'"))
_NOT_COMPARED = re.compile(r"[\s\-\u00ad\u200b\u2010-\u2015\u2212]+")
"""White space, hyphens and dashes: a word broken at the end of a line must equal the whole one."""


class TextEdition:
    """The text of an edition, ready to be looked up by line."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        squeezed = [_squeeze(line) for line in self.lines]
        self._all = "".join(squeezed)
        self._starts = list(accumulate((len(line) for line in squeezed), initial=0))

    def passage(self, first: int, last: int) -> str:
        """The lines from first to last, counted from 1, without white space and hyphens."""
        end = min(last, len(self.lines))
        return self._all[self._starts[min(first - 1, end)] : self._starts[end]]

    def has(self, citation: Citation) -> bool:
        """Whether all of the citation's words stand, in one piece, inside its lines."""
        if citation.lines is None:
            return True
        words = _squeeze(citation.words)
        return bool(words) and words in self.passage(*citation.lines)

    def line_of(self, words: str) -> int | None:
        """The first line in which these words begin anywhere in the text, or None."""
        at = self._all.find(_squeeze(words))
        return None if at < 0 else bisect_right(self._starts, at)


def _squeeze(text: str) -> str:
    """Text as it is compared: plain quotes, one form for each letter (PDFs have ligatures), no spaces, no case."""
    return _NOT_COMPARED.sub("", normalize("NFKC", text).translate(_QUOTES)).casefold()


def check_text(model: Model, edition_id: str, path: Path) -> Iterator[Problem]:
    """A problem for each citation of this edition whose words do not stand in its lines.

    Raises `UnknownName` when the model has no such edition, `OSError` when the text cannot be read. A text
    with another digest than the edition's is a problem too, and its citations are checked all the same.
    """
    editions = {edition.id: edition for edition in model.editions}
    if edition_id not in editions:
        raise UnknownName(message("error.kind.edition"), edition_id, editions, there_are(editions))
    raw = path.read_bytes()
    digest, wanted = sha256(raw).hexdigest(), editions[edition_id].sha256
    if digest != wanted:
        values: Any = {"digest": digest[:12], "cited": wanted[:12]}
        yield problem(Place(str(path)), "another-edition", gravity=Gravity.WARNING, **values)
    text = TextEdition(raw.decode("utf-8", errors="replace"))
    of_edition = {source.id for source in model.sources if source.edition == edition_id}
    for citation, place in cited(model):
        if citation.source in of_edition and not text.has(citation):
            first, last = citation.lines or (0, 0)
            elsewhere = text.line_of(citation.words)
            line = "" if elsewhere is None else message("problem.words-not-there.line", line=elsewhere)
            yield problem(
                place_of(citation.words, place),
                "words-not-there",
                nearest=line,
                words=citation.words,
                first=first,
                last=last,
                file=path.name,
                at=citation.at,
            )


def cited(model: Model) -> Iterator[tuple[Citation, Place | None]]:
    """Every citation in the model with the place of the record that it belongs to."""
    return ((part, place) for part, place, _ in model.parts() if isinstance(part, Citation))
