"""Text from data files made harmless for a terminal and for a page."""

from __future__ import annotations

import re

# Control characters can move the cursor or recolour the screen; direction overrides can make a line read as
# another one; half a character cannot be written at all. Letters of right-to-left scripts need none of these and
# stay as they are.
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]")


def plain(text: str) -> str:
    """The text with each harmful character replaced by a visible one; tabs and newlines stay."""
    return _HARMFUL.sub("\ufffd", text)
