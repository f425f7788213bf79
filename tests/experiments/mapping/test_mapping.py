"""The silo map: its averages, what crosses borders, and what is said of it."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from experiments.comparing.course import load_course
from experiments.comparing.warmups import Stopped
from experiments.errors import RequestError
from experiments.mapping import KINDS, SiloMap, Traffic, Window, divisions_in, live_traffic, shown, windows_of
from experiments.mapping.maps import across, by_unit, ties_of
from experiments.mapping.said import MOST_SHOWN, reading, sentences
from experiments.showing.language import LANGUAGES
from sim.company.scenario import Company, Run, Scenario
from sim.simulation import FLOWS_MOST, Simulation
from sim.tables import Flow

SMALL = Scenario(
    name="small", company=Company(units=2, divisions=2, employees=3), run=Run(warmup_weeks=4, weeks=20, seed=7)
)
COURSES = tuple(map(load_course, ("sales-commission", "gate-and-shared-target")))
UNITS = ["X", "X", "Y", "Y"]
WINDOWS = (Window("before", -13, 0), Window("early", 0, 6))

matrices = arrays(np.float64, (4, 4), elements=st.floats(0, 50)).map(lambda m: m * (1 - np.eye(4)))


def a_map(*futures: np.ndarray) -> SiloMap:
    found = SiloMap([(f"division {i}", unit) for i, unit in enumerate(UNITS)], WINDOWS)
    for each in futures:
        found.add(Traffic(each))
    return found


def one_future(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """One course, two windows, the same matrix for every kind."""
    return np.stack([np.stack([m] * len(Flow)) for m in (before, after)])[None]


@pytest.fixture(scope="module")
def lived() -> SiloMap:
    found = SiloMap(divisions_in(SMALL), windows_of(SMALL, 20))
    for replicate in range(2):
        found.add(live_traffic(SMALL, COURSES, seed=7, replicate=replicate, weeks=20))
    return found


def test_traffic_is_what_the_run_keeps_over_the_weeks_of_the_window() -> None:
    traffic = live_traffic(SMALL, COURSES, seed=7, replicate=1, weeks=20).weekly
    run = Simulation(SMALL, seed=7, replicate=1, flows=True, weeks=24)
    run.live_weeks(4)
    run.adopt(COURSES[1].first)
    run.live_weeks(20)
    assert traffic.shape == (2, 3, len(Flow), 4, 4)
    np.testing.assert_allclose(traffic[1, 0], run.flows[:4].mean(axis=0))
    np.testing.assert_allclose(traffic[1, 1], run.flows[4:10].mean(axis=0))
    np.testing.assert_allclose(traffic[1, 2], run.flows[11:24].mean(axis=0))
    np.testing.assert_array_equal(traffic[0, 0], traffic[1, 0])


def test_volleys_are_some_of_the_hand_offs_and_nobody_volleys_to_themselves(lived: SiloMap) -> None:
    for course in range(2):
        for window in range(len(lived.windows)):
            volleys, all_of_them = (lived.ties(course, window, kind).weekly for kind in ("volley", "handoff"))
            assert (volleys <= all_of_them).all()
            assert (np.diag(all_of_them) == 0).all()
            assert 0 < volleys.sum() < all_of_them.sum()


@given(matrices)
def test_crossing_is_the_share_outside_the_blocks_of_the_units(weekly: np.ndarray) -> None:
    outside = weekly[:2, 2:].sum() + weekly[2:, :2].sum()
    share = across(weekly, UNITS)
    if weekly.sum() == 0:
        assert math.isnan(share)
    else:
        assert share == pytest.approx(outside / weekly.sum())
        ties = ties_of(weekly, UNITS)
        assert -1 - 1e-9 <= ties.ei <= 1 + 1e-9
        assert math.isnan(ties.ei_null) or -1 - 1e-9 <= ties.ei_null <= 1 + 1e-9


@given(matrices)
def test_units_get_what_their_divisions_have(weekly: np.ndarray) -> None:
    names, summed = by_unit(weekly, UNITS)
    assert names == ["X", "Y"]
    assert summed.sum() == pytest.approx(weekly.sum())
    assert summed[0, 1] == pytest.approx(weekly[:2, 2:].sum())


def test_where_borders_do_not_matter_the_share_is_its_null() -> None:
    even = ties_of(1 - np.eye(4), UNITS)
    assert even.across == pytest.approx(even.across_null) == pytest.approx(2 / 3)
    assert reading(even) == "neutral"
    walls = ties_of(np.array([[0, 9, 1, 1], [9, 0, 1, 1], [1, 1, 0, 9], [1, 1, 9, 0]], float), UNITS)
    assert reading(walls) == "walls"


def test_futures_are_averaged_and_counted() -> None:
    inside = np.array([[0, 4, 0, 0], [4, 0, 0, 0], [0, 0, 0, 4], [0, 0, 4, 0]], float)
    mixed = inside + np.array([[0, 0, 2, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]], float)
    found = a_map(one_future(inside, mixed), one_future(mixed, inside), one_future(inside, mixed))
    assert found.ties(0, 1, "help").weekly[0, 2] == pytest.approx(4 / 3)
    assert found.rises(0, 1, "help") == (2, 3)
    nothing = np.zeros((4, 4))
    assert a_map(one_future(nothing, mixed)).rises(0, 1, "volley") == (0, 0)
    with pytest.raises(ValueError, match="without a future"):
        a_map().ties(0, 0, "help")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_is_said_in_both_languages_and_nothing_is_undefined(lived: SiloMap, lang: str) -> None:
    page = shown(lived, 2, lang)  # type: ignore[arg-type]
    assert len(page["pictures"]) == len(KINDS) * (1 + 2 * 2)
    assert page["units"] == [0, 0, 1, 1]
    for picture in page["pictures"]:
        said = " ".join(picture["said"])
        assert picture["said"]
        assert "nan" not in said.lower()
        assert "{" not in said
        assert np.isfinite(picture["weekly"]).all()
    after = [picture for picture in page["pictures"] if picture["window"] == "late" and picture["kind"] == "volley"]
    assert [picture["course"] for picture in after] == [0, 1]
    assert any("E–I" in line or "E-I" in line for line in after[0]["said"])
    assert after[0]["since"]
    assert not page["pictures"][0]["since"]


def test_silence_and_a_single_unit_are_said() -> None:
    quiet = a_map(one_future(np.zeros((4, 4)), np.zeros((4, 4))))
    assert sentences(quiet, 0, 1, "help", "en") == ["None at all in these weeks."]
    alone = SiloMap([("a", "X"), ("b", "X")], WINDOWS)
    alone.add(Traffic(np.ones((1, 2, len(Flow), 2, 2)) * (1 - np.eye(2))))
    assert sentences(alone, 0, 1, "help", "en")[-1].startswith("There is one unit")


def test_of_many_divisions_the_units_are_shown() -> None:
    n = MOST_SHOWN + 2
    large = SiloMap([(str(i), "X" if i < 9 else "Y") for i in range(n)], WINDOWS)
    large.add(Traffic(np.ones((1, 2, len(Flow), n, n)) * (1 - np.eye(n))))
    page = shown(large, 1, "en")
    assert page["by_unit"]
    assert page["groups"] == page["unit_names"] == ["X", "Y"]
    assert np.sum(page["pictures"][0]["weekly"]) == pytest.approx(n * (n - 1))


def test_windows_shrink_with_the_weeks_and_refuse_what_has_no_past() -> None:
    keys = [each.key for each in windows_of(SMALL, 18)]
    assert keys == ["before", "early"]
    assert windows_of(SMALL, 3)[1] == Window("early", 0, 3)
    newborn = SMALL.model_copy(update={"run": Run(warmup_weeks=0, weeks=5)})
    with pytest.raises(RequestError, match="warmup_weeks"):
        windows_of(newborn, 5)
    wide = SMALL.model_copy(update={"company": Company(units=1, divisions=FLOWS_MOST + 1, employees=1)})
    with pytest.raises(RequestError, match="too large"):
        windows_of(wide, 5)


def test_who_no_longer_wants_it_is_let_go() -> None:
    with pytest.raises(Stopped):
        live_traffic(SMALL, COURSES, seed=7, replicate=0, weeks=20, stop=lambda: True)
