"""The log of a simulated company, of the same shape as a real one: so both are measured by the same definitions."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pandas as pd

from experiments.comparing.course import Course
from experiments.comparing.run import run
from experiments.comparing.warmups import Stopped
from experiments.xray.reading import Log
from experiments.xray.times import HOURS, Times
from sim.calendar import HOURS_A_WEEK
from sim.company.organisation import people_in
from sim.company.scenario import Scenario
from sim.records.events import handoff_log

MOST_PEOPLE = 2_000
"""In a larger company so much happens that its log does not fit beside a server's other work."""

_ENOUGH = 12_000  # weeks of one person: some thousands of problems, which settle every figure to about a hundredth
_WEEKS, _FEWEST_WEEKS, _MOST_FUTURES = 26, 4, 2


class Plan(NamedTuple):
    """How much of a company is lived: futures, and weeks of each after the switch."""

    futures: int
    weeks: int


def plan_for(scenario: Scenario, course: Course) -> Plan:
    """As many futures as give enough problems, and fewer weeks of a large company; every policy has its turn."""
    people = people_in(scenario)
    weeks = max(_FEWEST_WEEKS, min(_WEEKS, scenario.run.weeks, _ENOUGH // people), course.steps[-1].week + 1)
    return Plan(max(1, min(_MOST_FUTURES, _ENOUGH // (people * weeks))), weeks)


def future_log(
    scenario: Scenario,
    course: Course,
    weeks: int,
    seed: int,
    replicate: int,
    *,
    in_hours: bool = False,
    stop: Callable[[], bool] = lambda: False,
) -> pd.DataFrame:
    """What happened in one future to the problems that came after the switch, as the events of a Log.

    Times stand in the calendar (Monday to Friday, nine to five), because tickets are stamped by the clock as well; or
    are working hours, to stand beside a log in hours. Raises Stopped when `stop` says so.
    """

    def look(over: int, of: int) -> None:
        if stop():
            raise Stopped

    lived = run(scenario, course, seed=seed, replicate=replicate, weeks=weeks, events=True, progress=look)
    frame = lived.events_frame()
    arrived = frame.groupby("case")["time"].transform("min")
    later = frame[arrived >= lived.warmup * HOURS_A_WEEK].reset_index(drop=True)
    log = handoff_log(later if in_hours else later.assign(time=later["timestamp"]))
    if log["division"].nunique() < 2:  # a company of one unit has no walls to tell of
        log = log.drop(columns="division")
    return log.assign(case=f"{replicate}-" + log["case"].astype(str))


def joined(logs: Sequence[pd.DataFrame], *, in_hours: bool = False) -> Log:
    """Several futures as one log."""
    return Log(pd.concat(list(logs), ignore_index=True), Times(HOURS if in_hours else "year/month/day"))
