"""The model gives the answers that are known. What they are: experiments/evidence/verification."""

from functools import lru_cache
from itertools import islice
from types import ModuleType

import pytest

from experiments.evidence.verification.bare import BARE, bare
from experiments.evidence.verification.check import Check, Mean
from experiments.evidence.verify import PAGE, theorems, verification_markdown
from experiments.showing.markdown import DOCS
from sim.parameters import declared

SLOW = "t9"
"""The theorems on queues: each of their checks takes three seconds, so the suite makes the first one only."""


@lru_cache
def checks_of(theorem: ModuleType) -> tuple[Check, ...]:
    return tuple(islice(theorem.checks(), 1 if SLOW in theorem.__name__ else None))


@pytest.mark.long
@pytest.mark.parametrize(
    "theorem", [each for each in theorems() if SLOW in each.__name__], ids=lambda theorem: theorem.__name__
)
def test_the_model_gives_all_that_is_known_of_queues(theorem: ModuleType) -> None:
    assert [check.id for check in theorem.checks() if not check.passed] == []


@pytest.mark.parametrize("theorem", theorems(), ids=lambda theorem: theorem.__name__.rpartition(".")[2])
def test_the_model_gives_the_closed_form(theorem: ModuleType) -> None:
    checks = checks_of(theorem)
    assert checks
    failed = [f"{c.id}: {c.measured:.5g}, not {c.expected:.5g} ±{c.tolerance:.2g}" for c in checks if not c.passed]
    assert not failed, "; ".join(failed)


@pytest.mark.parametrize("theorem", theorems(), ids=lambda theorem: theorem.__name__.rpartition(".")[2])
def test_the_page_shows_every_check(theorem: ModuleType) -> None:
    page = (DOCS / PAGE).read_text(encoding="utf-8")
    for check in checks_of(theorem):
        assert f"| {check.id} | " in page, f"docs/{PAGE} is out of date; renew: python -m experiments.evidence.verify"


def test_every_theorem_of_the_first_wave_is_there() -> None:
    assert {theorem.__name__.rpartition(".")[2].partition("_")[0] for theorem in theorems()} >= {
        "t1", "t3", "t4", "t5", "t8", "t9",
    }  # fmt: skip


def test_checks_have_names_of_their_own() -> None:
    quick = [theorem for theorem in theorems() if SLOW not in theorem.__name__]
    names = [check.id for theorem in quick for check in checks_of(theorem)]
    assert len(names) == len(set(names))


def test_the_same_numbers_come_out_again() -> None:
    teams = theorems()[0]
    assert tuple(teams.checks()) == checks_of(teams)


def test_the_bare_company_names_every_parameter() -> None:
    assert set(BARE) == {row.name for row in declared()}, "a new parameter must be set in BARE, where it does nothing"
    assert bare().parameters() == BARE
    assert bare(effort_base=0.7).effort.effort_base == 0.7


def test_a_check_holds_to_one_per_cent_or_three_errors() -> None:
    def check(measured: float, error: float = 0.0, scale: float = 0.0) -> bool:
        return Check("X-1", "a thing is two", "nobody", 2.0, measured, error, scale).passed

    assert check(2.0199)
    assert check(1.9801)
    assert not check(2.021)
    assert check(2.05, error=0.02)
    assert not check(2.07, error=0.02)
    assert check(2.05, scale=5.0)
    assert not check(float("nan"))
    assert not check(float("nan"), error=1.0)


def test_a_mean_knows_its_error() -> None:
    assert Mean.of([1.0, 3.0]) == Mean(2.0, 1.0)


def test_the_page_says_what_failed() -> None:
    good = Check("T1-a", "one is one", "Peano", 1.0, 1.0)
    bad = Check("T9-b", "one | two", "nobody", 1.0, 2.0)
    page = verification_markdown([good, bad])
    assert "1 of 2 checks pass." in page
    assert "\n## T1\n" in page
    assert "| T1-a | one is one | Peano | 1 | 1 | ±0.01 | yes |\n" in page
    assert "| T9-b | one / two | nobody | 1 | 2 | ±0.01 | **NO** |\n" in page
