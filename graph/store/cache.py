"""What one person's machine keeps of a server: models that were read, and the bookmarks of one's own pushes.

It only saves time. A file that is missing, broken or somebody else's counts as not there, and what cannot be written is
not kept: no answer depends on it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

VARIABLE = "BARRIERS_CACHE"
"""The variable that names another folder, or switches the cache off."""

OFF = "off"

LARGEST = 256_000_000
"""Bytes in the folder. The oldest files go first; a model of 100,000 facts has some eighty million."""

LONGEST = 30 * 24 * 3600
"""Seconds after which a file that nobody used goes."""

_OTHERS = 0o077
"""What everybody but the owner may do with a folder."""


def cache_folder(environment: Mapping[str, str]) -> Path | None:
    """The folder for it on this system; None where the cache is switched off or there is no place for one."""
    told = environment.get(VARIABLE)
    if told == OFF:
        return None
    base = Path(told) if told else _usual(environment)
    # A folder of our own in any case, for what is old in it goes.
    return base / "barriers" / "neo4j" if base.is_absolute() else None


def _usual(environment: Mapping[str, str]) -> Path:
    """Where programs of this system keep what they can do without."""
    if sys.platform == "win32":
        return Path(environment.get("LOCALAPPDATA", ""))
    home = Path(environment.get("HOME", ""))
    if sys.platform == "darwin":
        return home / "Library" / "Caches"
    told = Path(environment.get("XDG_CACHE_HOME", ""))
    # One that is not absolute is to be passed over, says the standard.
    return told if told.is_absolute() else home / ".cache"


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder that nobody else may look into; where it is None, or not ours, nothing is ever there."""

    folder: Path | None

    def read(self, *names: str) -> bytes | None:
        """What is kept under these names; None where nothing is."""
        path = self._path(names)
        if path is None:
            return None
        try:
            with path.open("rb") as file:
                if not _is_ours(os.fstat(file.fileno())):
                    return None
                content = file.read()
            # The oldest go first: what was used is young.
            os.utime(path)
        except OSError:
            return None
        return content

    def write(self, content: bytes, *names: str) -> None:
        """Keep this under these names, in place of what was kept there."""
        path = self._path(names)
        if path is None or self.folder is None or len(content) > LARGEST:
            return
        with suppress(OSError):
            number, beside = tempfile.mkstemp(prefix=path.name, suffix=".part", dir=self.folder)
            try:
                with os.fdopen(number, "wb") as file:
                    file.write(content)
                # Nobody reads half of it.
                Path(beside).replace(path)
            finally:
                Path(beside).unlink(missing_ok=True)
            self._make_room()

    def forget(self, *names: str) -> None:
        """Keep nothing under these names."""
        path = self._path(names)
        if path is not None:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _path(self, names: tuple[str, ...]) -> Path | None:
        """The file of these names in a folder that is ours alone; no name of a model or server stands in a path."""
        if self.folder is None or not _make_private(self.folder):
            return None
        return self.folder / sha256("\0".join(names).encode()).hexdigest()[:32]

    def _make_room(self) -> None:
        room, now = LARGEST, time.time()
        for path, size, used in sorted(_files(self.folder), key=lambda found: -found[2]):
            room -= size
            if room < 0 or now - used > LONGEST:
                path.unlink(missing_ok=True)


def _files(folder: Path | None) -> Iterator[tuple[Path, int, float]]:
    """Each file of a folder with its size and when it was used."""
    with os.scandir(folder) as entries:
        for entry in entries:
            with suppress(FileNotFoundError):
                told = entry.stat(follow_symlinks=False)
                if entry.is_file(follow_symlinks=False):
                    yield Path(entry.path), told.st_size, told.st_mtime


def _make_private(folder: Path) -> bool:
    """Whether there is such a folder, which belongs to us and which nobody else may enter."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        told = folder.stat()
        if _is_ours(told) and os.name == "posix" and told.st_mode & _OTHERS:
            folder.chmod(0o700)
    except OSError:
        return False
    return _is_ours(told)


def _is_ours(told: os.stat_result) -> bool:
    """Whether a file or folder belongs to whoever runs this; Windows keeps others out of it by itself."""
    return os.name != "posix" or told.st_uid == os.geteuid()
