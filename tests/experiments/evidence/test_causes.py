"""One cause at a time: contracts that differ in one thing, shares that sum to the whole, and the pattern's verdict."""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from experiments.comparing.compare import Comparison
from experiments.comparing.course import CourseLike, load_course
from experiments.evidence.emergence.lab import COMMISSION, GATE_AND_SHARED, LAST_QUARTER, WEEK_6, YEAR, Lab, Trial
from experiments.evidence.emergence.patterns import p02b_what_six_weeks_are_made_of as p2b
from experiments.evidence.emergence.pictures import draw
from experiments.evidence.emergence.shapley import Worths, added, shares
from experiments.evidence.emergence.sizes import sizes
from experiments.evidence.emergence.variants import Cause, partly
from experiments.evidence.emergence.verdict import Status, interval
from sim.company.scenario import Scenario
from sim.policies import Policy, load_policy
from sim.policies.policy import Term
from sim.simulation import Simulation
from sim.tables import WEEK

FUTURES = 20
SPREAD = np.tile([-1.0, 1.0], FUTURES // 2)
"""Noise without a mean."""
SMALL = sizes()[1]


# ------------------------------------------------------------------------------------------------------- shares


@st.composite
def worths(draw: st.DrawFn) -> Worths[str]:
    """Any worth of any set of one to four causes, in three futures."""
    causes = "abcd"[: draw(st.integers(1, 4))]
    values = arrays.arrays(np.float64, 3, elements=st.floats(-100, 100))
    return {frozenset(some): draw(values) for n in range(len(causes) + 1) for some in combinations(causes, n)}


@given(worths())
def test_the_shares_sum_to_the_whole_in_every_future(worth: Worths[str]) -> None:
    causes = max(worth, key=len)
    found = shares(worth)
    assert found.keys() == causes
    np.testing.assert_allclose(sum(found.values()), worth[causes] - worth[frozenset()], atol=1e-9)


@given(worths())
def test_a_cause_that_adds_nothing_has_no_share_and_leaves_the_others_theirs(worth: Worths[str]) -> None:
    idle = dict(worth) | {some | {"idle"}: value for some, value in worth.items()}
    found, without = shares(idle), shares(worth)
    np.testing.assert_allclose(found.pop("idle"), 0.0, atol=1e-9)
    for cause, share in found.items():
        np.testing.assert_allclose(share, without[cause], atol=1e-9)


@given(arrays.arrays(np.float64, (4, 3), elements=st.floats(-100, 100)))
def test_two_causes_share_what_only_both_together_bring(values: np.ndarray) -> None:
    none, one, other, both = values
    found = shares({frozenset(): none, frozenset("a"): one, frozenset("b"): other, frozenset("ab"): both})
    np.testing.assert_allclose(found["a"], ((one - none) + (both - other)) / 2, atol=1e-9)
    np.testing.assert_allclose(found["a"] - found["b"], one - other, atol=1e-9)


# ---------------------------------------------------------------------------------------------------- contracts


def terms(policy: Policy) -> frozenset[Term]:
    """The managers' terms, whatever their order."""
    return frozenset(policy.manager.terms)


@pytest.mark.parametrize("cause", Cause)
def test_contracts_with_and_without_a_cause_differ_in_its_terms_and_no_others(cause: Cause) -> None:
    changes = set()
    for some, without in p2b.CONTRACTS.items():
        if cause in some:
            continue
        having = p2b.CONTRACTS[some | {cause}]
        assert (having.employee, having.survey, having.attribution) == (
            without.employee, without.survey, without.attribution,
        )  # fmt: skip
        assert having.manager.pay == without.manager.pay
        changes.add((terms(without) - terms(having), terms(having) - terms(without)))
    assert len(changes) == 1  # the same step wherever it is made
    gone, come = changes.pop()
    if cause == Cause.LESS:
        assert [(term.metric, term.share) for term in (*gone, *come)] == [("sales", 0.30), ("sales", 0.15)]
    else:
        scope = "division" if cause == Cause.GATE else "unit"
        goal = load_policy(p2b.GOAL).manager.terms
        assert (gone, come) == (frozenset(), frozenset(t for t in goal[1:] if t.scope.name.lower() == scope))


def test_the_corners_are_the_policies_of_the_catalogue() -> None:
    corners = {
        p2b.NONE: COMMISSION,
        frozenset({Cause.GATE}): "own-satisfaction-gate",
        p2b.ON_TOP: GATE_AND_SHARED,
        p2b.ALL: p2b.GOAL,
    }
    assert len({contract.id for contract in p2b.CONTRACTS.values()}) == 8
    for causes, name in corners.items():
        assert p2b.CONTRACTS[causes].manager == load_policy(name).manager
    assert p2b.CONTRACTS[frozenset({Cause.LESS})].manager.terms == load_policy("half-commission").manager.terms
    assert {contract.survey for contract in (*p2b.CONTRACTS.values(), p2b.FLAT)} == {
        load_policy(GATE_AND_SHARED).survey
    }
    assert p2b.FLAT.manager == load_policy("managers-flat").manager
    assert partly(COMMISSION, COMMISSION, Cause).manager == load_policy(COMMISSION).manager


def test_a_managers_salary_moves_nobody() -> None:
    """So that contracts of the same terms may differ in salary, and half the commission is a corner too."""
    half = p2b.CONTRACTS[frozenset({Cause.LESS})]
    rich = half.model_copy(update={"manager": half.manager.model_copy(update={"salary": 2.0, "pay": None})})
    lives = [Simulation(SMALL.scenario, policy, weeks=8) for policy in (half, rich)]
    for run in lives:
        run.live_weeks(8)
    plain, paid = (np.array(run.weeks) for run in lives)
    differing = {name for name in WEEK.names or () if not np.array_equal(plain[name], paid[name])}
    assert differing == {"base_pay"}


# -------------------------------------------------------------------------------------------------- the pattern


class MadeUp(Lab):
    """A laboratory that runs nothing: each cause takes so many hand-offs off, whatever else is there."""

    def __init__(self, off: dict[Cause, float], flat: float) -> None:
        super().__init__(replicates=FUTURES)
        self.off, self.flat = off, flat

    def trial(self, scenario: Scenario, courses: Sequence[CourseLike], weeks: int = YEAR) -> Trial:
        chosen = tuple(map(load_course, courses))
        rows = np.zeros((len(chosen), FUTURES, scenario.run.warmup_weeks + weeks), WEEK)
        rows["solved"], rows["shared"] = 1000, 1000
        left = {contract.id: 1.2 - sum(self.off[each] for each in some) for some, contract in p2b.CONTRACTS.items()}
        left |= {COMMISSION: 1.25, p2b.FLAT.id: self.flat}
        for n, course in enumerate(chosen):
            noise = (n + 1) * SPREAD[:, None]
            rows["avoidable"][n] = np.round(1000 * left[course.first.id] + noise)
            rows["joint"][n] = np.round(1000 * (1.0 - left[course.first.id] / 2) + noise)
        return Trial(Comparison(scenario, chosen, 1, rows))


@pytest.mark.parametrize(
    ("off", "flat", "holding", "status"),
    [
        ((0.1, 0.3, 0.4), 0.7, 13, Status.HOLDS),
        ((0.4, 0.1, 0.1), 0.7, 11, Status.FAILS),  # it takes less pressure to bring hand-offs down by half
        ((0.1, 0.3, 0.4), 0.3, 11, Status.FAILS),  # no bonus at all does more
        ((0.1, -0.1, 0.8), 0.7, 11, Status.FAILS),  # the gate does harm
    ],
)
def test_the_parts_are_found_and_judged_by_their_bars(
    off: tuple[float, float, float], flat: float, holding: int, status: Status
) -> None:
    by_cause = dict(zip(Cause, off, strict=True))
    lab = MadeUp(by_cause, flat)
    finding = p2b.examine(lab, SMALL)
    assert (finding.holding, len(finding.claims), finding.status) == (holding, 13, status)
    found = p2b.parts(lab.trial(SMALL.scenario, p2b.POLICIES), "avoidable_handoffs", WEEK_6)
    assert interval(found[p2b.ASKING]).mean == pytest.approx(0.05)
    assert {cause: interval(found[cause]).mean for cause in Cause} == pytest.approx(by_cause)
    assert interval(found[p2b.WHOLE]).mean == pytest.approx(0.05 + sum(off))


def test_a_run_of_few_futures_decomposes_exactly(tmp_path: Path) -> None:
    lab = Lab(replicates=3)
    finding = p2b.examine(lab, SMALL)
    trial = lab.trial(SMALL.scenario, p2b.POLICIES)
    for name in p2b.WALLS:
        found = p2b.parts(trial, name, LAST_QUARTER)
        whole = found.pop(p2b.WHOLE)
        np.testing.assert_allclose(sum(found.values()), whole, atol=1e-12)
        np.testing.assert_array_equal(
            whole, trial.of(COMMISSION, name, LAST_QUARTER) - trial.of(p2b.CONTRACTS[p2b.ALL].id, name, LAST_QUARTER)
        )
    only = added(p2b.worths(trial, "silo_index", WEEK_6), Cause.GATE, p2b.NONE)
    start, gated = (
        trial.of(p2b.CONTRACTS[some].id, "silo_index", WEEK_6) for some in (p2b.NONE, frozenset({Cause.GATE}))
    )
    np.testing.assert_array_equal(only, start - gated)
    assert finding.claims[-1].status == Status.HOLDS
    assert [note.split(":")[0] for note in finding.notes] == ["Week 6", "Week 6", "Last quarter", "Last quarter"]
    assert finding.picture is not None
    assert draw(finding.picture, tmp_path).read_text(encoding="utf-8").startswith("<svg")
