"""An assumption's range: walked evenly, in values that can be written and read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.believing.assumption import Assumption, choices, of
from experiments.comparing.contract_keys import keys_of
from experiments.comparing.course import load_course
from experiments.errors import RequestError
from sim.company.scenario import Scenario
from sim.parameters import declared
from sim.policies import catalogue

EVERY = [pytest.param(each, id=each.name) for each in choices()]
SHARES = [step / 32 for step in range(33)]


@pytest.mark.parametrize("each", EVERY)
def test_every_assumption_is_walked_from_end_to_end_in_values_that_a_scenario_takes(each: Assumption) -> None:
    values = [each.value(share) for share in SHARES]
    assert (values[0], values[-1]) == (each.low, each.high)
    assert values == sorted(set(values))
    assert [float(repr(value)) for value in values] == values
    for value in (values[0], values[13], values[-1]):
        assert Scenario().with_parameters(**{each.name: value}).parameters()[each.name] == value


@pytest.mark.parametrize("each", EVERY)
def test_a_share_is_the_value_turned_round(each: Assumption) -> None:
    assert [each.share(each.value(share)) for share in SHARES] == pytest.approx(SHARES, abs=2e-3)
    assert each.share(each.high * 2 + 1) > 1


def test_all_but_switches_can_be_chosen() -> None:
    missing = {row.name for row in declared()} - {each.name for each in choices()}
    assert missing == {row.name for row in declared() if not row.is_quantity}


def test_a_range_over_orders_of_magnitude_is_walked_by_factors() -> None:
    wide = of("patience", 0.1, 1000.0)
    assert wide.logarithmic
    assert [wide.value(share) for share in (0.25, 0.5, 0.75)] == [1.0, 10.0, 100.0]
    assert wide.share(-1.0) < 0
    assert not of("meaning").logarithmic  # from 0 on there is no factor


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_more_of_the_way_is_never_less(one: float, other: float) -> None:
    for each in (of("meaning"), of("patience", 0.1, 1000.0)):
        assert each.value(min(one, other)) <= each.value(max(one, other))


@pytest.mark.parametrize(
    ("name", "low", "high", "said"),
    [
        ("nonsense", None, None, 'assumption "nonsense" is no parameter'),
        ("problems.meaning", None, None, "is no parameter"),
        ("selling", None, None, "work.selling is a switch"),
        ("meaning", 2.0, 1.0, "choice.meaning: from 2 to 1 is no range"),
        ("meaning", -1.0, None, "from 0 to 10"),
        ("meaning", float("nan"), None, "is no range"),
        ("meaning", None, float("inf"), "is no range"),
    ],
)
def test_what_cannot_be_walked_is_refused(name: str, low: float | None, high: float | None, said: str) -> None:
    with pytest.raises(RequestError, match=said):
        of(name, low, high)


@pytest.mark.parametrize("policy", catalogue())
def test_the_numbers_of_a_contract_can_be_chosen_too(policy: str) -> None:
    course = load_course(policy)
    numbers = [each for each in choices([course]) if ":" in each.name]
    expected = [f"{policy}:{key.key}" for key in keys_of(course.first) if key.likely[0] < key.likely[1]]
    assert [each.name for each in numbers] == expected
    assert [of(each.name, courses=[course]) for each in numbers] == numbers


def test_a_number_of_a_policy_that_is_not_compared_is_refused() -> None:
    with pytest.raises(RequestError, match="is no parameter"):
        of("gate-and-shared-target:manager.2.threshold", courses=[load_course("fair-salary")])
