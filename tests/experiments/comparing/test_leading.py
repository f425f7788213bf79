"""Who is ahead: the best and all that cannot be told apart from it, whichever way is better."""

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.comparing.comparison import Comparison
from experiments.comparing.course import load_course
from experiments.comparing.intervals import differences
from experiments.comparing.leading import YARDSTICKS, ahead, leaders
from experiments.comparing.reported import reported
from experiments.comparing.windows import Window
from sim.company.scenario import Scenario
from sim.tables import WEEK

COURSES = tuple(map(load_course, ("sales-commission", "gate-and-shared-target", "fair-salary")))


@dataclass(frozen=True, eq=False)
class Told(Comparison):
    """A comparison with given numbers, shape (courses, futures), the same for every measure."""

    values: np.ndarray

    def measure(self, name: str, window: Window) -> np.ndarray:
        return self.values


def told(*rows: list[float]) -> Told:
    values = np.array(rows)
    empty = np.zeros((len(rows), values.shape[1], 26 + 13), WEEK)
    return Told(Scenario(), COURSES[: len(rows)], 1, empty, values=values)


def test_the_best_is_ahead_alone_or_with_those_who_cannot_be_told_apart() -> None:
    clear = told([1.0, 1.1, 0.9, 1.0], [2.0, 2.1, 1.9, 2.05], [1.5, 1.6, 1.4, 1.55])
    assert leaders(clear, "satisfaction") == (1,)  # more is better
    assert leaders(clear, "avoidable_handoffs") == (0,)  # less is
    close = told([1.0, 1.1, 0.9, 1.0], [2.0, 2.2, 1.8, 2.0], [2.2, 1.8, 2.1, 1.95])
    assert leaders(close, "satisfaction") == (1, 2)
    assert leaders(told([1.0], [2.0]), "satisfaction") == (0, 1)  # one future tells nothing
    nowhere = told([np.nan, np.nan], [np.nan, np.nan])
    assert leaders(nowhere, "satisfaction") == ()
    assert leaders(told([np.nan, np.nan, np.nan], [1.0, 1.0, 1.0]), "satisfaction") == (1,)


def test_the_sentence_leaves_nobodys_lead_out() -> None:
    clear = told([1.0, 1.1, 0.9, 1.0], [2.0, 2.1, 1.9, 2.05], [1.5, 1.6, 1.4, 1.55])
    assert ahead(clear, "en") == (
        "Who is ahead: “Sales commission” in avoidable hand-offs; “Gate and shared target” in satisfaction, "
        "customers and profit since the switch."
    )
    assert "niemand duidelijk" in ahead(told([1.0], [2.0]), "nl")


numbers = st.lists(st.floats(-5, 5).map(lambda value: round(value, 2)), min_size=4, max_size=4)


@given(st.lists(numbers, min_size=2, max_size=3), st.sampled_from(YARDSTICKS))
def test_nobody_ahead_is_clearly_behind_anybody_ahead(rows: list[list[float]], measure: str) -> None:
    found, better = told(*rows), reported()[measure].better
    first = leaders(found, measure)
    assert first
    best = max(first, key=lambda place: better * found.values[place].mean())
    for place, apart in enumerate(differences(better * found.values, better * found.values[best])):
        assert (place in first) == (place == best or not apart.high < 0)


def test_pay_is_no_yardstick() -> None:
    assert all(reported()[measure].better for measure in YARDSTICKS)
    with pytest.raises(KeyError):
        leaders(Comparison(Scenario(), COURSES, 1, np.zeros((3, 2, 39), WEEK)), "no-such-measure")
