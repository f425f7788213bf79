"""The contract that every metric keeps, whatever files are in the folder: what it says moves it is what does."""

import math

import numpy as np
import pytest
from builders import company
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from sim.compiled import loop
from sim.policies import metrics
from sim.policies.metrics import METRICS, MOVED_BY, NAMES, OUTCOMES
from sim.policies.metrics.nps import a_point
from sim.simulation import Simulation
from sim.tables import COUNTS, Raw, Row

# What one more of an outcome adds to the raw counts of those who share a level, c and p given.
ADDS = {
    "hour": lambda c, p: {Raw.SALES: p.selling * p.sale_chance * p.sale_value},
    "point": lambda c, p: {
        Raw.SCORES: c.coverage, Raw.PROMOTERS: a_point(c, p) / 100.0 * c.coverage,
        Raw.MENTIONS: 0.2 * c.coverage * p.mention_likely,
    },
    "day": lambda c, p: {Raw.DAYS: -1.0},
    "desk": lambda c, p: {Raw.OFF_DESK: 1.0},
    "help": lambda c, p: {Raw.HELP: 1.0, Raw.NOMINATIONS: 1.0 / (p.meeting_hours + c.plan_hours / p.synergy)},
}  # fmt: skip


def world() -> tuple[Row, Row]:
    """A company and its parameters under a policy that asks customers."""
    found = Simulation(company(2, 2, 3), "customer-scorecard").world
    return found.company[0], found.parameters[0]


def counts(c: Row, heads: float, weeks: float) -> np.ndarray:
    """Raw counts at plan, as many answers and solved problems as the plan expects."""
    raw = np.array(c.pace) / c.people * heads * weeks
    raw[Raw.ANSWERS] = c.coverage * c.plan_problems * heads * weeks
    raw[Raw.SCORES] = 7.9 * raw[Raw.ANSWERS]
    return raw


def sizes() -> SearchStrategy[tuple[float, float]]:
    """How many share a level, over how many weeks."""
    return st.tuples(st.integers(1, 5000).map(float), st.sampled_from([0.2, 4.0, 5.0, 13.0, 52.0]))


def moved_by(outcome: str, metric: str, heads: float, weeks: float, c: Row, p: Row) -> float:
    return getattr(metrics, f"moved_by_{outcome}")(NAMES.index(metric), heads, weeks, c, p)


@pytest.mark.interpreted
@pytest.mark.parametrize("name", NAMES)
def test_a_metric_says_what_it_is_in_both_languages(name: str) -> None:
    facts = METRICS[name]
    assert facts.low < facts.high
    assert facts.sign == (-1.0 if facts.lower_is_better else 1.0)
    for words in (facts.label, facts.unit, facts.meaning):
        assert words.en != words.nl


@pytest.mark.interpreted
def test_codes_are_places_among_sorted_names() -> None:
    assert list(NAMES) == sorted(METRICS)
    assert set(NAMES) >= {
        "sales",
        "margin",
        "satisfaction",
        "nps",
        "off_desk",
        "days",
        "mentions",
        "nominations",
        "help",
    }


@pytest.mark.interpreted
@pytest.mark.parametrize("code", [-1, len(NAMES), 99])
def test_a_code_that_no_metric_has_gives_no_number(code: int) -> None:
    c, p = world()
    assert math.isnan(metrics.level(code, np.ones(COUNTS), 3.0, 13.0, c, p))
    assert math.isnan(metrics.noise(code, 3.0, 13.0, c, p))
    assert math.isnan(metrics.drift(code, c, p))


@pytest.mark.interpreted
@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("name", NAMES)
def test_an_outcome_moves_a_level_as_far_as_it_says(name: str, outcome: str) -> None:
    c, p = world()

    @given(sizes(), st.floats(0.0, 1.0))
    def check(size: tuple[float, float], selling: float) -> None:
        p.selling = selling
        before = counts(c, *size)
        after = before.copy()
        for k, amount in ADDS[outcome](c, p).items():
            after[k] += amount
        code = NAMES.index(name)
        moved = metrics.level(code, after, *size, c, p) - metrics.level(code, before, *size, c, p)
        found = moved_by(outcome, name, *size, c, p)
        assert found == pytest.approx(moved, rel=1e-6, abs=1e-9 * (1.0 + abs(METRICS[name].high)))

    check()


@pytest.mark.interpreted
@pytest.mark.parametrize("name", NAMES)
def test_a_metric_declares_what_moves_it(name: str) -> None:
    c, p = world()
    declared = [outcome for bit, outcome in enumerate(OUTCOMES) if MOVED_BY[name] >> bit & 1]
    assert declared == [outcome for outcome in OUTCOMES if moved_by(outcome, name, 3.0, 13.0, c, p)]


