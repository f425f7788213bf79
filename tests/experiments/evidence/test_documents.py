"""What is read from the committed pages is what stands in them."""

from pathlib import Path

import pytest

from experiments.evidence import documents
from experiments.evidence.documents import Firmness, Reach, Verdict
from experiments.evidence.emergence.patterns import patterns
from experiments.evidence.emergence.sizes import sizes
from experiments.evidence.emergence.verdict import Status
from experiments.showing.markdown import DOCS, rows_under, table


def test_every_pattern_has_a_verdict_in_every_company() -> None:
    found = documents.verdicts()
    assert list(found) == list(patterns())
    for row in found.values():
        assert list(row) == [size.id for size in sizes()]
        for verdict in row.values():
            assert 0 <= verdict.holding <= verdict.claims
            assert (verdict.status == Status.HOLDS) == (verdict.holding == verdict.claims)


def test_a_verdict_is_read_as_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [("P9 A thing", "✔ holds (2 of 2 claims)", "? not distinguishable (1 of 3 claims)")]
    page = "## Verdicts\n\n" + table(("pattern", "small", "large"), rows)
    monkeypatch.setattr(documents, "_page", {"emergence.md": page}.get)
    assert documents.verdicts() == {"P9": {"small": Verdict(Status.HOLDS, 2, 2), "large": Verdict(Status.OPEN, 1, 3)}}


def test_checks_that_pass_are_counted() -> None:
    passed = documents.verified()
    assert passed is not None
    assert passed[0] <= passed[1]
    assert f"\n{passed[0]} of {passed[1]} checks pass" in (DOCS / "verification.md").read_text(encoding="utf-8")


def test_conclusions_and_loads_are_read_as_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    firm = table(
        ("conclusion", "difference now", "stands in", "flips with"), [("less profit", "−3,656", "7 of 9", "–")]
    )
    loads = table(("problems", "a: silo index", "b: silo index"), [("× 0.5", "0.92", "0.57"), ("× 2", "0.91", "0.80")])
    page = f"# What the conclusions hang on\n\nWords.\n\n{firm}\n## More and fewer problems\n\n{loads}"
    monkeypatch.setattr(documents, "_page", {"robustness.md": page}.get)
    assert documents.conclusions() == (Firmness("less profit", -3656.0, 7, 9),)
    assert documents.loads() == {
        0.5: {"a": {"silo index": 0.92}, "b": {"silo index": 0.57}},
        2.0: {"a": {"silo index": 0.91}, "b": {"silo index": 0.80}},
    }


def test_what_lies_in_reach_is_read_of_the_first_company_only(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "Silo index: of the effect that the target in reach has, a safe one {} % and a hopeless one {} %.\n"
    page = f"\n## P4: Level\n\n### six-weeks: holds\n\n{said.format('−1', 58)}\n### small: holds\n\n{said.format(3, 4)}"
    monkeypatch.setattr(documents, "_page", {"emergence.md": page}.get)
    assert documents.reach() == (Reach("Silo index", -0.01, 0.58),)


def test_the_committed_pages_hold_all_that_is_read() -> None:
    assert {each.measure for each in documents.reach()} >= {"Silo index", "Avoidable hand-offs"}
    assert len(documents.fitted()) == 7
    assert documents.conclusions()
    assert 1.0 in documents.loads()
    policies = {frozenset(row) for row in documents.loads().values()}
    assert len(policies) == 1


def test_where_the_pages_are_not_at_hand_there_is_nothing_to_tell(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(documents, "DOCS", tmp_path)
    documents._page.cache_clear()
    try:
        assert documents.verdicts() == {} == documents.loads()
        assert documents.verified() is None
        assert documents.conclusions() == documents.reach() == documents.fitted() == ()
    finally:
        documents._page.cache_clear()


def test_rows_are_those_below_the_heading_only() -> None:
    page = (
        "## A\n\n## B\n\nWords | with a bar.\n\n"
        + table(("x",), [("1",), ("2",)])
        + "\nMore.\n"
        + table(("x",), [("3",)])
    )
    assert rows_under(page, "## A") == []
    assert rows_under(page, "## C") == []
    assert rows_under(page, "## B") == [{"x": "1"}, {"x": "2"}]
