"""The sentences that the scripts say: their words in the language that is set, as data.

Which ones, the scripts tell themselves: `say("page.key")`, or the beginning of a few keys: `say(`page.key.${name}`)`.
"""

from __future__ import annotations

import re
from typing import Any

from barriers.messages import keys, template

_SAID = re.compile(r'"((?:page|count|finding|list)\.[\w.-]+)"|`((?:page|count)\.[\w.-]*)\$\{')

NUMBERS = range(200)
"""Every rule for plurals that there is looks at the last two digits, and some at whether there are more."""

_COUNTED = "count.step"
"""A key with a form for every kind of number."""


def words_data(script: str) -> dict[str, Any]:
    """`{forms, plural}`: the words of each key, one text or one for each form; and the form of each number, as digits.

    Raises `MissingMessage` where the script says what the catalogue does not know.
    """
    told = list(dict.fromkeys(template(_COUNTED, n) for n in NUMBERS))
    form_of = [told.index(template(_COUNTED, n)) for n in NUMBERS]
    samples = [form_of.index(form) for form in range(len(told))]
    return {
        "forms": {key: _forms(key, samples) for key in _keys(script)},
        "plural": "".join(map(str, form_of)),
    }


def _keys(script: str) -> list[str]:
    found = set()
    for key, beginning in _SAID.findall(script):
        found |= {key} if key else {one for one in keys() if one.startswith(beginning)}
    return sorted(found)


def _forms(key: str, samples: list[int]) -> str | list[str]:
    forms = [template(key, n) for n in samples]
    return forms if len(set(forms)) > 1 else forms[0]
