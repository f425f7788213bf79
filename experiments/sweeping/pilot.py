"""What a sweep will take, from a few units lived here and now."""

from statistics import median
from typing import NamedTuple

from experiments.errors import RequestError
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.units import Task, Unit, live_task

UNITS = 5
_BYTES_A_NUMBER, _BYTES_A_ROW = 8.0, 24.0  # numbers do not get smaller by packing; the rest of a row does


class Estimate(NamedTuple):
    """What there is to do, and what it takes on one core."""

    points: int
    least_units: int
    most_units: int
    seconds_a_unit: float
    bytes_a_unit: float


def estimate(experiment: Experiment) -> Estimate:
    """Live a few units, spread over the points, and reckon. Raises RequestError if one of them fails."""
    places = sorted({round(k * (experiment.many - 1) / (UNITS - 1)) for k in range(UNITS)})
    seconds = []
    for place in (places[0], *places):  # the first one loads the rules
        point = experiment.point(place)
        company = point.company if experiment.companies else ""
        unit = Unit(place, 0, company, experiment.settings(point))
        done = live_task(Task(experiment.question, (unit,), experiment.measures, experiment.windows))
        if done.lived[0].error:
            raise RequestError(f"point {place} fails: {done.lived[0].error}")
        seconds.append(done.seconds)
    rule = experiment.replicates
    numbers = len(experiment.measures) * len(experiment.windows)
    return Estimate(
        experiment.many, experiment.many * rule.looks[0], experiment.many * rule.most, median(seconds[1:]),
        len(experiment.question.policies) * (_BYTES_A_ROW + _BYTES_A_NUMBER * numbers),
    )  # fmt: skip
