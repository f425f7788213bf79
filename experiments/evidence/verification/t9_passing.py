"""T9, passing the buck: hand-offs are geometric, and once reading costs as much as working they bring the desk down.

A problem that division A must solve is passed on to B with chance p whenever A reads it, and B can only send it back.
The number k of such rounds is geometric, P(k) = (1 - p)p^k. Each look takes 1/μ whether it ends in work or in passing,
so A is busy for λ/(μ(1 - p)) of the time, and at p ≥ 1 - λ/μ its desk grows by λ - μ(1 - p) an hour.
"""

from collections.abc import Iterator
from math import log

import numpy as np
from numpy.typing import NDArray

from experiments.evidence.verification.bare import HOURS_A_WEEK
from experiments.evidence.verification.check import Check, Mean
from experiments.evidence.verification.queues import RUNS, desks, life
from sim.company.scenario import Scenario
from sim.log import EventKind
from sim.simulation import Simulation
from sim.tables import Task

SOURCE = "geometric hand-offs (EVIDENCE.md T9)"
HOURS = 4.0  # 1/μ
ARRIVALS = 5.0  # a week, all of A's one customer: λ/μ = 0.5
GROWING_WEEKS = 1000
MEANING = 10.0


def checks() -> Iterator[Check]:
    """Rounds and load below the limit, growth at both sides of it."""
    for chance in (0.2, 0.4):
        yield from _rounds(chance)
    for chance in (0.4, 0.6, 0.8):
        yield _growth(chance)


def _passing(chance: float) -> Scenario:
    """A owns the only customer; a pass and a part take the same time; a belief sets the chance of a pass.

    A point means ten utils, to a colleague too, and a table is believed to be worth five points less: nobody asks.
    """
    return desks(2, customers_per_employee=0.5, problems_per_customer=ARRIVALS, hours_least=HOURS, hours_mean=0.0,
                 pass_hours=HOURS, temperature=1.0, duty=0.0, pressure=10.0, meaning=MEANING, meaning_colleague=1.0,
                 trust_matters=0.0, belief_volley=5.0, belief_table=0.0,
                 belief_turn=5.0 + log((1.0 - chance) / chance) / MEANING)  # fmt: skip


def _rounds(chance: float) -> Iterator[Check]:
    rounds, busy = [], []
    for replicate in range(RUNS):
        run = life(_passing(chance), replicate)
        rounds.append(_rounds_of(run))
        busy.append(float(run.world.employees.hours[0, : Task.WAITING].sum()) / run.hour)
    for k in range(4):
        seen = Mean.of([float(np.mean(each == k)) for each in rounds])
        statement = f"Share of problems passed to and fro {k} times at p = {chance:g}"
        expected = (1.0 - chance) * chance**k
        yield Check(f"T9-rounds-{chance:g}-{k}", statement, SOURCE, expected, seen.value, seen.error)
    seen, expected = Mean.of(busy), ARRIVALS / HOURS_A_WEEK * HOURS / (1.0 - chance)
    statement = f"Share of its time that the desk is busy at p = {chance:g} is λ/(μ(1 - p))"
    yield Check(f"T9-busy-{chance:g}", statement, SOURCE, expected, seen.value, seen.error)


def _growth(chance: float) -> Check:
    seen = Mean.of([_left_over(chance, replicate) / GROWING_WEEKS for replicate in range(RUNS)])
    expected = max(ARRIVALS - HOURS_A_WEEK * (1.0 - chance) / HOURS, 0.0)
    statement = f"Backlog grows by max(0, λ - μ(1 - p)) a week at p = {chance:g} (the limit is 0.5)"
    return Check(f"T9-growth-{chance:g}", statement, SOURCE, expected, seen.value, seen.error, scale=1.0)


def _left_over(chance: float, replicate: int) -> float:
    """Problems that came and were not solved; the few that were given up after years of waiting are among them."""
    weeks = life(_passing(chance), replicate, GROWING_WEEKS).weeks
    return float(weeks["arrived"].sum() - weeks["solved"].sum())


def _rounds_of(run: Simulation) -> NDArray[np.int64]:
    """How often A passed each solved problem on."""
    events = run.events
    passed = events[(events["kind"] == EventKind.PASSED) & (events["division"] == 0)]
    times = np.bincount(passed["problem"], minlength=int(events["problem"].max()) + 1)
    rounds: NDArray[np.int64] = times[events["problem"][events["kind"] == EventKind.SOLVED]]
    return rounds
