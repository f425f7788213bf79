"""Undominated, spread and compromise, against their definitions."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from experiments.choosing.pareto import compromise, in_shares, spread, undominated

VALUES = arrays(float, st.tuples(st.integers(1, 12), st.integers(1, 3)), elements=st.integers(-3, 3).map(float))


def dominates(one: np.ndarray, other: np.ndarray) -> bool:
    return bool((one >= other).all() and (one > other).any())


@given(VALUES)
def test_undominated_is_what_its_definition_says(values: np.ndarray) -> None:
    found = undominated(values)
    assert found.tolist() == [not any(dominates(other, one) for other in values) for one in values]
    assert found.any()


@given(VALUES, st.integers(1, 12))
def test_those_that_stand_for_all_hold_the_best_of_each_goal(values: np.ndarray, most: int) -> None:
    taken = spread(values, most)
    assert len(taken) == len(set(taken)) == min(most, len(values))
    assert taken == sorted(taken)
    if most >= values.shape[1]:
        assert (values[taken].max(axis=0) == values.max(axis=0)).all()


@given(VALUES)
def test_a_compromise_is_nearest_to_the_best_of_all(values: np.ndarray) -> None:
    away = np.linalg.norm(1.0 - in_shares(values), axis=1)
    assert away[compromise(values)] == away.min()
