"""Facts drawn at random, each with its passage beside it, for a human to read.

    ./run python -m tests.data.show_random_facts TEXT [SEED [NUMBER]]

TEXT is the text edition of the guide. The same seed draws the same facts.
"""

from __future__ import annotations

import json
import random
import sys
import textwrap
from pathlib import Path

from barriers.facts import Fact
from barriers.model import Model, canonical
from loaders import load_model

_NOT_SHOWN = ("basis", "citations", "handling")


def drawn(model: Model, seed: int, number: int) -> list[Fact]:
    """So many facts that cite the guide by lines, drawn with this seed."""
    facts = [fact for fact in model.facts() if any(citation.lines for citation in fact.citations)]
    return random.Random(seed).sample(facts, number)


def main() -> None:
    """Print them."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").split("\n")
    seed, number = (int(word) for word in [*sys.argv[2:], "2026", "20"][:2])
    for order, fact in enumerate(drawn(load_model().model, seed, number), start=1):
        record = json.loads(canonical(fact))
        told = {key: value for key, value in record.items() if value and key not in _NOT_SHOWN}
        print(f"{order:>2} {fact.KIND} ({fact.basis}) {told}")
        for citation in fact.citations:
            first, last = citation.lines or (1, 0)
            passage = " ".join(" ".join(lines[first - 1 : last]).split())
            print(textwrap.fill(f"{citation.at}: {passage}", 110, initial_indent="     ", subsequent_indent="     "))


if __name__ == "__main__":
    main()
