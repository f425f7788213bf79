"""Reads from a real log which company is to be lived for it, and measures it.

A log says how many groups share its work and how many larger bodies they form; it does not say how many people there
are. The company that is lived has as many groups as bear weight, up to MOST_GROUPS, because a group works with few
others whatever the size of the whole.
"""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from experiments.calibrating.figures import Floats, figures_of
from experiments.calibrating.setting import Setting
from experiments.calibrating.windows import Window, came_in, in_weeks, in_whole_weeks, window_of, within
from experiments.comparing.question import Question
from experiments.errors import RequestError
from experiments.sweeping.dimension import Dimension, dimension
from experiments.xray.reading import Log
from experiments.xray.times import HOURS
from sim.company.scenario import Company, Scenario
from sim.datafiles.mistakes import did_you_mean, near, on_one_line
from sim.parameters import declared
from sim.records.handoffs import homes, ordered, stays

FITTED = (
    "problems.problems_per_customer", "problems.second_division", "problems.third_division", "problems.triage",
    "problems.right_address", "problems.difficulty_shape", "choice.duty", "choice.pressure_queue", "choice.reluctance",
    "choice.habit_strength",
)  # fmt: skip
"""What is drawn unless told otherwise: what decides how problems are handed on. All else stays as in the scenario."""
MOST_GROUPS, MOST_PEOPLE, USUAL_PEOPLE = 12, 12, 6
"""Groups that are lived, people in each at most, and people in each where nobody says how many there are."""
MOST_CASES = 3_000
"""Cases that are measured of one simulated log; a figure of so many is known to about a hundredth."""
LEAST_CASES, LEAST_HANDOFFS, LEAST_WEEKS = 30, 10, 2.0
"""Less than that in the window of a log says nothing."""
LEAST_CAME = 2 / 7
"""Weeks in which the cases of a log must have come at least: a morning is not how a company works."""
ENOUGH_WEEKS = 6
"""Weeks in which the cases of a simulated log come, at least: of fewer there are too few in a small company."""


@dataclass(frozen=True)
class Measured:
    """A real log: what was read from it, and its numbers in the order of COLUMNS."""

    setting: Setting
    window: Window
    figures: Floats
    cases: int
    handoffs: int
    groups: int
    weight: float
    """So many groups of equal size would share the work as evenly."""
    arrivals: float
    """Cases a week in the window."""
    left_out: int
    """Cases of the log that came before the window or after it."""
    people: int | None
    """As told."""


def measure(
    log: Log, base: Scenario, *, people: int | None = None, keys: tuple[str, ...] = FITTED, seed: int = 1
) -> Measured:
    """Read from a log what is to be lived, and measure it. Raises RequestError for a log that says too little."""
    drawn = dimensions_of(keys)
    weeks = in_weeks(log.events["time"], log.times.read_as)
    if not np.ptp(weeks):
        raise RequestError("all times are the same, so the log has no length; give the column that says when")
    window = _window(log, weeks)
    ended = "status" in log.events.columns
    seen = ordered(within(log.events, weeks, window, ended))
    stay = stays(seen)
    cases, handoffs = stay["code"].nunique(), len(stay) - stay["code"].nunique()
    _check(cases, handoffs, int(stay["key"].nunique()))
    weight = _weight(stay["key"])
    home = homes(seen)
    units = _weight(stay["group"].map(home).fillna("")) if home else float(min(base.company.units, weight / 2))
    in_hours = log.times.read_as == HOURS
    scenario = base.model_copy(update={"company": _company(weight, units, people)})
    setting = Setting(
        scenario, drawn, window.weeks, min(cases, MOST_CASES), ended, in_hours, people is not None, seed,
        window.followed, math.ceil(ENOUGH_WEEKS / window.weeks),
    )  # fmt: skip
    figures = figures_of(log.events, weeks, window, ended=ended, people=people or math.nan)
    came = len(came_in(log.events, weeks, window))
    groups, out = int(stay["key"].nunique()), log.events["case"].nunique() - came
    return Measured(setting, window, figures, cases, handoffs, groups, weight, came / window.weeks, out, people)


def _window(log: Log, weeks: Floats) -> Window:
    """The window of a log whose events happened at `weeks`. Raises RequestError if it is too short."""
    whole = window_of(log.events, weeks)
    if whole.weeks + whole.followed < LEAST_WEEKS:
        raise RequestError(
            f"the log spans {whole.weeks + whole.followed:.2g} weeks (after the first twentieth of its cases); "
            f"to be calibrated to, it must span {LEAST_WEEKS:g} at least"
        )
    if whole.weeks < LEAST_CAME:
        raise RequestError(
            f"nearly all cases of the log that can be used came within {7 * whole.weeks:.2g} days; "
            "to be calibrated to, a log must hold the cases of two days at least"
        )
    return in_whole_weeks(whole)


def _check(cases: int, handoffs: int, groups: int) -> None:
    if groups == 1:
        raise RequestError("the log has one group only, so nothing is ever handed on; give a column of teams")
    if cases < LEAST_CASES or handoffs < LEAST_HANDOFFS:
        raise RequestError(
            f"the log has {cases:,} cases with {handoffs:,} hand-offs that count; "
            f"{LEAST_CASES} cases with {LEAST_HANDOFFS} hand-offs are the least that says anything"
        )


def _weight(names: "pd.Series") -> float:
    """How many of equal size would share as evenly: one over the sum of squared shares (Simpson, 1949)."""
    shares = names.value_counts(normalize=True).to_numpy()
    return float(1.0 / (shares**2).sum())


def _company(weight: float, units: float, people: int | None) -> Company:
    """So many groups of equal size, in so many units."""
    groups = min(max(round(weight), 2), MOST_GROUPS)
    whole = min(max(round(units), 1), groups)
    each = max(1, round(groups / whole))
    employees = USUAL_PEOPLE if people is None else min(max(round(people / weight), 1), MOST_PEOPLE)
    return Company(units=whole, divisions=each, employees=employees)


def dimensions_of(keys: tuple[str, ...]) -> tuple[Dimension, ...]:
    """Parameters over their plausible ranges. Raises RequestError for what cannot be read from a log."""
    if any(":" in key for key in keys):
        raise RequestError("a number of a contract cannot be read from a log; give parameters, such as problems.triage")
    if len(set(keys)) < len(keys):
        raise RequestError(f"{max(keys, key=keys.count)} is given twice; each parameter may be there once")
    for key in keys:
        _meant(key)
    return tuple(dimension(Question(), key) for key in keys)


def _meant(key: str) -> None:
    """Raises RequestError for a key without its section, or with another one, that names the key that was meant."""
    full = {row.key.rpartition(".")[2]: row.key for row in declared()}
    close = [full[name] for name in near(key.rpartition(".")[2], full)]
    if close and key not in full.values():
        raise RequestError(f'"{on_one_line(key)}" is no parameter of a scenario; {did_you_mean(close)}')
