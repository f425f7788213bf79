"""Dimensions: values lie in their range, ends are exact, lists and whole numbers get equal shares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from experiments.comparing.question import Question
from experiments.errors import RequestError
from experiments.sweeping.dimension import Dimension, dimension
from sim.parameters import declared

ASKED = Question()


@given(st.floats(-1, 2), st.sampled_from([row for row in declared() if row.likely_low < row.likely_high]))
def test_values_lie_within_the_plausible_range(share: float, row: object) -> None:
    found = dimension(ASKED, row.key)  # type: ignore[attr-defined]
    value = found.value(share)
    assert found.low <= value <= found.high
    assert found.value(0.0) == found.low
    assert found.value(1.0) == found.high
    if found.whole:
        assert value == int(value)


@given(st.floats(0, 1), st.lists(st.floats(0, 1), min_size=1, max_size=6, unique=True))
def test_only_the_values_of_a_list_are_taken(share: float, values: list[float]) -> None:
    found = Dimension("choice.meaning", min(values), max(values), tuple(values))
    assert found.value(share) in values


def test_whole_numbers_get_equal_shares() -> None:
    found = Dimension("company.units", 2, 5, whole=True)
    counted = [found.value((k + 0.5) / 400) for k in range(400)]
    assert [counted.count(each) for each in (2, 3, 4, 5)] == [100] * 4


def test_a_number_of_a_contract_has_its_own_range() -> None:
    found = dimension(ASKED, "gate-and-shared-target:manager.2.threshold")
    assert 0.0 <= found.low < found.high <= 10.0


@pytest.mark.parametrize(
    ("key", "given", "says"),
    [
        ("choice.meening", {}, 'did you mean "choice.meaning"'),
        ("nobody:manager.2.threshold", {}, 'policy "nobody" is not known'),
        ("gate-and-shared-target:manager.9.threshold", {}, "is no number of policy gate-and-shared-target"),
        ("choice.meaning", {"low": 0.5, "high": 0.2}, "is no range of it"),
        ("choice.meaning", {"low": -5.0}, "is no range of it"),
        ("choice.meaning", {"low": 0.1, "values": (0.2,)}, "not both"),
        ("choice.meaning", {"values": (0.2, 0.2)}, "given twice"),
        ("choice.meaning", {"values": (99.0,)}, "is no range of it"),
    ],
)
def test_what_cannot_be_varied_is_refused(key: str, given: dict[str, object], says: str) -> None:
    with pytest.raises(RequestError, match=says):
        dimension(ASKED, key, **given)  # type: ignore[arg-type]
