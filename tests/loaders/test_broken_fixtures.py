"""Each broken fixture: the code of its problem, its place and what the analyst is told to do.

The places were counted by hand in the fixtures. A fixture has one problem, and nothing else is wrong with it.
"""

import re
from pathlib import Path

import pytest

from barriers import Problem
from barriers.errors import Gravity
from loaders import load_model
from tests.loaders.fixtures import BROKEN, WARNED, placed, problems_of

TABLE = """
about-nothing.yml:21:18 [dangling-id]
    correct the id, or define the step, barrier, script or actor
alias-bomb.yml:3:8 [alias]
    write the value out; put text that begins with * in quotes
alias.yml:6:10 [alias]
    write the value out; put text that begins with * in quotes
another-code/nl/country.yml:5:9 [wrong-country]
    write NL, or put the file into the folder of the other country
bad-id.yml:4:7 [bad-id]
    write it like nl.border-police or entry.online-grooming
bad-shell.yml:7:13 [bad-shell]
    use 1 for deliberate, 2 for limited liability or possibly unaware, 3 for unaware
beside-the-step.yml:24:12 [beside-the-step]
    correct the groups, or add them to the step
beyond-the-end.yml:28:39 [beyond-the-end]
    look the lines up again in the same text edition
capital-folder/NL/actors.yml:3:3 [no-country]
    rename the folder NL to nl
circle-of-actors.yml:13:9 [circle]
    take one of these part_of out
circle-of-groups.yml:8:43 [circle]
    take one of these includes out
circle-of-steps.yml:34:16 [circle]
    take one of these leads_to out, or say may_circle: true in the script
comma-for-point.yml:8:15 [wrong-type]
    write it in digits, such as 21.43, with a point and without the sign %
concerns-no-country.yml:21:18 [wrong-country]
    write it like NL; whoever is no country goes into the note
concerns-others.yml:22:13 [concerns-others]
    move it to a file with of: INT, and name all the countries under concerns
control-character.yml:5:11 [control-character]
    take the character out; it often comes with text that was copied from a PDF
crooked-indentation.yml:5:5 [syntax]
    give the lines of one record the same indentation, and begin a new record with a dash
crosswalk-gap.yml:21:35 [crosswalk-gap]
    put it under the barrier that it answers to, or under lacking
crosswalk-stranger.yml:23:48 [dangling-id]
    correct the id, or define the step of the other model
dangling-actor-of-duty.yml:19:7 [dangling-id]
    correct the id, or define the actor
dangling-actor-of-signal.yml:20:27 [dangling-id]
    correct the id, or define the actor
dangling-actor.yml:18:10 [dangling-id]
    correct the id, or define the actor
dangling-barrier-of-coordinator.yml:19:21 [dangling-id]
    correct the id, or define the barrier
dangling-barrier-of-step.yml:12:14 [dangling-id]
    correct the id, or define the barrier
dangling-barrier.yml:19:21 [dangling-id]
    correct the id, or define the barrier
dangling-edition.yml:12:12 [dangling-id]
    correct the id, or define the edition
dangling-group-of-step.yml:16:14 [dangling-id]
    correct the id, or define the group
dangling-group.yml:24:20 [dangling-id]
    correct the id, or define the group
dangling-maker.yml:21:12 [dangling-id]
    correct the id, or define the actor
dangling-network.yml:19:12 [dangling-id]
    correct the id, or define the network
dangling-source.yml:23:14 [dangling-id]
    correct the id, or define the source
dangling-step-in-leads-to.yml:18:16 [dangling-id]
    correct the id, or define the step
dangling-step-of-signal.yml:19:24 [dangling-id]
    correct the id, or define the step
dangling-step.yml:19:9 [dangling-id]
    correct the id, or define the step
day-first.yml:8:10 [wrong-date]
    write 2014-01-31
duplicate-fact.yml:24:3 [duplicate-fact]
    merge the two, or cite another place
duplicate-id-across-files/nl/more-actors.yml:4:8 [duplicate-id]
    give one of them another id
duplicate-id-across-kinds.yml:3:8 [duplicate-id]
    give one of them another id
duplicate-id.yml:7:7 [duplicate-id]
    give one of them another id
duplicate-key-at-depth.yml:7:3 [duplicate-key]
    take one of the two out, or begin a new record with a dash
duplicate-key.yml:4:1 [duplicate-key]
    take one of the two out, or begin a new record with a dash
duplicate-order.yml:10:10 [duplicate-order]
    number the barriers in their order
duplicate-signal.yml:22:3 [duplicate-fact]
    merge the two, or cite another place
empty.yml:1:1 [empty-file]
    fill the file, or take it away
ends-before-it-begins.yml:9:10 [ends-before-it-begins]
    exchange the two dates, or correct one of them
excel-date.yml:8:10 [wrong-date]
    write 2014-01-31 if this is the day as Excel counts it
excel.yml:1:1 [not-utf8]
    copy what it says into a text file, and take this one away
facilitation-without-claim.yml:4:3 [empty-list]
    say in which shell, at which barrier or at which step
figure-in-words.yml:6:11 [wrong-type]
    write it in digits, such as 21.43, with a point and without the sign %
form-beside-the-step.yml:24:11 [beside-the-step]
    correct the forms, or add them to the step
hard-space.yml:5:1 [hard-space]
    replace each hard space by an ordinary one
impossible-date.yml:7:9 [impossible-date]
    look it up in the source; perhaps month and day are exchanged
ja-for-true.yml:8:13 [wrong-type]
    write true or false, in English
coordinator-at-no-barrier.yml:5:13 [empty-list]
    name the barriers, or take the record out
lines-as-text.yml:9:39 [wrong-type]
    write it in brackets, as in [40, 42]
lines-backwards.yml:9:39 [bad-lines]
    write the smaller line number first
lines-without-words.yml:9:5 [no-words]
    copy the words that name the actor or the activity
list-at-top.yml:1:1 [wrong-type]
    write schema: 2 on the first line and a key such as actors: above the list
list-for-text.yml:5:9 [wrong-type]
    take the brackets or the dash away; if they belong to the text, put it in quotes
list-without-end.yml:18:3 [open-ended-list]
    add until:, or take the complete list out and record memberships only
long-id.yml:4:7 [bad-id]
    shorten it, also where it is referred to; a name and a note may be as long as you need
machine-evidence.yml:23:14 [machine-evidence]
    find the document behind it, or say basis: inferred
missing-key.yml:3:3 [missing-key]
    add a line kind: to this record
missing-schema.yml:1:1 [missing-key]
    write schema: 2 on the first line of the file
misspelt-power.yml:6:10 [unknown-power]
    use one of these words
negative-percentage.yml:7:30 [bad-percentage]
    look it up in the source; it is not a percentage
no-country-page.yml:17:3 [no-country-page]
    add the file nl/country.yml with this section
no-country.yml:3:3 [no-country]
    move the file into a folder such as nl, or write of: NL at its top
no-edition.yml:23:39 [no-edition]
    take lines: and words: out, or add edition: to the source report
no-name.yml:5:9 [empty-text]
    write the name, or take the record out
no-script.yml:10:3 [no-script]
    add the script in the folder scripts, or name the folder with scripts and the countries
no-weights.yml:7:12 [no-weights]
    take it out: points that are not known are left out
norway-code/no/country.yml:3:9 [unquoted-word]
    write "NO" in quotes, or leave the key out where nothing is meant
norway-name.yml:6:17 [unquoted-word]
    write "NO" in quotes, or leave the key out where nothing is meant
not-a-network.yml:19:12 [not-a-network]
    name the network, or change the kind of the actor
not-utf8.yml:4:12 [not-utf8]
    save the file again as UTF-8 (in Excel and Notepad: Save as, encoding UTF-8)
nothing-after-colon.yml:8:9 [wrong-type]
    write a value there (one that begins with # in quotes), or take the key out
nothing-answered.yml:22:26 [dangling-id]
    correct the id, or define the step, barrier or actor
nothing-touched.yml:19:26 [dangling-id]
    correct the id, or define the step, barrier or actor
of-another-country/nl/actors.yml:2:5 [wrong-country]
    take the line out; the folder says it
one-word.yml:9:56 [no-words]
    copy the words that name the actor or the activity
only-comments.yml:1:1 [empty-file]
    fill the file, or take it away
open-bracket.yml:7:11 [syntax]
    add ] or a comma
open-quote.yml:4:10 [syntax]
    close it
part-of-nothing.yml:7:7 [bad-denominator]
    write how many there are in all, or leave it out where the source does not print it
percent-sign.yml:6:9 [syntax]
    put the whole text in quotes
percentage-over-100.yml:8:15 [bad-percentage]
    look it up in the source; it is not a percentage
power-of-step-unknown.yml:15:22 [unknown-power]
    use one of these, or add it to the powers of the script doors
power-unknown-to-script.yml:20:10 [unknown-power]
    use one of these, or add it to the powers of the script doors
receiver-of-no-country.yml:21:19 [wrong-country]
    write it like NL; whoever is no country goes into the note
record-for-list.yml:4:3 [wrong-type]
    begin each record in a new line with a dash
second-colon.yml:4:21 [syntax]
    put the whole text in quotes
short-route.yml:22:12 [short-route]
    name the steps in their order
signal-at-no-step.yml:5:10 [empty-list]
    name the steps, or take the record out
small-of.yml:2:5 [wrong-country]
    write it like of: NL
step-without-origin.yml:11:5 [step-without-origin]
    add the citation, or say ours: true
step-without-powers.yml:15:13 [empty-list]
    name the powers, or take the record out
survey-by-its-source.yml:23:14 [survey-without-respondents]
    add respondents: with the number that the source prints
survey-without-respondents.yml:11:12 [survey-without-respondents]
    add respondents: with the number that the source prints
swot-number-0.yml:6:11 [bad-number]
    count the items of this kind in the source
swot-of-nothing.yml:21:24 [dangling-id]
    correct the id, or define the step, barrier or actor
tab.yml:5:1 [tab]
    replace each tab by two spaces
tag.yml:4:10 [tag]
    take the tag away; put text that begins with ! in quotes
text-for-list.yml:7:11 [wrong-type]
    write it in brackets: [local]
text-for-record.yml:4:3 [wrong-type]
    write it as a record, as in {id: nl.police, name: ..., kind: ...}
too-deep.yml:2:33 [too-deep]
    take superfluous brackets away, and check the indentation
topic-without-words.yml:5:10 [empty-text]
    say in words what it is that sources answer differently
route-off-the-path.yml:37:26 [off-the-path]
    add entry.room to the leads_to of entry.offer, or correct the route
two-documents.yml:3:1 [two-documents]
    split the file
two-pages/nl/page.yml:2:17 [duplicate-country]
    merge the two
undated.yml:18:3 [undated]
    add since: with the first day for which it is known
unknown-follow-up.yml:6:14 [unknown-word]
    use one of these words
unknown-key.yml:4:3 [unknown-key]
    correct the key, or take it out
unknown-obligation.yml:6:9 [unknown-word]
    use one of these words
unknown-practice-kind.yml:5:9 [unknown-word]
    use one of these words
unknown-purpose.yml:5:12 [unknown-word]
    use one of these words
unknown-rating.yml:7:14 [unknown-rating]
    use the nearest of these words
unknown-schema.yml:1:9 [schema-version]
    write schema: 2 if the file was made for this release, or use the release that it was made for
unknown-section.yml:2:1 [unknown-key]
    correct the key, or take it out
unknown-state.yml:7:10 [unknown-word]
    use one of these words
unknown-swot-kind.yml:5:9 [unknown-word]
    use one of these words
unquoted-off.yml:5:7 [unquoted-word]
    write "Off" in quotes, or leave the key out where nothing is meant
utf-16-unmarked.yml:1:2 [not-utf8]
    save the file again as UTF-8 (in Excel and Notepad: Save as, encoding UTF-8)
utf-16.yml:1:1 [not-utf8]
    save the file again as UTF-8 (in Excel and Notepad: Save as, encoding UTF-8)
weights-without-score.yml:6:11 [weights-without-score]
    say scored: true, or take weights and threshold out
word-for-number.yml:8:60 [wrong-type]
    write it in digits, such as 14
written-id.yml:24:3 [unknown-key]
    take the line out
wrong-kind.yml:19:9 [wrong-kind]
    correct the id, or define the step
year-for-date.yml:8:10 [wrong-date]
    give the day too; where only the year is known, the first day that it can be
"""

