"""The contract that every metric keeps, whatever files are in the folder: prices are how far outcomes move levels."""

import math

import numpy as np
import pytest
from builders import company
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from sim.compiled import loop
from sim.policies import metrics
from sim.policies.metrics import METRICS, NAMES, OUTCOMES
from sim.simulation import Simulation
from sim.tables import COUNTS, Raw, Row

# What one more of an outcome adds to the raw counts of those who share a level, c and p given.
ADDS = {
    "hour": lambda c, p: {Raw.SALES: p.sale_chance * p.sale_value},
    "work": lambda c, p: {Raw.WORK: 1.0},
    "sale": lambda c, p: {Raw.SALES: p.sale_value},
    "point": lambda c, p: {
        Raw.SCORES: c.coverage, Raw.PROMOTERS: 0.3 * c.coverage, Raw.MENTIONS: 0.2 * c.coverage * p.mention_likely,
    },
    "day": lambda c, p: {Raw.DAYS: -1.0},
    "desk": lambda c, p: {Raw.OFF_DESK: 1.0},
    "help": lambda c, p: {Raw.HELP: 1.0, Raw.NOMINATIONS: 1.0 / (p.meeting_hours + c.plan_hours / p.synergy)},
}  # fmt: skip
UNFELT = {("margin", "sale")}  # disputes are about sales that pay by the sale


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


def price(outcome: str, metric: str, slope: float, heads: float, weeks: float, c: Row, p: Row) -> float:
    return getattr(metrics, f"price_of_{outcome}")(NAMES.index(metric), slope, heads, weeks, c, p)


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
    assert math.isnan(metrics.variance(code, 3.0, 13.0, c, p))


@pytest.mark.interpreted
@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("name", NAMES)
def test_a_price_is_how_far_one_more_of_the_outcome_moves_the_level(name: str, outcome: str) -> None:
    c, p = world()

    @given(sizes(), st.floats(-1e4, 1e4))
    def check(size: tuple[float, float], slope: float) -> None:
        before = counts(c, *size)
        after = before.copy()
        for k, amount in ADDS[outcome](c, p).items():
            after[k] += amount
        code = NAMES.index(name)
        moved = metrics.level(code, after, *size, c, p) - metrics.level(code, before, *size, c, p)
        expected = 0.0 if (name, outcome) in UNFELT else slope * moved
        found = price(outcome, name, slope, *size, c, p)
        assert found == pytest.approx(expected, rel=1e-6, abs=1e-9 * abs(slope) * (1.0 + abs(METRICS[name].high)))

    check()


@pytest.mark.interpreted
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_moves_some_metric_and_every_metric_is_moved(outcome: str) -> None:
    c, p = world()
    moved = {name for name in NAMES if price(outcome, name, 1.0, 3.0, 13.0, c, p)}
    assert moved
    assert all(any(price(each, name, 1.0, 3.0, 13.0, c, p) for each in OUTCOMES) for name in NAMES)


@pytest.mark.interpreted
@pytest.mark.parametrize("name", NAMES)
def test_nothing_counted_is_a_level_too(name: str) -> None:
    c, p = world()
    level = metrics.level(NAMES.index(name), np.zeros(COUNTS), 3.0, 13.0, c, p)
    assert level == (7.5 if name == "satisfaction" else 0.0)


@pytest.mark.interpreted
@pytest.mark.parametrize("name", NAMES)
def test_more_people_and_longer_periods_leave_less_doubt(name: str) -> None:
    c, p = world()
    code = NAMES.index(name)

    @given(sizes())
    def check(size: tuple[float, float]) -> None:
        heads, weeks = size
        here = metrics.variance(code, heads, weeks, c, p)
        assert 0.0 < metrics.variance(code, 2.0 * heads, weeks, c, p) <= here
        assert 0.0 < metrics.variance(code, heads, 2.0 * weeks, c, p) <= here

    check()


@pytest.mark.interpreted
@pytest.mark.parametrize("name", ["sales", "margin", "off_desk"])
def test_a_company_at_plan_has_level_one(name: str) -> None:
    c, p = world()
    expected = 1.0 if name != "margin" else pytest.approx(1.0, abs=0.02)
    assert metrics.level(NAMES.index(name), counts(c, 4.0, 13.0), 4.0, 13.0, c, p) == pytest.approx(expected)


@pytest.mark.interpreted
@pytest.mark.parametrize("name", ["satisfaction", "nps", "mentions"])
def test_where_nobody_asks_a_point_is_worth_nothing(name: str) -> None:
    c, p = world()
    c.coverage = 0.0
    assert price("point", name, 1.0, 3.0, 13.0, c, p) == 0.0


@loop
def every_price(code, slope, heads, weeks, c, p, raw):  # type: ignore[no-untyped-def]
    """All rules of a metric, as compiled code calls them."""
    return (
        metrics.level(code, raw, heads, weeks, c[0], p[0]),
        metrics.variance(code, heads, weeks, c[0], p[0]),
        metrics.price_of_hour(code, slope, heads, weeks, c[0], p[0]),
        metrics.price_of_work(code, slope, heads, weeks, c[0], p[0]),
        metrics.price_of_sale(code, slope, heads, weeks, c[0], p[0]),
        metrics.price_of_point(code, slope, heads, weeks, c[0], p[0]),
        metrics.price_of_day(code, slope, heads, weeks, c[0], p[0]),
        metrics.price_of_desk(code, slope, heads, weeks, c[0], p[0]),
        metrics.price_of_help(code, slope, heads, weeks, c[0], p[0]),
    )


@pytest.mark.parametrize("name", NAMES)
def test_compiled_and_interpreted_agree_to_the_bit(name: str) -> None:
    found = Simulation(company(2, 2, 3), "customer-scorecard").world
    c, p, code = found.company[0], found.parameters[0], NAMES.index(name)

    @given(sizes(), st.floats(-1e6, 1e6))
    def check(size: tuple[float, float], slope: float) -> None:
        raw = counts(c, *size)
        assert every_price(code, slope, *size, found.company, found.parameters, raw) == (
            metrics.level(code, raw, *size, c, p),
            metrics.variance(code, *size, c, p),
            *(price(outcome, name, slope, *size, c, p) for outcome in OUTCOMES),
        )

    check()
