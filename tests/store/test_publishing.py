"""Published audits: what stands on the server equals the audit, replaces itself, and is no part of the model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from barriers import Selection, StoreTrouble
from barriers.words import Form
from graph import build_graph
from graph.audit import audit_graph
from graph.store import clearing
from graph.store.connection import Store
from graph.store.contents import examine, remains
from graph.store.publishing import Published, publish, status_label
from graph.store.pushing import push
from graph.store.reading import stored_model
from graph.store.schema import DERIVED
from graph.store.versions import Version
from loaders import load_model
from tests.cli.running import DATA, run
from tests.store.server import Access
from tests.store.stores import current_keys, neo4j, small

LABOUR = Selection(form=Form.LABOUR)
SCRIPT = "five-barriers"


def rows(store: Store, statement: str, **values: Any) -> list[list[Any]]:
    with store.session() as session:
        return session.run(statement, values).values()


def published(store: Store, version: Version, selection: Selection = Selection()) -> Published:
    return publish(store, version, small(), build_graph(small(), "NL", SCRIPT, selection), selection, "anna")


def derived(store: Store) -> dict[str, int]:
    """How many nodes of each kind were published, whether readers take them or not."""
    found = rows(store, "MATCH (n:BarriersNode {derived: true}) RETURN n.label, count(*)")
    return dict(found)


def test_what_is_published_says_what_the_audit_says(store: Store) -> None:
    """Each finding and each status with its sentence, and what it speaks of."""
    version = push(store, small(), "NL", "anna").version
    audit = published(store, version).audit
    findings = rows(
        store, "MATCH (:Audit)-[:FOUND]->(f:Finding) RETURN f.finding, f.title, f.certainty ORDER BY f.place"
    )
    statuses = rows(
        store,
        "MATCH (:Audit)-[:SHOWS]->(is:StepStatus)-[:OF]->(step:Step) "
        "RETURN step.id, is.status, is.reason, labels(is) ORDER BY is.place",
    )
    about = rows(store, "MATCH (f:Finding)-[:CONCERNS]->(n) RETURN f.finding, collect(n.id)")
    (told,) = rows(
        store, "MATCH (a:Audit) RETURN a.country, a.script, a.filters, a.digest, a.by, a.version, a.published"
    )

    assert findings == [[one.id, str(one.title), one.certainty.value] for one in audit.findings]
    assert [row[:3] for row in statuses] == [[one.step, one.status.value, str(one.reason)] for one in audit.steps]
    assert all({"BarriersNode", "StepStatus", status_label(row[1])} == set(row[3]) for row in statuses)
    # A group is a node of its script.
    spoken_of = {name: {one.rpartition("/")[2] for one in ids} for name, ids in about}
    assert all(spoken_of[one.id] <= set(one.about) for one in audit.findings if one.id in spoken_of)
    assert {name for name, _ in about} == {one.id for one in audit.findings}
    assert told[:6] == ["NL", SCRIPT, "", small().digest, "anna", version.key]
    assert told[6] is not None


def test_the_same_audit_replaces_itself_and_another_stands_beside_it(store: Store) -> None:
    """The nodes stay, for somebody may have drawn something to them."""
    version = push(store, small(), "NL", "anna").version
    first = published(store, version)
    nodes = rows(store, "MATCH (n:BarriersNode {derived: true}) RETURN elementId(n) ORDER BY n.id")
    relations = rows(store, "MATCH (:BarriersNode {derived: true})-[r]-() RETURN count(r)")
    again = published(store, version)
    other = published(store, version, LABOUR)

    assert (first.again, again.again, other.again) == (False, True, False)
    assert first.id == again.id != other.id
    assert rows(store, "MATCH (n {audit: $id}) RETURN elementId(n) ORDER BY n.id", id=first.id) == nodes
    assert rows(store, "MATCH ({derived: true, audit: $id})-[r]-() RETURN count(r)", id=first.id) == relations
    assert rows(store, "MATCH (a:Audit) RETURN a.filters ORDER BY a.filters") == [[""], ["form=labour"]]


def test_nothing_that_reads_takes_it_for_a_part_of_the_model(store: Store, neo4j_access: Access) -> None:
    """The model, the status and the audit are what they were."""
    published(store, push(store, small(), "NL", "anna").version)
    from_files = run("audit", "NL", "--format", "json")
    from_server = run("audit", "NL", "--store", "neo4j", "--format", "json", data=None, **neo4j_access.environment)

    assert stored_model(store, "NL") == small()
    assert examine(store, "NL").altered == 0
    assert remains(store) == ()
    assert neo4j(neo4j_access, "status", data=DATA).exit_code == 0
    assert from_server.stdout == from_files.stdout


def test_it_goes_with_its_version(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its labels at the switch, its nodes when the version is cleared."""
    published(store, push(store, small(), "NL", "anna").version)
    push(store, small(note="another"), "NL", "bert")
    labels = rows(store, "MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label")
    kept = derived(store)
    monkeypatch.setattr(clearing, "LONGEST_READING", clearing.LONGEST_READING * 0)
    push(store, small(note="a third"), "NL", "bert")

    statuses = {status_label(status) for status in ("covered", "unknown")}
    assert {label for (label,) in labels}.isdisjoint({*DERIVED, *statuses})
    assert set(kept) == set(DERIVED)
    assert derived(store) == {}