@pytest.mark.interpreted
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_moves_some_metric_and_every_metric_is_moved(outcome: str) -> None:
    c, p = world()
    moved = {name for name in NAMES if moved_by(outcome, name, 3.0, 13.0, c, p)}
    assert moved
    assert all(any(moved_by(each, name, 3.0, 13.0, c, p) for each in OUTCOMES) for name in NAMES)


@pytest.mark.interpreted
@pytest.mark.parametrize("name", NAMES)
def test_nothing_counted_is_a_level_too(name: str) -> None:
    c, p = world()
    level = metrics.level(NAMES.index(name), np.zeros(COUNTS), 3.0, 13.0, c, p)
    wages = 3000.0 * 12 / 52 * 3.0 * 13.0
    nothing = {"satisfaction": 7.5, "margin": -wages / (c.plan_margin * 3.0 * 13.0)}
    assert level == pytest.approx(nothing.get(name, 0.0), rel=1e-12)


@pytest.mark.interpreted
@pytest.mark.parametrize("name", NAMES)
def test_more_people_and_longer_periods_leave_less_doubt(name: str) -> None:
    c, p = world()
    code = NAMES.index(name)

    @given(sizes())
    def check(size: tuple[float, float]) -> None:
        heads, weeks = size
        here = metrics.noise(code, heads, weeks, c, p)
        assert 0.0 < metrics.noise(code, 2.0 * heads, weeks, c, p) <= here
        assert 0.0 < metrics.noise(code, heads, 2.0 * weeks, c, p) <= here
        assert metrics.drift(code, c, p) > 0.0

    check()


@pytest.mark.interpreted
@pytest.mark.parametrize("name", ["sales", "off_desk"])
def test_a_company_at_plan_has_level_one(name: str) -> None:
    c, p = world()
    assert metrics.level(NAMES.index(name), counts(c, 4.0, 13.0), 4.0, 13.0, c, p) == pytest.approx(1.0)


@pytest.mark.interpreted
def test_margin_is_the_account_of_a_division_and_its_plan_does_not_vanish_with_load() -> None:
    """Margin on all that is bought, less the wages of all hours, selling or not; as a share of planned margin."""
    c, p = world()
    raw, margin = counts(c, 4.0, 13.0), NAMES.index("margin")
    raw[Raw.BOUGHT] = 0.5 * raw[Raw.SALES]
    wages = 3000.0 * 12 / 52 * 4.0 * 13.0
    truth = (p.margin_rate * 1.5 * raw[Raw.SALES] - wages) / (c.plan_margin * 4.0 * 13.0)
    assert metrics.level(margin, raw, 4.0, 13.0, c, p) == pytest.approx(truth)
    c.plan_problems *= 1.5
    raw[[Raw.OFF_DESK, Raw.SOLVED, Raw.DAYS]] *= 1.5
    assert metrics.level(margin, raw, 4.0, 13.0, c, p) == pytest.approx(truth)


@pytest.mark.interpreted
@pytest.mark.parametrize("name", NAMES)
def test_where_nothing_can_be_sold_an_hour_of_selling_moves_nothing(name: str) -> None:
    c, p = world()
    p.selling = 0.0
    assert moved_by("hour", name, 3.0, 13.0, c, p) == 0.0


@pytest.mark.interpreted
@pytest.mark.parametrize("name", ["satisfaction", "nps", "mentions"])
def test_where_nobody_asks_a_point_is_worth_nothing(name: str) -> None:
    c, p = world()
    c.coverage = 0.0
    assert moved_by("point", name, 3.0, 13.0, c, p) == 0.0


@loop
def every_rule(code, heads, weeks, c, p, raw):  # type: ignore[no-untyped-def]
    """All rules of a metric, as compiled code calls them."""
    return (
        metrics.level(code, raw, heads, weeks, c[0], p[0]),
        metrics.noise(code, heads, weeks, c[0], p[0]),
        metrics.drift(code, c[0], p[0]),
        metrics.moved_by_hour(code, heads, weeks, c[0], p[0]),
        metrics.moved_by_point(code, heads, weeks, c[0], p[0]),
        metrics.moved_by_day(code, heads, weeks, c[0], p[0]),
        metrics.moved_by_desk(code, heads, weeks, c[0], p[0]),
        metrics.moved_by_help(code, heads, weeks, c[0], p[0]),
    )


@pytest.mark.parametrize("name", NAMES)
def test_compiled_and_interpreted_agree_to_the_bit(name: str) -> None:
    found = Simulation(company(2, 2, 3), "customer-scorecard").world
    c, p, code = found.company[0], found.parameters[0], NAMES.index(name)

    @given(sizes())
    def check(size: tuple[float, float]) -> None:
        raw = counts(c, *size)
        assert every_rule(code, *size, found.company, found.parameters, raw) == (
            metrics.level(code, raw, *size, c, p),
            metrics.noise(code, *size, c, p),
            metrics.drift(code, c, p),
            *(moved_by(outcome, name, *size, c, p) for outcome in OUTCOMES),
        )

    check()
