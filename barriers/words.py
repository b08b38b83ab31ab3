"""The field's words that come from a closed vocabulary, as enumerations.

The value of each member is the word that stands in data files, in JSON and on the screen.
"""

from __future__ import annotations

from enum import StrEnum


class _Ranked(StrEnum):
    """Words in an order that counts."""

    @property
    def rank(self) -> int:
        """0 for the first: the most open handling, the worst priority."""
        return list(type(self)).index(self)


class Power(StrEnum):
    """What a cover does to a step; `docs/powers.md` says which verbs mean which power."""

    DETECT = "detect"
    HINDER = "hinder"
    SANCTION = "sanction"
    PROTECT = "protect"


class State(StrEnum):
    """How far an actor covers a step, as the source tells it."""

    ACTIVE = "active"
    PARTIAL = "partial"
    MANDATE = "mandate"
    PLANNED = "planned"
    ABSENT = "absent"


class Bound(StrEnum):
    """What a ceiling says of a step as a whole."""

    PARTIAL = "partial"
    ABSENT = "absent"


class Verb(StrEnum):
    """What those do who cover the steps of a script: against a trafficker they intervene, for a victim they provide."""

    INTERVENE = "intervene"
    PROVIDE = "provide"


class Basis(StrEnum):
    """Who answers for a claim: a source (`stated`) or the analyst (`inferred`)."""

    STATED = "stated"
    INFERRED = "inferred"


class Voice(StrEnum):
    """Who speaks in a citation. Only law, official and report can fix a fact."""

    LAW = "law"
    OFFICIAL = "official"
    REPORT = "report"
    SURVEY = "survey"
    INTERVIEWEE = "interviewee"
    CRITIC = "critic"
    PRESS = "press"

    @property
    def fixes(self) -> bool:
        """Whether this voice can make a finding certain."""
        return self in (Voice.LAW, Voice.OFFICIAL, Voice.REPORT)


class Handling(_Ranked):
    """Who may see a fact, from open to closed: the highest of what is shown governs an output, which prints it."""

    PUBLIC = "public"
    PARTNERS = "partners"
    RESTRICTED = "restricted"


class Form(StrEnum):
    """A form of exploitation."""

    SEXUAL = "sexual"
    LABOUR = "labour"


class Level(StrEnum):
    """Where an organisation works; an actor has a set of these."""

    LOCAL = "local"
    REGIONAL = "regional"
    NATIONAL = "national"
    INTERNATIONAL = "international"


class ActorKind(StrEnum):
    """What kind of organisation, or trade, an actor is."""

    STATE = "state"
    POLICE = "police"
    PROSECUTION = "prosecution"
    COURT = "court"
    MUNICIPALITY = "municipality"
    CARE = "care"
    NGO = "ngo"
    PRIVATE = "private"
    TRADE = "trade"
    NETWORK = "network"
    INTERNATIONAL = "international"


class SourceKind(StrEnum):
    """What kind of document a source is. What a machine wrote is no evidence."""

    LAW = "law"
    OFFICIAL = "official"
    REPORT = "report"
    RESEARCH = "research"
    PRESS = "press"
    SITE = "site"
    MACHINE = "machine"


class Awareness(StrEnum):
    """What a source says a facilitator knows of the crime."""

    DELIBERATE = "deliberate"
    DELIBERATE_OR_UNAWARE = "deliberate-or-unaware"
    UNAWARE = "unaware"
    UNKNOWN = "unknown"


class WeaknessKind(StrEnum):
    """Under which heading a source states a gap."""

    WEAKNESS = "weakness"
    THREAT = "threat"
    OPPORTUNITY = "opportunity"


class PracticeKind(StrEnum):
    """Whether something is done somewhere, or asked for."""

    PRACTICE = "practice"
    RECOMMENDATION = "recommendation"


class SwotKind(StrEnum):
    """In which list of an analysis an item stands; some analyses add solutions to the four."""

    STRENGTH = "strength"
    WEAKNESS = "weakness"
    OPPORTUNITY = "opportunity"
    THREAT = "threat"
    SOLUTION = "solution"


class IndicatorPurpose(StrEnum):
    """What a list of indicators is for."""

    SIGNS_OF_TRAFFICKING = "signs-of-trafficking"
    TARGETS_OF_AN_OFFICE = "targets-of-an-office"


class Obligation(StrEnum):
    """Whether an actor must report, may, or need not and does not."""

    OBLIGED = "obliged"
    VOLUNTARY = "voluntary"
    NOT_OBLIGED = "not-obliged"


class Status(StrEnum):
    """The status of a step; the first that applies, in this order (see docs/method.md)."""

    UNCOVERED = "uncovered"
    INSUFFICIENT = "insufficient"
    COVERED = "covered"
    LIMITED = "limited"
    DETECTED = "detected"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """`certain`: it holds in all worlds that agree with the sources. `possible`: an open question; it holds in some.

    These are the certain and possible answers to a query of incomplete data: Imielinski & Lipski, Incomplete
    information in relational databases, Journal of the ACM 31 (1984), 761-791; Libkin, SQL's three-valued logic and
    certain answers, ACM Transactions on Database Systems 41 (2016).
    """

    CERTAIN = "certain"
    POSSIBLE = "possible"


class Priority(_Ranked):
    """How much harm a gap of this kind does, highest first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
