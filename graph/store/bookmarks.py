"""Bookmarks of one's own pushes, kept from one command to the next.

A machine of a cluster that is asked with a bookmark answers when it has got as far: so whoever pushed reads what they
pushed, whichever machine answers them.
"""

from __future__ import annotations

import json
import time
from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.store.cache import Cache
    from graph.store.connection import Settings

LONGEST = 3600.0
"""Seconds after which every machine of a cluster has got as far, or never will."""


def kept_bookmarks(cache: Cache, settings: Settings) -> tuple[str, ...]:
    """The bookmarks that were kept of this database; none where they are old, or were never kept."""
    try:
        told = json.loads(cache.read(*_names(settings)) or b"{}")
        young = 0 <= time.time() - told["at"] < LONGEST
        return tuple(map(str, told["bookmarks"])) if young else ()
    except (ValueError, TypeError, KeyError):
        return ()


def keep_bookmarks(cache: Cache, settings: Settings, bookmarks: Collection[str]) -> None:
    """Keep these for the commands that follow; where one machine is named there is none that could lag behind."""
    if settings.is_routed and bookmarks:
        cache.write(json.dumps({"at": time.time(), "bookmarks": sorted(bookmarks)}).encode(), *_names(settings))


def forget_bookmarks(cache: Cache, settings: Settings) -> None:
    """Keep none: the server that they came from is another now."""
    cache.forget(*_names(settings))


def _names(settings: Settings) -> tuple[str, ...]:
    return ("bookmarks", settings.uri, settings.user, settings.database or "")
