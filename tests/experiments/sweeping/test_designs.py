"""A contract over all designs, and what each of them promises."""

import numpy as np
import pytest

from experiments.errors import RequestError
from experiments.sweeping.designs import designs
from experiments.sweeping.dimension import Dimension

SPACE = (
    Dimension("choice.meaning", 0.0, 1.0),
    Dimension("problems.triage", 0.5, 0.9, (0.5, 0.7, 0.9)),
    Dimension("company.units", 2, 5, whole=True),
)


@pytest.mark.parametrize("name", designs())
def test_shares_are_shares_and_the_same_for_the_same_seed(name: str) -> None:
    design = designs()[name]
    found = design.shares(SPACE, 8, 3)
    assert found.shape[1] == len(SPACE)
    known = found[np.isfinite(found)]
    assert known.min() >= 0.0
    assert known.max() <= 1.0
    assert np.array_equal(found, design.shares(SPACE, 8, 3), equal_nan=True)
    if name in ("latin", "sobol", "morris"):
        assert not np.array_equal(found, design.shares(SPACE, 8, 4))
    assert all(design.LABEL)


def test_a_grid_is_every_combination_once() -> None:
    found = designs()["grid"].shares(SPACE, 5, 0)
    values = {tuple(each.value(share) for each, share in zip(SPACE, row, strict=True)) for row in found}
    assert len(values) == len(found) == 5 * 3 * 4


def test_a_latin_hypercube_visits_each_slice_once() -> None:
    found = designs()["latin"].shares(SPACE, 16, 0)
    for column in found.T:
        assert sorted((column * 16).astype(int)) == list(range(16))


def test_one_at_a_time_changes_one_and_leaves_the_rest() -> None:
    found = designs()["one"].shares(SPACE, 1, 0)
    assert np.isfinite(found).sum(axis=1).tolist() == [0, *[1] * 6]


def test_morris_walks_change_one_dimension_a_step() -> None:
    found = designs()["morris"].shares(SPACE, 4, 0).reshape(4, 4, 3)
    assert ((np.diff(found, axis=1) != 0).sum(axis=2) == 1).all()


@pytest.mark.parametrize(
    ("name", "size", "says"), [("sobol", 12, "power of two"), ("morris", 1, "two walks"), ("grid", 1, "2 or more")]
)
def test_a_size_that_cannot_be_is_refused(name: str, size: int, says: str) -> None:
    with pytest.raises(RequestError, match=says):
        designs()[name].shares(SPACE, size, 0)
