"""For each question a model that it certainly finds something in, one where it perhaps does, and one where not."""

from __future__ import annotations

from tests.graph.made import (
    ABSENT,
    BANK,
    BOYS,
    CHILDREN,
    COMPETENT,
    DETECT,
    DOOR,
    GIRLS,
    HALL,
    LEDGER,
    POLICE,
    REPORT,
    STATED,
    SURVEY,
    TABLE,
    WORKING,
    actor,
    by,
    closed,
    cover,
    helps,
    in_part,
    nobody,
    seat,
    serving,
    step,
    town,
)
from tests.graph.made_more import (
    LOCAL,
    NOT_OBLIGED,
    OBLIGED,
    VOLUNTARY,
    duty,
    lead,
    rated,
    signal,
    track,
    with_more,
)

CERTAIN_OF = {
    "uncovered-step": town(nobody()),
    "single-actor-step": town(nobody()),
    "paper-cover": town(in_part()),
    "seen-not-stopped": town(nobody(), cover(POLICE, DETECT)),
    "unwatched-facilitator": town(nobody(), helps(BANK, step=STATED)),
    "dual-role": town(cover(BANK, DETECT), helps(BANK, shell=STATED)),
    "outside-the-table": town(cover(BANK), closed(), seat(POLICE)),
    "group-without-seat": town(closed(without=(CHILDREN,)), seat(POLICE)),
    "missing-level": town(nobody()),
    "group-not-served": town(nobody(groups=[BOYS]), cover(POLICE, groups=[GIRLS])),
    "open-track": with_more(
        town(nobody(), nobody(step=LEDGER), steps=[step(DOOR), step(LEDGER)]), tracks=[track("by-night")]
    ),
    "signal-not-followed": with_more(town(), signal(ABSENT)),
    "strangers": with_more(town(cover(POLICE), cover(HALL)), rated(POLICE, HALL, none=71.43, good=28.57)),
    "no-duty-to-report": with_more(town(cover(HALL, DETECT)), duty(HALL, VOLUNTARY, TABLE)),
    "barrier-without-seat": town(cover(BANK), closed(), seat(POLICE)),
    "weak-tie": with_more(town(), rated(POLICE, HALL, weak=57.14, good=42.86)),
    "contradiction": town(cover(POLICE), cover(POLICE, state=ABSENT, citations=by(REPORT, at="p. 2"))),
}
POSSIBLE_OF = {
    "uncovered-step": town(),
    "single-actor-step": town(cover(POLICE)),
    "paper-cover": town(cover(POLICE, state=COMPETENT)),
    "seen-not-stopped": town(cover(POLICE, DETECT)),
    "unwatched-facilitator": town(helps(BANK, step=STATED)),
    "dual-role": town(cover(BANK, DETECT, COMPETENT), helps(BANK, shell=STATED)),
    "outside-the-table": town(cover(BANK)),
    "group-without-seat": town(),
    "missing-level": town(cover(POLICE)),
    "group-not-served": town(cover(POLICE, groups=[GIRLS])),
    "open-track": with_more(
        town(nobody(), cover(POLICE, state=COMPETENT, step=LEDGER), steps=[step(DOOR), step(LEDGER)]),
        tracks=[track("by-night")],
    ),
    "signal-not-followed": with_more(town(), signal()),
    "no-lead": town(),
    "strangers": with_more(town(cover(POLICE), cover(HALL)), rated(POLICE, HALL, none=71.43, source=SURVEY)),
    "no-duty-to-report": town(cover(HALL, DETECT)),
    "barrier-without-seat": town(cover(BANK)),
    "weak-tie": with_more(town(), rated(POLICE, HALL, weak=57.14, good=42.86, source=SURVEY)),
}
"""`contradiction` judges records and is never merely possible; `no-lead` is never certain."""

QUIET = {
    "uncovered-step": town(cover(POLICE)),
    "single-actor-step": town(cover(POLICE), cover(HALL)),
    "paper-cover": town(cover(POLICE)),
    "seen-not-stopped": town(cover(POLICE, DETECT), cover(HALL)),
    "unwatched-facilitator": town(cover(POLICE), helps(BANK, step=STATED)),
    "dual-role": town(cover(POLICE), helps(BANK, step=STATED)),
    "outside-the-table": town(cover(POLICE), seat(POLICE)),
    "group-without-seat": town(seat(HALL), actors=[actor(HALL, serves=(serving(CHILDREN),))]),
    "missing-level": with_more(town(cover(POLICE)), levels={POLICE: [LOCAL]}),
    "group-not-served": town(cover(POLICE, groups=[GIRLS]), cover(HALL, groups=[BOYS])),
    "open-track": with_more(town(cover(POLICE), steps=[step(DOOR), step(LEDGER)]), tracks=[track("by-night")]),
    "signal-not-followed": with_more(town(), signal(WORKING)),
    "no-lead": with_more(town(), lead(POLICE)),
    "strangers": with_more(town(cover(POLICE), cover(HALL)), rated(POLICE, HALL, none=50, weak=50)),
    "no-duty-to-report": with_more(
        town(cover(HALL, DETECT), cover(BANK)), duty(HALL, OBLIGED, TABLE), duty(BANK, NOT_OBLIGED, TABLE)
    ),
    "barrier-without-seat": town(cover(BANK), cover(POLICE), closed(), seat(POLICE)),
    "weak-tie": with_more(town(), rated(POLICE, HALL, weak=42.86, none=7.14, sufficient=50)),
    "contradiction": town(cover(POLICE, groups=[GIRLS]), cover(POLICE, state=ABSENT, groups=[BOYS])),
}
