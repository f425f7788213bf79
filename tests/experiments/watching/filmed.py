"""Companies for films, and what films hold."""

import numpy as np

from experiments.watching.film import Film, unpacked
from sim.company.scenario import Scenario, checked

WEEKS = 4


def company(units: int = 2, divisions: int = 3, employees: int = 4, warmup: int = 6, **values: float) -> Scenario:
    """A company of even divisions that has lived for some weeks."""
    size = {"units": units, "divisions": divisions, "employees": employees}
    run = {"warmup_weeks": warmup, "weeks": 8}
    return checked({"company": size, "run": run}).with_parameters(**values)


def events_of(film: Film) -> dict[str, np.ndarray]:
    """The columns of a film's events."""
    kinds = {"time": "<f4", "problem": "<i4", "kind": "<u1", "division": "<i2", "other": "<i2", "employee": "<i2"}
    return {name: unpacked(film["events"][name], kind) for name, kind in kinds.items()}
