"""What is foreseen of a sweep: companies of unlike size count each for what it takes."""

from typing import Any

import pytest

from experiments.sweeping import pilot
from experiments.sweeping.units import Done, Task, failed
from tests.experiments.sweeping.asked import small

SECONDS = {"small-shop": 1.0, "six-weeks": 10.0, "volvo-baseline": 100.0}


def test_companies_of_unlike_size_count_for_what_they_take(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three companies that take 1, 10 and 100 seconds a unit: 37 on average, and not the middle one's 10."""
    seen: list[Any] = []

    def takes(task: Task) -> Done:
        (unit,) = task.units
        seen.append(unit)
        lived = failed(task, unit, "")._replace(error="")
        return Done((lived,), SECONDS[unit.company], 0.0)

    monkeypatch.setattr(pilot, "live_task", takes)
    names = ", ".join(f'"{name}"' for name in SECONDS)
    found = pilot.estimate(small("number = 4", **{'scenario_=_"small-shop"': f"scenarios = [{names}]"}))
    assert (found.points, found.most_units) == (18, 72)
    assert found.seconds_a_unit == pytest.approx(37.0)
    assert len(seen) == 7
