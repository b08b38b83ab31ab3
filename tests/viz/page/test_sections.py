"""What stands in the page without a script says what the command line says."""

from collections import Counter

from barriers import Selection
from barriers.words import Basis, Form
from tests.viz.page.made import (
    book,
    every,
    html,
    page_of_every,
    page_of_small,
    page_of_three,
    small,
    small_model,
    three,
)
from tests.viz.page.parsed import Node, parsed
from viz.reports.comparison import ahead_sentence, offers_sentence, steps_sentence
from viz.reports.findings import finding_item
from viz.reports.summary import audit_view
from viz.symbols import STATUSES, status_meaning
from viz.wording import cite


def words(node: Node) -> str:
    return " ".join(node.text.split())


def lines(node: Node) -> list[tuple[str, str]]:
    """The labelled lines of a list."""
    return list(
        zip([words(one) for one in node.all("dt")], [words(one) for one in node.all("dd")], strict=True),
    )


# The header


def test_the_header_says_what_was_audited_from_what_and_for_whose_eyes() -> None:
    head = words(page_of_small().one("header", cls="head"))

    assert head.startswith("Netherlands, January 2014audience: partners")
    assert "Script five-barriers, 9 steps. The main source (" in head
    assert "is about minors only, 2013-14." in head


def test_the_title_of_the_window_is_the_heading() -> None:
    assert page_of_small().one("title").text == page_of_small().one("h1").text == "Netherlands, January 2014"
    assert page_of_three().one("title").text.startswith("Netherlands, Romania and Denmark")


def test_the_foot_says_which_model_it_was_made_from() -> None:
    assert words(page_of_small().one("footer")).endswith(f"Model {small().model.digest}")


def test_every_status_has_its_count_out_of_all_its_mark_its_word_and_its_meaning() -> None:
    head = page_of_small().one("header", cls="head")

    assert [words(item) for item in head.one("ul", cls="counts").all("li")] == [
        *("! uncovered 0 of 9 steps", "< insufficient 2 of 9 steps", "# covered 1 of 9 steps"),
        *("/ limited 1 of 9 steps", "o detected 1 of 9 steps", "~ inferred 1 of 9 steps", "? unknown 3 of 9 steps"),
    ]
    statuses, headings = head.all("dl", cls="legend")
    assert [meaning for _, meaning in lines(statuses)] == [status_meaning(one) for one in STATUSES]
    assert lines(headings) == [
        ("What sources say", "gaps that sources state, and points on which they disagree"),
        ("Open questions", "gap or not: not known; ask before you say it"),
    ]


def test_what_the_options_changed_is_said() -> None:
    page = parsed(html(book(small_model(), selection=Selection(form=Form.LABOUR, basis=Basis.STATED))))
    notices = [words(one) for one in page.all("p", cls="notice")]

    assert notices == [
        "Only steps for labour exploitation and facts that a source states; the rest is left out.",
    ]
    assert "of 9 steps." in words(page.one("header", cls="head"))


def test_a_page_of_several_countries_tells_them_apart() -> None:
    audited = [words(one) for one in page_of_three().all("div", cls="audited")]

    assert [one.partition(",")[0] for one in audited] == ["Netherlands", "Romania", "Denmark"]
    assert [one.attributes["data-key"] for one in page_of_three().all("div", cls="audited")] == [
        view.key for view in three().views
    ]


# The summary


def test_the_summary_begins_with_the_sentences_of_the_audit() -> None:
    (view,) = small().views
    shown = audit_view(view.graph, view.audit)

    assert words(page_of_small().id("view-summary").one("p", cls="lead")) == " ".join(shown.sentences)


HEADS = ("fully covered", "limited", "detected only", "inferred only", "not known")


def test_the_table_of_statuses_is_that_of_the_audit() -> None:
    table = page_of_small().id("statuses-nl-five-barriers")
    rows = [[words(cell) for cell in row if cell.tag in ("th", "td")] for row in table.all("tr")]

    assert rows[0] == ["barrier", "steps", "stated gap", *HEADS]
    assert rows[-1] == ["All", "9", "2", "1", "1", "1", "1", "3"]
    assert len(rows) == 7


