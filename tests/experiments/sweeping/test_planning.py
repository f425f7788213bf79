"""The order of work: never too little of it for the workers there are, and never more points open than are needed."""

import pytest

from experiments.sweeping.experiment_file import experiment_of_toml
from experiments.sweeping.planning import OPEN_A_WORKER, OPEN_POINTS, Plan

ASKED = experiment_of_toml(
    '[vary]\n"choice.meaning" = {}\n[design]\nkind = "grid"\nsize = 1000\n[replicates]\nnumber = 2', "asked.toml"
)


@pytest.mark.parametrize(
    ("workers", "points"), [(1, OPEN_POINTS), (2, OPEN_POINTS), (100, 100 * OPEN_A_WORKER), (500, 1_000)]
)
def test_before_anything_comes_back_so_much_can_be_begun(workers: int, points: int) -> None:
    plan = Plan(ASKED, set(), lambda _: (), lambda *_: None, workers)
    units = []
    while (task := plan.task(50)) is not None:
        units += [(unit.place, unit.replicate) for unit in task.units]
    assert units == [(place, replicate) for place in range(points) for replicate in (0, 1)]
