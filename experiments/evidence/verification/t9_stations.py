"""T9, one desk: how long a problem takes at a desk of its own (M/M/1, M/G/1).

With arrivals at rate λ and work S of mean 1/μ, sojourn is W = 1/(μ - λ) if S is exponential, and in general
E[S] + λE[S²]/(2(1 - λE[S])) (Pollaczek & Khinchine). Times are working hours.
"""

from collections.abc import Iterator

from experiments.evidence.verification.check import Check, Mean
from experiments.evidence.verification.queues import RUNS, desks, life, second_moment, sojourns
from sim.company.scenario import Scenario

SOURCE = "Pollaczek–Khinchine; any text on queues"
PER_CUSTOMER = 0.25  # problems a week; with 40 customers 0.25 an hour


def checks() -> Iterator[Check]:
    """Exponential work at two loads, then work of other shapes."""
    for load in (0.3, 0.6):
        scenario = desks(1, problems_per_customer=load / 2.0)
        statement = f"Sojourn at one desk with exponential work and load {load:g} is 1/(μ - λ) (hours)"
        yield _sojourn(f"T9-mm1-{load:g}", statement, scenario, 1.0 / (0.5 - load / 2.0))
    for name, least, mean, shape in (("tail", 0.0, 2.0, 2.0), ("default", 0.5, 2.0, 2.0), ("fixed", 2.0, 0.0, 1000.0)):
        scenario = desks(1, problems_per_customer=0.2, hours_least=least, hours_mean=mean, difficulty_shape=shape)
        hours = least + mean
        wait = 0.2 * second_moment(scenario) / (2.0 * (1.0 - 0.2 * hours))
        statement = (
            f"Sojourn with work of {least:g} h + {mean:g} h · Gamma({shape:g}) · Exp follows Pollaczek–Khinchine"
        )
        yield _sojourn(f"T9-mg1-{name}", statement, scenario, hours + wait)


def _sojourn(name: str, statement: str, scenario: Scenario, expected: float) -> Check:
    seen = Mean.of([float(sojourns(life(scenario, replicate)).mean()) for replicate in range(RUNS)])
    return Check(name, statement, SOURCE, expected, seen.value, seen.error)