def test_what_sources_say_is_there_line_by_line_with_its_citations_and_its_findings() -> None:
    summary = page_of_small().id("view-summary")
    (view,) = small().views
    shown = audit_view(view.graph, view.audit)

    for item, line in zip(
        [one for one in summary.one("ol").children if isinstance(one, Node)], shown.gaps, strict=True
    ):
        assert words(item).startswith(line.text)
        cited = [one.text for one in item.all("a") if one.attributes["href"].startswith("#source-")]
        assert cited == [cite(one, small().model) for one in line.citations]
        there = [link.attributes["href"] for link in item.all("a") if "finding" in link.attributes["href"]]
        assert [page_of_small().id(one[1:]).one("code").text for one in there] == [
            finding.id for finding in line.findings
        ]


def test_what_is_to_be_checked_says_how_many_of_how_many_which_and_whom_to_ask() -> None:
    check = page_of_small().id("view-summary").one("ul", cls="check").all("li")[0]

    assert words(check.one("strong")) == "No information on who intervenes (3 of 9 steps)"
    assert lines(check) == [
        ("which", "Hotel; Overcrowded rental; Laundering"),
        ("ask", "Labour Inspectorate 3 and Municipality 1"),
    ]
    (view,) = small().views
    about = [page_of_small().id(link.attributes["href"][1:]).one("code").text for link in check.all("a")]
    assert about == [one.id for one in audit_view(view.graph, view.audit).open[0].findings]


def test_every_step_has_a_row_with_its_status_and_why() -> None:
    for view in every().views:
        for step in view.audit.steps:
            row = page_of_every().id(f"step-{view.key}-{step.step}")
            cells = [one for one in row.children if isinstance(one, Node)]
            assert words(cells[1]).endswith(f" {step.status.value}")
            assert cells[2].text == str(step.reason)


def test_a_step_tells_more_when_it_is_opened() -> None:
    row = page_of_small().id("step-nl-five-barriers-employment.escort")

    assert ("powers", "hinder or sanction") in lines(row.one("dl"))


# The findings


def test_every_finding_is_there_as_the_audit_prints_it() -> None:
    for view in every().views:
        for number, finding in enumerate(view.audit.findings, start=1):
            item = page_of_every().id(f"finding-{view.key}-{number}")
            shown = finding_item(every().model, finding)
            assert item.one("strong").text == shown.text
            assert {label for label, _ in lines(item)} - {"at"} == {label for label, _ in shown.pairs}
            for label, said in shown.pairs:
                wanted = said.split(", ") if label == "facts" else [said]
                assert all(" ".join(part.split()) in words(item) for part in wanted), label


def test_findings_stand_under_the_headings_of_the_audit_with_their_number() -> None:
    section = words(page_of_small().id("view-findings"))
    (view,) = small().views
    possible = sum(finding.certainty.value == "possible" for finding in view.audit.findings)

    gaps = audit_view(view.graph, view.audit).headings.gaps
    assert section.startswith(f"Findings{gaps.text} · {gaps.beside}Minors: ")
    assert (
        f"Open questions: {possible} · the sources do not answer themGap or not: not known; ask before you say it."
        in section
    )
    assert "Sources disagree" not in section


def test_a_finding_leads_to_its_steps_its_sources_and_its_facts() -> None:
    (view,) = small().views
    ids = [finding.id for finding in view.audit.findings]
    item = page_of_small().id(f"finding-{view.key}-{ids.index('insufficient-cover:nl:employment.escort') + 1}")
    there = [link.attributes["href"] for link in item.all("a")]

    assert "#step-nl-five-barriers-employment.escort" in there
    assert any(href.startswith("#fact-ceiling-") for href in there)
    assert any(href.startswith("#source-") for href in there)


