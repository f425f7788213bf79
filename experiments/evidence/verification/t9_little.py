"""T9, Little's law: the open problems are the arrivals an hour times the hours each stays, whatever people do.

Here everything is on: the default company, its calibration and its habits, under policies that make it behave
differently. L is the model's own count of open problems, hour after hour; λ and W come from its event log.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from experiments.evidence.verification.bare import HOURS_A_WEEK
from experiments.evidence.verification.check import Check
from sim.company.scenario import Scenario
from sim.log import EventKind
from sim.simulation import Simulation

SOURCE = "Little 1961"
POLICIES = ("sales-commission", "gate-and-shared-target", "desk-clearing")
WEEKS = 100


def checks() -> Iterator[Check]:
    """The whole model under three policies."""
    for policy in POLICIES:
        yield _law(policy)


def _law(policy: str) -> Check:
    run = Simulation(Scenario(), policy, seed=1, events=True, weeks=WEEKS)
    open_problems = np.zeros(WEEKS * HOURS_A_WEEK)
    for hour in range(WEEKS * HOURS_A_WEEK):
        run.live(1)
        open_problems[hour] = run.world.company[0].open
    came, ended = _times(run)
    stay = np.minimum(ended, float(run.hour)) - came  # those still open have stayed so far
    expected = len(came) / run.hour * float(stay.mean())
    statement = f"Open problems under {policy} are arrivals an hour times hours each (L = λW)"
    return Check(f"T9-little-{policy}", statement, SOURCE, expected, float(open_problems.mean()))


def _times(run: Simulation) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """When each problem came, and when it ended; infinity for those still open."""
    events = run.events
    came = events[events["kind"] == EventKind.ARRIVED]
    ended = events[np.isin(events["kind"], (EventKind.SOLVED, EventKind.GIVEN_UP))]
    ends = np.full(int(came["problem"].max()) + 1, np.inf)
    ends[ended["problem"]] = ended["time"]
    return came["time"].copy(), ends[came["problem"]]
