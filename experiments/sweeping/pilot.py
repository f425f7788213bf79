"""What a sweep will take, from a few units lived here and now.

Companies of a sweep may differ in size a thousandfold, so some units of each are lived (of some of them, if there are
many): each meets the whole design, and the mean over companies is what a unit takes.
"""

from statistics import fmean
from typing import NamedTuple

from experiments.errors import RequestError
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.units import Task, Unit, live_task

UNITS, MOST_COMPANIES = 5, 12
_BYTES_A_NUMBER, _BYTES_A_ROW = 8.0, 24.0  # numbers do not get smaller by packing; the rest of a row does


class Estimate(NamedTuple):
    """What there is to do, and what it takes on one core."""

    points: int
    least_units: int
    most_units: int
    seconds_a_unit: float
    bytes_a_unit: float


def estimate(experiment: Experiment) -> Estimate:
    """Live a few units, spread over the points of each company, and reckon. Raises RequestError if one fails."""
    each = len(experiment.values)
    companies = _spread(experiment.many // each, MOST_COMPANIES)
    _lived(experiment, 0)  # the first one loads the rules
    units = max(2, UNITS // len(companies))
    seconds = [fmean(_lived(experiment, company * each + row) for row in _spread(each, units)) for company in companies]
    rule = experiment.replicates
    numbers = len(experiment.measures) * len(experiment.windows)
    return Estimate(
        experiment.many, experiment.many * rule.looks[0], experiment.many * rule.most, fmean(seconds),
        len(experiment.question.policies) * (_BYTES_A_ROW + _BYTES_A_NUMBER * numbers),
    )  # fmt: skip


def _lived(experiment: Experiment, place: int) -> float:
    """The seconds of one unit of a point. Raises RequestError if it fails."""
    point = experiment.point(place)
    company = point.company if experiment.companies else ""
    unit = Unit(place, experiment.first, company, experiment.settings(point))
    done = live_task(Task(experiment.question, (unit,), experiment.measures, experiment.windows))
    if done.lived[0].error:
        raise RequestError(f"point {place} fails: {done.lived[0].error}")
    return done.seconds


def _spread(many: int, most: int) -> list[int]:
    """Places, evenly from the first to the last of so many, and no more than `most`.

    >>> _spread(9, 3), _spread(2, 5), _spread(1, 5)
    ([0, 4, 8], [0, 1], [0])
    """
    return sorted({round(k * (many - 1) / (most - 1)) for k in range(most)})