def test_nothing_is_published_of_a_version_that_gave_way(store: Store) -> None:
    """Whoever audited it looks at what is there now."""
    version = push(store, small(), "NL", "anna").version
    push(store, small(note="another"), "NL", "bert")

    with pytest.raises(StoreTrouble, match="Somebody else changed the model NL"):
        published(store, version)
    assert derived(store) == {}


def test_what_others_drew_to_a_finding_stays_or_nothing_is_published(store: Store) -> None:
    """It stays on a finding that is found again; one that is not is named."""
    version = push(store, small(), "NL", "anna").version
    audit = published(store, version)
    rows(store, "MATCH (f:Finding) WITH f ORDER BY f.place LIMIT 1 CREATE (:Person {name: 'Eva'})-[:LOOKS_AT]->(f)")
    published(store, version)
    kept = rows(store, "MATCH (:Person)-[:LOOKS_AT]->(f:Finding) RETURN f.place")
    rows(
        store,
        "CREATE (:Person)-[:LOOKS_AT]->(:BarriersNode:Finding {version: $version, label: 'Finding', id: 'gone', "
        "finding: 'gone', audit: $audit, derived: true, shown: ['Finding']})",
        version=version.key,
        audit=audit.id,
    )
    before = rows(store, "MATCH (a:Audit) RETURN a.published")

    with pytest.raises(StoreTrouble, match=r"1 finding of NL .* is no longer found.*\(gone\)"):
        published(store, version)
    assert kept == [[1]]
    assert rows(store, "MATCH (a:Audit) RETURN a.published") == before


def test_a_push_publishes_where_it_is_asked_to(store: Store, neo4j_access: Access) -> None:
    """And again when nothing else is to be done."""
    first = neo4j(neo4j_access, "push", "NL", "--publish", data=DATA)
    again = neo4j(neo4j_access, "push", "NL", "--publish", data=DATA)
    audit = audit_graph(build_graph(load_model(DATA, countries=["NL"]).model, "NL", SCRIPT, Selection()), "")

    said = f"published at {store.settings.where}"
    counts = f"({len(audit.findings)} findings, {len(audit.steps)} steps).\n"
    assert first.stderr.endswith(f"NL: audit nl:{SCRIPT}:{audit.as_of} {said} {counts}")
    assert again.stderr.endswith(f"NL: audit nl:{SCRIPT}:{audit.as_of} {said} in place of itself {counts}")


def test_an_audit_is_published_with_the_filters_that_are_asked_for(store: Store, neo4j_access: Access) -> None:
    """Of a draft too; a script that is not there is refused."""
    version = push(store, small(), "NL/spring", "anna").version
    done = neo4j(neo4j_access, "publish", "NL", "--draft", "spring", "--as-of", "2030-01-01", "--form", "labour")
    refused = neo4j(neo4j_access, "publish", "NL", "--draft", "spring", "--script", "no-such")
    missing = neo4j(neo4j_access, "publish", "NL")

    assert (done.exit_code, done.stdout) == (0, "")
    assert rows(store, "MATCH (a:Audit) RETURN a.version, toString(a.as_of), a.filters") == [
        [version.key, "2030-01-01", "form=labour"]
    ]
    assert refused.exit_code != 0
    assert "no-such" in refused.stderr
    assert missing.exit_code != 0
    assert current_keys(store) == {"NL/spring": version.key}


def test_the_style_files_are_written_into_a_new_folder(tmp_path: Path) -> None:
    """No server is asked; what is there is written over with --force only."""
    done = run("neo4j", "style", "-o", tmp_path / "style", data=None)
    again = run("neo4j", "style", "-o", tmp_path / "style", data=None)
    forced = run("neo4j", "style", "-o", tmp_path / "style", "--force", data=None)

    assert done.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "style").iterdir()) == ["barriers-bloom.json", "barriers.grass"]
    assert again.exit_code == 2
    assert "barriers.grass is already there" in " ".join(again.stderr.split())
    assert forced.exit_code == 0
