"""Files to model. Every problem of all files is told in one run, with its place and what to do."""

from loaders.dump import dump_model
from loaders.files import BUNDLED, known_countries
from loaders.load import Loaded, load_model
from loaders.text_check import TextEdition, check_text, cited

__all__ = ["BUNDLED", "Loaded", "TextEdition", "check_text", "cited", "dump_model", "known_countries", "load_model"]
