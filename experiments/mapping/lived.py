"""One future of a company, lived for its traffic between divisions: problems handed over, volleyed, and help."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from experiments.comparing.course import Course
from experiments.comparing.playing import live_on, play
from experiments.comparing.warmups import PATIENCE, leave_if
from experiments.errors import RequestError
from sim.company.organisation import divisions_of
from sim.company.scenario import Scenario
from sim.simulation import FLOWS_MOST, Simulation

MOST_DIVISIONS = FLOWS_MOST
"""Divisions of a company whose traffic can still be kept."""

_QUARTER, _SIX = 13, 6


class Window(NamedTuple):
    """Weeks over which traffic is counted: those after `first` up to `last`, counted from the switch (0)."""

    key: str
    first: int
    last: int


class Traffic(NamedTuple):
    """What went from division to division in one future, a week, on average over each window.

    Shape (courses, windows, Flow, from, to).
    """

    weekly: NDArray[np.float64]


def windows_of(scenario: Scenario, weeks: int) -> tuple[Window, ...]:
    """The windows that are looked at: the quarter before the switch, the first six weeks, and the last quarter.

    Shorter where there are fewer weeks. The last is left out where it would begin within the first six.
    Raises RequestError for a company without a past, or one with too many divisions.
    """
    past = scenario.run.warmup_weeks
    divisions = len(divisions_in(scenario))
    if past < 1:
        raise RequestError("run.warmup_weeks = 0 leaves nothing before the switch to compare with; let it be 1 or more")
    if divisions > MOST_DIVISIONS:
        raise RequestError(
            f"a map of {divisions:,} divisions is too large to keep; the most is {MOST_DIVISIONS}, so take a part of it"
        )
    found = [Window("before", -min(_QUARTER, past), 0), Window("early", 0, min(_SIX, weeks))]
    if weeks - _QUARTER >= _SIX:
        found.append(Window("late", weeks - _QUARTER, weeks))
    return tuple(found)


def divisions_in(scenario: Scenario) -> list[tuple[str, str]]:
    """Name of each division and of its unit, by row."""
    return [(division.name, unit) for _, unit, division in divisions_of(scenario)]


def live_traffic(
    scenario: Scenario,
    courses: Sequence[Course],
    *,
    seed: int,
    replicate: int,
    weeks: int,
    stop: Callable[[], bool] | None = None,
) -> Traffic:
    """The traffic of one future along each course, all from the same warmed-up company.

    Raises RequestError as `windows_of`, or if a course has a step that is never reached. May raise Stopped.
    """
    windows = windows_of(scenario, weeks)
    past = scenario.run.warmup_weeks
    start = Simulation(scenario, seed=seed, replicate=replicate, flows=True, weeks=past + weeks)
    for _ in live_on(start, past, PATIENCE):
        leave_if(stop)
    lived = []
    for course in courses:
        run = start.fork()
        for _ in play(run, course, weeks, PATIENCE):
            leave_if(stop)
        lived.append([run.flows[past + each.first : past + each.last].mean(axis=0) for each in windows])
    return Traffic(np.array(lived))
