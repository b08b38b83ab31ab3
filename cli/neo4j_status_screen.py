"""What stands on a server, on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from cli.screen import Column, Screen
from graph.store.comparison import Compared
from graph.store.contents import Remains
from viz.store_view import HEADER, counted, left_over, named, notices, row


def draw_status(
    screen: Screen,
    where: str,
    compared: Sequence[Compared],
    remains: Sequence[Remains],
    *,
    options: str,
    everything: bool,
) -> None:
    """The models in lines, then what differs, then what is to be done, then what is left of other versions."""
    number = len(compared)
    screen.say(f"SERVER {where} · {number or 'no'} model{'' if number == 1 else 's'}", "bold")
    if compared:
        # On a narrow screen the digest goes; --format json has it whole.
        left_out = {"digest"} if screen.width < 100 else set()
        kept = [index for index, name in enumerate(HEADER) if name not in left_out]
        columns = [
            Column(name, right=name == "facts", share=1 if name == "pushed by" else None)
            for name in (HEADER[index] for index in kept)
        ]
        screen.grid(columns, [[row(one)[index] for index in kept] for one in compared])
    for one in compared:
        if one.differences:
            screen.empty_line()
            screen.say(f"{one.standing.version.name}, as the files would change it:", "bold")
            for difference in one.differences:
                screen.say(counted(difference), indent=2)
                if everything:
                    screen.labelled(named(difference), indent=4)
    told = [*notices(compared, options), *left_over(remains)]
    if told:
        screen.empty_line()
        for sentence in told:
            screen.say(sentence)
    if not everything and any(one.differences for one in compared):
        screen.empty_line()
        screen.say(f"Next: barriers neo4j status --all{options} names every id that differs.")
