"""The sentences of the scripts come from the catalogue: all that they say, and none that stands in them."""

from __future__ import annotations

import re

import pytest

from barriers.messages import MissingMessage, keys
from tests.test_house import ROOT
from viz.page import modules, own_script
from viz.page.words import words_data

STRING = re.compile(r"""(["'`])((?:\\.|(?!\1).)*)\1""")
SENTENCE = re.compile(r"[A-Z][a-z]+ [a-z]|(?:[a-z]{2,},? ){3}[a-z]")

# A list of fonts, and what only a programmer gets to read.
NO_SENTENCES = {
    "Segoe UI, Roboto, Helvetica, Arial, sans-serif",
    "${name} is not set from here",
    "${name} wants a link that runs nothing",
}


def test_a_script_gets_the_words_of_what_it_says_and_no_others() -> None:
    found = words_data('say("page.skip"); say("count.step", { n }); say(`page.layout.${id}`);')

    assert found["forms"]["page.skip"] == "Skip to the content"
    assert {key for key in found["forms"] if key.startswith("page.layout.")} == {
        "page.layout.lanes",
        "page.layout.shells",
    }
    assert "page.close" not in found["forms"]


def test_the_form_of_each_number_is_told() -> None:
    found = words_data('say("count.step", { n })')

    forms = [found["forms"]["count.step"][int(found["plural"][n])] for n in (0, 1, 2, 11, 101)]
    assert forms == ["{n} steps", "{n} step", "{n} steps", "{n} steps", "{n} steps"]


def test_what_the_catalogue_does_not_know_is_refused() -> None:
    with pytest.raises(MissingMessage):
        words_data('say("page.nobody-says-this")')


def test_every_sentence_of_the_page_is_said_somewhere() -> None:
    said = set(words_data(own_script())["forms"])
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "viz").rglob("*.py"))
    code += (ROOT / "viz/page/static/page.html").read_text(encoding="utf-8")
    beginnings = {found for found in re.findall(r"f[\"'](page\.[\w.-]*)\{", code) if found}

    dead = {
        key
        for key in keys()
        if key.startswith("page.") and key not in said and key not in code and not key.startswith(tuple(beginnings))
    }
    assert dead == set()


def test_no_sentence_stands_in_a_script() -> None:
    found = {
        f"{path}: {text}"
        for path, code in modules().items()
        for line in code.splitlines()
        if not line.lstrip().startswith(("//", "*", "/*"))
        for _, text in STRING.findall(line)
        if SENTENCE.search(text) and text not in NO_SENTENCES
    }

    assert found == set()
