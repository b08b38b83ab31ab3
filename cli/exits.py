"""What the exit code says."""

from __future__ import annotations

NOTHING_FOUND = 0
FOUND = 1
"""Findings at or above what --fail-on names."""
MISUSE = 2
"""An option, a name or a path that cannot be right; click uses the same number."""
BROKEN_DATA = 3
"""There is nothing to give an answer from; so it is, too, where the server cannot be used as asked."""
FAULT = 70
"""A mistake of the tool itself, never to be taken for a finding."""
INTERRUPTED = 130
READER_LEFT = 141
"""The reader of a pipe went away (`| head`), as the shell counts it."""
