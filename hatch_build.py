"""Compiles the catalogues of sentences whenever the project is built or installed."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Catalogues(BuildHookInterface):
    """The build hook that hatchling looks for in this file; an editable install calls it too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Write beside each `locale/*.po` the `.mo` that the tool reads.

        Raises:
            babel.messages.pofile.PoFileError: A catalogue is not written as gettext asks.
        """
        for source in sorted(Path(self.root, "locale").glob("*.po")):
            with source.open("rb") as written:
                catalogue = read_po(written, abort_invalid=True)
            # Moved there whole, so that nobody reads half a catalogue.
            unfinished = source.with_suffix(".mo.new")
            with unfinished.open("wb") as compiled:
                write_mo(compiled, catalogue)
            unfinished.replace(source.with_suffix(".mo"))
