"""What is read from a log: the company that is lived, its figures, and the logs that are refused."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from experiments.calibrating.figures import COLUMNS, FIGURES, figures_of
from experiments.calibrating.measuring import MOST_PEOPLE, USUAL_PEOPLE
from experiments.calibrating.windows import in_weeks
from experiments.errors import RequestError
from sim.records.handoff_summary import summarise
from tests.experiments.calibrating.logs import GROUPS, made_up, six_weeks


def test_the_company_has_the_groups_of_the_log() -> None:
    found = six_weeks(made_up())
    company = found.setting.scenario.company
    assert found.groups == len(GROUPS)
    assert found.weight == pytest.approx(len(GROUPS), rel=0.05)
    assert company.units * company.divisions == len(GROUPS)
    assert company.employees == USUAL_PEOPLE
    assert found.arrivals == pytest.approx(20, rel=0.15)
    assert found.setting.ended


def test_a_group_that_hardly_works_hardly_counts() -> None:
    log = made_up()
    seldom = log.events.assign(group=[f"seldom {row}" if row % 60 == 0 else "Desk" if row % 2 else "Field"
                                      for row in range(len(log.events))])  # fmt: skip
    found = six_weeks(log._replace(events=seldom))
    assert found.groups > 10
    assert found.setting.scenario.company.units * found.setting.scenario.company.divisions == 2


def test_units_are_the_larger_bodies_by_their_weight() -> None:
    log = made_up()
    halves = log.events.assign(division=log.events["group"].map(dict(zip(GROUPS, "xxyy", strict=True))))
    company = six_weeks(log._replace(events=halves)).setting.scenario.company
    assert (company.units, company.divisions) == (2, 2)


def test_people_who_are_counted_make_the_load_known() -> None:
    told, untold = six_weeks(made_up(), people=20), six_weeks(made_up())
    place = COLUMNS.index("whole arrivals")
    assert told.figures[place] == pytest.approx(told.arrivals / 20)
    assert np.isnan(untold.figures[place])
    assert told.setting.scenario.company.employees == 5
    assert six_weeks(made_up(), people=9_000).setting.scenario.company.employees == MOST_PEOPLE
    assert six_weeks(made_up(), people=1).setting.scenario.company.employees == 1


def test_figures_are_those_of_the_xray_in_the_window() -> None:
    log = made_up()
    found = six_weeks(log)
    weeks = in_weeks(log.events["time"], log.times.read_as)
    first = pd.Series(weeks).groupby(log.events["case"].to_numpy()).transform("min").to_numpy()
    inside = (first >= found.window.begins) & (weeks < found.window.begins + found.window.weeks)
    seen = log.events[inside]
    seen = seen[seen["case"].isin(seen.loc[seen["status"] == "Completed", "case"])]
    summary = summarise(seen)
    for figure in FIGURES:
        assert found.figures[COLUMNS.index(f"whole {figure.key}")] == pytest.approx(figure.of(summary), nan_ok=True)


def test_a_simulated_log_is_thinned_to_as_many_cases_as_the_real_one_has() -> None:
    log = made_up()
    found = six_weeks(log)
    weeks = in_weeks(log.events["time"], log.times.read_as)
    counted = {"ended": True, "people": 1.0}
    few = figures_of(log.events, weeks, found.window, **counted, most=50, luck=np.random.default_rng(1))
    every = figures_of(log.events, weeks, found.window, **counted)
    share = few[COLUMNS.index("whole never")]
    assert any(share * of == pytest.approx(round(share * of)) for of in range(42, 51))  # most of 50 end in the window
    assert few[COLUMNS.index("whole arrivals")] == every[COLUMNS.index("whole arrivals")]


ONE_MOMENT = made_up()._replace(events=made_up().events.assign(time=pd.Timestamp("2026-01-05T00:00Z")))
MORNING = made_up(weeks=1 / 14)
LATE = (MORNING.events["status"] == "Completed") & MORNING.events["case"].str.endswith("7")
ONE_MORNING = MORNING._replace(
    events=MORNING.events.assign(time=MORNING.events["time"] + pd.to_timedelta(np.where(LATE, 30, 0), unit="D"))
)
"""All cases came within half a day; some took a month."""
ONE_GROUP = made_up()._replace(events=made_up().events.assign(group="Desk"))


@pytest.mark.parametrize(
    ("log", "says"),
    [
        (made_up(cases=20), "30 cases"),
        (made_up(chance=0.0), "hand-offs"),
        (made_up(weeks=1.0), "must span 2 at least"),
        (ONE_GROUP, "one group only"),
        (ONE_MOMENT, "all times are the same"),
        (ONE_MORNING, "the cases of two days at least"),
    ],
)
def test_a_log_that_says_too_little_is_refused_in_one_sentence(log: object, says: str) -> None:
    with pytest.raises(RequestError, match=says) as caught:
        six_weeks(log)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        (("problems.triag",), r'did you mean "problems\.triage"'),
        (("triage",), r'did you mean "problems\.triage"'),
        (("choice.triage",), r'did you mean "problems\.triage"'),
        (("nothing.at.all.like.it",), "known are"),
        (("gate-and-shared-target:manager.2.threshold",), "contract"),
        (("problems.triage", "problems.triage"), "twice"),
    ],
)
def test_what_cannot_be_fitted_is_refused(keys: tuple[str, ...], says: str) -> None:
    with pytest.raises(RequestError, match=says):
        six_weeks(made_up(), keys=keys)


def test_draws_are_known_by_their_number_and_lie_in_the_plausible_range() -> None:
    setting = six_weeks(made_up()).setting
    draws = np.stack([setting.draw(place) for place in range(200)])
    low, high = (np.array([getattr(each, end) for each in setting.dimensions]) for end in ("low", "high"))
    assert ((draws >= low) & (draws <= high)).all()
    assert (setting.draw(7) == draws[7]).all()
    assert setting.values(setting.shares(draws)) == pytest.approx(draws, rel=1e-3)
    assert replace(setting, seed=2).draw(7).tolist() != draws[7].tolist()
    assert replace(setting, weeks=5.0).text != setting.text
