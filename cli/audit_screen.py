"""The audit on a terminal: the point on one screen of 80 x 24, everything with --all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from rich.text import Text

from barriers.model import Model
from barriers.words import Status
from cli.head_screen import STYLES, draw_head
from cli.screen import Column, Screen, Words, words
from viz.audit_view import AuditView, CheckLine, SaidLine, StatusRow
from viz.marks import MARKS, STATUSES, marked
from viz.wording import cite_all, cite_briefly, shared_beginning

if TYPE_CHECKING:
    from viz.finding_view import FindingView

_WIDE = 120

Row = tuple[Words, ...]


def draw_audit(model: Model, view: AuditView, screen: Screen, again: str) -> None:
    """The short view; where there is a window, only as many lines as it holds. `again` are options to repeat."""
    lists = _Lists(model, view, screen.width)
    following = _following(view.head.code, view.next_subject, again, screen.width)
    airy = True
    if screen.height is not None:
        top = Screen(screen.width, None, colour=False)
        _draw_top(view, top, airy=True)
        # Two headings stand over the lists; the command, or a line of talk, and the prompt are on the screen too.
        room = screen.height - 2 - top.lines - len(following) - 2
        if lists.height + 2 > room:
            airy = False
            lists.cut(room + 2)
    _draw_top(view, screen, airy=airy)
    _draw_lists(lists, screen, following, airy=airy)


def draw_all(view: AuditView, said: Sequence[FindingView], check: Sequence[FindingView], screen: Screen) -> None:
    """Every finding in full, under the same head."""
    _draw_top(view, screen, airy=True)
    for heading, findings in (("SOURCES SAY SO", said), ("TO CHECK", check)):
        screen.say(f"{heading} ({len(findings)})", "bold")
        for number, finding in enumerate(findings, start=1):
            screen.empty_line()
            draw_finding(finding, screen, number)
        screen.empty_line()


def draw_finding(finding: FindingView, screen: Screen, number: int | None = None) -> None:
    """One finding: its title, its detail, its labelled lines, and its id on one line, so that it can be copied."""
    mark = "" if number is None else f"{number:>3}"
    screen.grid((Column(width=3), Column(share=1)), [(mark, words(finding.title, "bold"))])
    if finding.detail:
        screen.say(finding.detail, indent=4)
    screen.labelled(finding.lines, indent=4, least=6)
    screen.unbroken(f"    id      {finding.id}")


def _draw_top(view: AuditView, screen: Screen, *, airy: bool) -> None:
    draw_head(view.head, screen)
    screen.say(" ".join(view.sentences))
    if airy:
        screen.empty_line()
    if view.rows:
        _draw_rows(view, screen)
    if airy:
        screen.empty_line()


def _draw_rows(view: AuditView, screen: Screen) -> None:
    """The table of statuses; on a narrow screen its columns are headed by marks, with a legend under it."""
    corner = f"script {view.head.script}"
    headers = [marked(status) for status in STATUSES]
    names = max(len(corner), *(len(row.name) for row in view.rows))
    narrow = names + sum(len(header) + 1 for header in ["steps", *headers]) > screen.width
    columns = [Column(corner), Column("steps", right=True, whole=True)]
    columns += [Column(header[0] if narrow else header, right=True) for header in headers]
    screen.grid(columns, [(row.name, str(row.steps), *_counts(row)) for row in view.rows])
    if narrow:
        screen.legend(headers)


def _counts(row: StatusRow) -> list[Words]:
    return [
        words(str(count) if count else "-", STYLES[status] if count else "")
        for status, count in zip(STATUSES, row.counts, strict=True)
    ]


def _following(code: str, subject: str, again: str, width: int) -> list[str]:
    """What to type next, on one line where it fits."""
    commands = [f"barriers show {subject}{again}"] if subject else []
    commands.append(f"barriers audit {code} --all{again}")
    on_one = f"Next: {' · '.join(commands)}"
    return [on_one] if len(on_one) <= width else [f"Next: {commands[0]}", *(f"      {other}" for other in commands[1:])]


# Findings in lines


class _Lists:
    """The two lists of findings as rows of a table, and how many rows of each are shown."""

    def __init__(self, model: Model, view: AuditView, width: int) -> None:
        wide = width >= _WIDE
        self._width = width
        self.view = view
        main = view.head.main_source_id
        self.shared = (
            "" if wide else shared_beginning([line.citations[0] for line in view.said if line.citations], main)
        )
        cited = (
            [cite_all(line.citations, model, 2) for line in view.said]
            if wide
            else [cite_briefly(line.citations, model, main, self.shared) for line in view.said]
        )
        self.said = [
            _said_row(number, *pair) for number, pair in enumerate(zip(view.said, cited, strict=True), start=1)
        ]
        self.check = [_check_row(line, wide) for line in view.to_check]
        cites = min(52 if wide else 24, max(map(len, [*cited, f"{self.shared}, voice"])))
        self.said_columns = (Column(width=2, right=True), Column(share=1), Column(width=cites))
        extents = max((len(row[0]) for row in self.check), default=0)
        self.check_columns = (Column(width=extents + 1, right=True), Column(width=1), Column(share=1))
        self.shown_said, self.shown_check = len(self.said), len(self.check)

    @cached_property
    def _said_heights(self) -> list[int]:
        return [_height(row, self.said_columns, self._width) for row in self.said]

    @cached_property
    def _check_heights(self) -> list[int]:
        return [_height(row, self.check_columns, self._width) for row in self.check]

    @property
    def height(self) -> int:
        """How many lines all rows take."""
        return sum(self._said_heights) + sum(self._check_heights)

    def cut(self, room: int) -> None:
        """Show only what fits into so many lines: at least one row of each, a little for what is to be checked."""
        kept = min(sum(self._check_heights[:1]), room // 2)
        self.shown_said = max(1, _fitting(self._said_heights, room - kept))
        room -= sum(self._said_heights[: self.shown_said])
        self.shown_check = max(1, _fitting(self._check_heights, room))


def _draw_lists(lists: _Lists, screen: Screen, following: Sequence[str], *, airy: bool) -> None:
    view = lists.view
    heading = _heading("SOURCES SAY SO", view.said_count, "", lists.shown_said, len(lists.said))
    if lists.said:
        screen.grid(
            (Column(share=1), lists.said_columns[-1]),
            [(heading, f"{lists.shared}, voice" if lists.shared else "")],
        )
        screen.grid(lists.said_columns, lists.said[: lists.shown_said])
    else:
        screen.say(heading)
        screen.say("No source states a gap here. That is no proof that there is none.", indent=3)
    if airy:
        screen.empty_line()
    talk = " ask before you say it"
    screen.say(_heading("TO CHECK", view.to_check_count, talk, lists.shown_check, len(lists.check)))
    if lists.check:
        screen.grid(lists.check_columns, lists.check[: lists.shown_check])
    if airy:
        screen.empty_line()
    for line in following:
        screen.unbroken(line, "bold")


def _heading(name: str, count: int, talk: str, shown: int, total: int) -> Text:
    cut = f" · {shown} of {total} lines, all with --all" if shown < total else ""
    return Text.assemble((f"{name} ({count})", "bold"), talk, cut)


def _said_row(number: int, line: SaidLine, cited: str) -> Row:
    return (str(number), f"{line.text} ({line.extent})" if line.extent else line.text, cited)


def _check_row(line: CheckLine, wide: bool) -> Row:
    text = line.text
    many = 8 if wide else 3
    if line.silent and line.ask:
        asked = ", ".join(f"{name} {count}" for name, count in line.ask[:many])
        text = f"{text}; ask {asked}{' …' if len(line.ask) > many else ''}"
    elif wide:
        more = f" and {len(line.names) - 4} more" if len(line.names) > 4 else ""
        text = f"{text}: {', '.join(line.names[:4])}{more}"
    mark = words(MARKS[Status.UNKNOWN], STYLES[Status.UNKNOWN]) if line.silent else words("")
    # The question says what is counted; the unit is for those who have the room.
    return (line.extent if wide else f"{line.number} of {line.of}", mark, text)


def _height(row: Row, columns: tuple[Column, ...], width: int) -> int:
    """How many lines a row takes."""
    scratch = Screen(width, None, colour=False)
    scratch.grid(columns, [row])
    return scratch.lines


def _fitting(heights: Sequence[int], room: int) -> int:
    """How many rows fit into so many lines."""
    fitting = 0
    for height in heights:
        room -= height
        if room < 0:
            break
        fitting += 1
    return fitting