WARNINGS = """
ratings-over-100-suspected.yml:20:12 [ratings-over-100]
    kept as printed; nothing to do, for your suspicion stands beside it
ratings-over-100.yml:21:3 [ratings-over-100]
    kept as printed; compare with the source, and say under suspicion: what was probably meant
uncited.yml:18:3 [uncited]
    add citations: with source: and at:
words-of-a-plan.yml:24:14 [words-of-a-plan]
    read the passage again: state mandate or planned, or cite the words that say it is done
words-without-a-no.yml:23:14 [words-without-a-no]
    read the passage again: bound partial or a weakness, or cite the words that say so
"""

SOUND = {"source-of-tomorrow.yml"}
"""What looks odd and is allowed."""


def rows(table: str) -> list[tuple[str, str]]:
    """Place with code, and remedy; a line that begins with spaces goes on with the one above it."""
    return [(where, " ".join(remedy.split())) for where, remedy in re.findall(r"^(\S.*)\n((?: +.*\n)+)", table, re.M)]


def root_of(where: str) -> str:
    """The fixture that a place lies in: a file, or the folder that it is in."""
    return re.split(r"[/:]", where)[0]


def told(problem: Problem, root: Path) -> tuple[str, str]:
    return placed(problem, root), str(problem.remedy)