def test_a_finding_about_many_steps_names_the_first() -> None:
    section = page_of_every().id("view-findings")
    places = [said for item in section.all("li") for label, said in lines(item) if label == "at"]

    assert max(said.count("; ") for said in places) == 6
    assert any(said.endswith(" more") for said in places)


def test_where_no_source_states_a_gap_it_is_said_that_this_proves_nothing() -> None:
    page = parsed(html(book(small_model(), selection=Selection(basis=Basis.INFERRED))))

    assert "No source states a gapThat does not mean that there is none." in words(page.id("view-summary"))
    assert "No source states a gapThat does not mean that there is none." in words(page.id("view-findings"))


def test_a_step_says_by_name_where_it_leads() -> None:
    (script,) = (one for one in three().model.scripts if one.id == "five-barriers")
    names = {step.id: step.name for step in script.steps}
    for step in script.steps:
        said = dict(lines(page_of_three().id(f"step-nl-five-barriers-{step.id}")))
        assert said.get("leads to", "") == ", ".join(names[ahead] for ahead in step.leads_to)


# Side by side


def test_one_country_is_compared_with_nobody() -> None:
    assert page_of_small().all(id="view-compare") == []
    assert page_of_small().all("a", data_to="compare") == []


def test_the_views_lead_to_the_comparison_where_there_is_one() -> None:
    (link,) = page_of_three().id("views").all("a", data_to="compare")

    assert link.attributes["href"] == "#view-compare"


def test_countries_stand_side_by_side_in_the_words_of_the_command() -> None:
    section = words(page_of_three().id("view-compare"))
    (comparison,) = three().comparisons

    assert steps_sentence(comparison) in section
    for receiver in comparison.receivers:
        assert f"What {receiver.name} could take" in section
        assert offers_sentence(receiver) in section
        assert ahead_sentence(receiver, comparison) in section
        for offer in receiver.offers:
            assert " ".join(offer.practice.says.split()) in section
            assert offer.who in section


def test_each_cell_leads_to_the_step_in_that_country() -> None:
    for step in three().comparisons[0].steps:
        row = page_of_three().id(f"compared-{step.id}")

        assert [link.attributes["href"] for link in row.all("a")] == [
            f"#step-{country}-five-barriers-{step.id}" for country in ("nl", "ro", "dk")
        ]
        assert len(row.all("span", cls="differs")) == step.differs


def test_the_statuses_of_a_barrier_are_counted_in_words() -> None:
    (comparison,) = three().comparisons
    for barrier in comparison.barriers:
        first = page_of_three().id(f"compared-{barrier.id}")
        steps = [page_of_three().id(f"compared-{step.id}") for step in barrier.steps]
        for place, total in enumerate(first.all("td")):
            statuses = [words(step.all("td")[place]).split()[-1] for step in steps]
            counts = [part.split() for part in words(total).split(", ")]

            assert {status: int(number) for number, status in counts} == Counter(statuses)
        assert words(first.one("th")).startswith(f"{barrier.name} ({len(steps)} step")


def test_each_script_is_compared_on_its_own() -> None:
    parts = page_of_every().all("div", cls="comparison")

    assert [part.attributes["data-script"] for part in parts] == ["five-barriers", "chain"]


# The sources


def test_every_source_that_a_fact_a_finding_or_an_offer_cites_is_there() -> None:
    offers = [one.practice for made in every().comparisons for receiver in made.receivers for one in receiver.offers]
    citing = [*every().facts.values(), *offers, *(one for view in every().views for one in view.audit.findings)]
    cited = {citation.source for one in citing for citation in one.citations}
    listed = page_of_every().id("view-sources").all("li")
    rows = {node.attributes["id"].removeprefix("source-") for node in listed}

    assert rows == cited


def test_a_source_says_whom_it_is_about_who_speaks_and_where_it_can_be_read() -> None:
    row = page_of_every().id("source-nl-swot")
    said = dict(lines(row))

    assert said["voice"] == "report"
    assert {"about", "voice", "date", "audience", "cited by"} <= said.keys()
    # An address is text: nothing on the page leads out of it.
    assert row.all("a") == []
