"""A draw is a company that somebody could believe in, the same for every rule and size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.claiming.asked import COSTLY, RULES, Asked, examined, place_of_size, point_of
from experiments.claiming.draws import drawn, uncertain
from experiments.claiming.units import company
from experiments.errors import RequestError
from experiments.evidence.emergence.patterns import patterns
from experiments.evidence.emergence.sizes import sizes
from sim.agents.deciding import Rule


@given(seed=st.integers(0, 9), draw=st.integers(0, 10_000))
def test_every_value_is_likely_and_a_scenario_takes_it(seed, draw):
    values = drawn(seed, draw)
    assert list(values) == [row.name for row in uncertain()]
    assert all(row.likely_low <= values[row.name] <= row.likely_high for row in uncertain())
    assert drawn(seed, draw) == values
    small = next(each for each in sizes() if each.id == "small")
    there = company(small, "imitation", seed, draw).scenario.parameters()
    assert {name: there[name] for name in values} == values
    assert there["rule"] == Rule.IMITATION


def test_draws_spread_over_the_ranges():
    many = [drawn(1, draw) for draw in range(200)]
    for row in uncertain():
        values = [each[row.name] for each in many]
        reach = row.likely_high - row.likely_low
        assert max(values) > row.likely_high - 0.1 * reach
        assert min(values) < row.likely_low + 0.1 * reach
        assert len(set(values)) > 150


def test_switches_and_rules_are_not_drawn():
    assert {"rule", "sabotage", "joint_effort", "selling"}.isdisjoint(row.name for row in uncertain())
    assert len(uncertain()) > 90


def test_rules_differ_in_the_rule_only():
    small = next(each for each in sizes() if each.id == "small")
    one, other = (company(small, rule, 1, 4).scenario.parameters() for rule in ("own", "logit"))
    assert {name for name in one if one[name] != other[name]} == {"rule"}


def test_a_number_for_each_rule_and_size_that_never_changes():
    numbers = [point_of(rule, size) for rule in RULES for size in place_of_size()]
    assert numbers == list(range(len(RULES) * len(place_of_size())))


def test_costly_patterns_are_lived_in_some_draws_only():
    assert set(COSTLY) <= set(patterns())
    assert examined(0) == tuple(patterns())
    for name, each in COSTLY.items():
        assert [name in examined(draw) for draw in range(2 * each)] == [not draw % each for draw in range(2 * each)]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"draws": 1}, "draws = 1 must be a whole number from 2"),
        ({"rules": ("logitt",)}, 'rule "logitt" is not known; did you mean "logit"?'),
        ({"sizes": ("smal",)}, 'size "smal" is not known; did you mean "small"?'),
        ({"sizes": ()}, "name one size at least"),
        ({"seed": -1}, "seed = -1 must be"),
    ],
)
def test_what_cannot_be_tested_is_refused(given, said):
    with pytest.raises(RequestError) as error:
        Asked(**given)
    assert said in str(error.value)
