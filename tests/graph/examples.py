"""For each question a model that it certainly finds something in, one where it perhaps does, and one where not."""

from __future__ import annotations

from tests.graph.made import (
    ABSENT,
    ACTIVE,
    BANK,
    BOYS,
    CHILDREN,
    DETECT,
    DOOR,
    GIRLS,
    HALL,
    LEDGER,
    MANDATE,
    POLICE,
    REPORT,
    STATED,
    SURVEY,
    TABLE,
    actor,
    by,
    complete,
    cover,
    helps,
    in_part,
    membership,
    nobody,
    serving,
    step,
    town,
)
from tests.graph.made_more import (
    LOCAL,
    NOT_OBLIGED,
    OBLIGED,
    VOLUNTARY,
    coordinator,
    duty,
    rated,
    route,
    signal,
    with_more,
)

CERTAIN_OF = {
    "uncovered-step": town(nobody()),
    "single-stakeholder": town(nobody()),
    "insufficient-cover": town(in_part()),
    "detected-only": town(nobody(), cover(POLICE, DETECT)),
    "facilitator-without-barrier": town(nobody(), helps(BANK, step=STATED)),
    "dual-role": town(cover(BANK, DETECT), helps(BANK, shell=STATED)),
    "outside-networks": town(cover(BANK), complete(), membership(POLICE)),
    "group-not-represented": town(complete(without=(CHILDREN,)), membership(POLICE)),
    "missing-level": town(nobody()),
    "group-not-covered": town(nobody(groups=[BOYS]), cover(POLICE, groups=[GIRLS])),
    "open-route": with_more(
        town(nobody(), nobody(step=LEDGER), steps=[step(DOOR), step(LEDGER)]), routes=[route("by-night")]
    ),
    "signal-not-followed": with_more(town(), signal(ABSENT)),
    "no-cooperation": with_more(town(cover(POLICE), cover(HALL)), rated(POLICE, HALL, none=71.43, good=28.57)),
    "no-duty-to-report": with_more(town(cover(HALL, DETECT)), duty(HALL, VOLUNTARY, TABLE)),
    "barrier-not-represented": town(cover(BANK), complete(), membership(POLICE)),
    "weak-cooperation": with_more(town(), rated(POLICE, HALL, weak=57.14, good=42.86)),
    "contradiction": town(cover(POLICE), cover(POLICE, state=ABSENT, citations=by(REPORT, at="p. 2"))),
}
POSSIBLE_OF = {
    "uncovered-step": town(),
    "single-stakeholder": town(cover(POLICE)),
    "insufficient-cover": town(cover(POLICE, state=MANDATE)),
    "detected-only": town(cover(POLICE, DETECT)),
    "facilitator-without-barrier": town(helps(BANK, step=STATED)),
    "dual-role": town(cover(BANK, DETECT, MANDATE), helps(BANK, shell=STATED)),
    "outside-networks": town(cover(BANK)),
    "group-not-represented": town(),
    "missing-level": town(cover(POLICE)),
    "group-not-covered": town(cover(POLICE, groups=[GIRLS])),
    "open-route": with_more(
        town(nobody(), cover(POLICE, state=MANDATE, step=LEDGER), steps=[step(DOOR), step(LEDGER)]),
        routes=[route("by-night")],
    ),
    "signal-not-followed": with_more(town(), signal()),
    "no-coordinator": town(),
    "no-cooperation": with_more(town(cover(POLICE), cover(HALL)), rated(POLICE, HALL, none=71.43, source=SURVEY)),
    "no-duty-to-report": town(cover(HALL, DETECT)),
    "barrier-not-represented": town(cover(BANK)),
    "weak-cooperation": with_more(town(), rated(POLICE, HALL, weak=57.14, good=42.86, source=SURVEY)),
}
"""`contradiction` judges records and is never merely possible; `no-coordinator` is never certain."""

QUIET = {
    "uncovered-step": town(cover(POLICE)),
    "single-stakeholder": town(cover(POLICE), cover(HALL)),
    "insufficient-cover": town(cover(POLICE)),
    "detected-only": town(cover(POLICE, DETECT), cover(HALL)),
    "facilitator-without-barrier": town(cover(POLICE), helps(BANK, step=STATED)),
    "dual-role": town(cover(POLICE), helps(BANK, step=STATED)),
    "outside-networks": town(cover(POLICE), membership(POLICE)),
    "group-not-represented": town(membership(HALL), actors=[actor(HALL, serves=(serving(CHILDREN),))]),
    "missing-level": with_more(town(cover(POLICE)), levels={POLICE: [LOCAL]}),
    "group-not-covered": town(cover(POLICE, groups=[GIRLS]), cover(HALL, groups=[BOYS])),
    "open-route": with_more(town(cover(POLICE), steps=[step(DOOR), step(LEDGER)]), routes=[route("by-night")]),
    "signal-not-followed": with_more(town(), signal(ACTIVE)),
    "no-coordinator": with_more(town(), coordinator(POLICE)),
    "no-cooperation": with_more(town(cover(POLICE), cover(HALL)), rated(POLICE, HALL, none=50, weak=50)),
    "no-duty-to-report": with_more(
        town(cover(HALL, DETECT), cover(BANK)), duty(HALL, OBLIGED, TABLE), duty(BANK, NOT_OBLIGED, TABLE)
    ),
    "barrier-not-represented": town(cover(BANK), cover(POLICE), complete(), membership(POLICE)),
    "weak-cooperation": with_more(town(), rated(POLICE, HALL, weak=42.86, none=7.14, sufficient=50)),
    "contradiction": town(cover(POLICE, groups=[GIRLS]), cover(POLICE, state=ABSENT, groups=[BOYS])),
}
