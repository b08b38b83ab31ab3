"""Ratings of a cooperation: whether they are mostly of a kind, and how to tell it with its respondents."""

from __future__ import annotations

from barriers.messages import Message, message
from barriers.ties import Cooperation

NONE = frozenset({"none", "none-but-useful"})
WEAK = NONE | {"none-to-weak", "weak"}


def is_mostly(tie: Cooperation, kinds: frozenset[str]) -> bool:
    """Whether more than half of those asked gave these ratings.

    Of those asked, and not of what is printed: a source may print the bad ratings in one list and the good ones
    in another.
    """
    return round(sum(rating.per_cent for rating in tie.ratings if rating.rating in kinds), 6) > 50


def told_with_respondents(tie: Cooperation, kinds: frozenset[str]) -> Message:
    """The share of these ratings: `10 of 14 respondents (71.43 pct as printed)`.

    A percentage never stands alone. Where it cannot be a share of those asked, or only some of them were
    counted, it stays a percentage, with the respondents beside it.
    """
    printed = [rating.per_cent for rating in tie.ratings if rating.rating in kinds and rating.per_cent]
    shares = " + ".join(f"{share:g}" for share in printed)
    asked = next((citation.asked for citation in tie.citations if citation.asked), "")
    number = next((citation.respondents for citation in tie.citations if citation.respondents), None)
    if number is None:
        if asked:
            return message("ratings.of-asked", shares=shares, asked=asked)
        return message("ratings.of-an-unknown-number", shares=shares)
    if asked:
        return message("ratings.of-asked-among", shares=shares, asked=asked, n=number)
    heads = [head_count(share, number) for share in printed]
    known = [head for head in heads if head is not None]
    if len(known) < len(heads) or sum(known) > number:
        return message("ratings.of-respondents", shares=shares, n=number)
    return message("ratings.respondents", heads=sum(known), n=number, shares=shares)


def head_count(per_cent: float, respondents: int) -> int | None:
    """How many of the respondents a printed percentage stands for; None where it is no share of them.

    It is one only if exactly one number of heads gives that percentage in the places that are printed.
    """
    places = len(f"{per_cent:g}".partition(".")[2])
    near = int(per_cent * respondents / 100)
    heads = [
        head
        for head in range(max(0, near - 1), min(respondents, near + 2) + 1)
        if abs(100 * head / respondents - per_cent) <= 0.5 * 10**-places + 1e-9
    ]
    return heads[0] if len(heads) == 1 else None