@pytest.mark.parametrize(("where", "remedy"), rows(TABLE), ids=[root_of(where) for where, _ in rows(TABLE)])
def test_a_broken_fixture_is_told_by_code_place_and_remedy(where: str, remedy: str) -> None:
    (problem,) = problems_of(BROKEN / root_of(where))

    assert told(problem, BROKEN) == (where, remedy)
    assert problem.gravity is Gravity.ERROR


@pytest.mark.parametrize(("where", "remedy"), rows(WARNINGS), ids=[root_of(where) for where, _ in rows(WARNINGS)])
def test_a_doubtful_fixture_loads_with_a_warning(where: str, remedy: str) -> None:
    (problem,) = load_model(WARNED / root_of(where)).warnings

    assert told(problem, WARNED) == (where, remedy)
    assert problem.gravity is Gravity.WARNING


@pytest.mark.parametrize("name", sorted(SOUND))
def test_an_odd_but_sound_fixture_loads_without_a_word(name: str) -> None:
    assert load_model(WARNED / name).warnings == ()


def test_every_fixture_is_in_a_table() -> None:
    broken = {root_of(where) for where, _ in rows(TABLE)} | {"three-files"}
    warned = {root_of(where) for where, _ in rows(WARNINGS)} | SOUND

    assert {path.name for path in BROKEN.iterdir()} == broken
    assert {path.name for path in WARNED.iterdir()} == warned


def test_there_are_at_least_forty_kinds_of_mistake() -> None:
    assert len(rows(TABLE)) >= 40
    assert len({where.partition("[")[2] for where, _ in rows(TABLE)}) >= 40


@pytest.mark.parametrize("path", sorted(BROKEN.iterdir()), ids=lambda path: path.name)
def test_a_message_has_its_five_parts_on_one_line(path: Path) -> None:
    """`file:line:column: found; expected what; nearest known: name; what to do [code]`."""
    for problem in problems_of(path):
        assert re.fullmatch(r".+?:\d+:\d+: .+; expected .+; .+ \[[a-z0-9-]+\]", str(problem))
