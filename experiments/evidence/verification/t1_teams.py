"""T1, teams: whoever shares the proceeds with N - 1 others works 1/N as hard, and the team yields the same at any size.

Everybody gets a share of what the company sells per head. Effort is then k/(c·N): k is what a month's sales are worth
to the one who makes them, if all of it were paid out to that person. How finely other work is sliced does not matter.
"""

from collections.abc import Iterator

from experiments.evidence.verification.bare import bare, contract, hour_worth, term
from experiments.evidence.verification.check import Check
from sim.simulation import Simulation
from sim.tables import Task

SOURCE = "Holmström 1982"
SIZES = (1, 2, 4, 8, 16)
SHARE = 0.25  # salaries for planned sales per head
WEEKS = 1000


def checks() -> Iterator[Check]:
    """Effort without pay, then effort and team output at five sizes, and effort with other problems on the desk."""
    yield _nothing_pays()
    for size in SIZES:
        yield from _team(size)
    for slices in (0.25, 4.0, 0.0):
        yield _sliced(slices)


def _nothing_pays() -> Check:
    scenario = bare(effort_base=0.8)
    run = Simulation(scenario, contract())
    run.live_weeks(4)
    statement = "Without any incentive effort stays at its base"
    return Check("T1-base", statement, SOURCE, 0.8, float(run.world.employees.effort.mean()))


def _team(size: int) -> Iterator[Check]:
    scenario = bare(size, money_weight=2.0, effort_cost=0.08)
    run = Simulation(scenario, contract(term("employee", "rate", "sales", "company", share=SHARE)), weeks=WEEKS)
    run.live_weeks(WEEKS)
    gain, cost, work = hour_worth(scenario, SHARE), scenario.effort.effort_cost, scenario.work
    statement = f"Each of {size} who share company output equally exerts k/(cN)"
    yield Check(f"T1-effort-{size}", statement, SOURCE, gain / (cost * size), float(run.world.employees.effort.mean()))

    sales, hours = int(run.weeks["sales_made"].sum()), float(run.weeks["hours"][:, Task.SELLING].sum())
    chance, an_hour = sales / hours, size * work.sale_value
    statement = f"An hour of a team of {size} sells as much as that of any other (euro)"
    expected = work.sale_chance * work.sale_value * gain / cost
    error = an_hour * (chance * (1.0 - chance) / hours) ** 0.5
    yield Check(f"T1-output-{size}", statement, SOURCE, expected, an_hour * chance, error)


def _sliced(slices: float) -> Check:
    """The same hours of work in more problems, or fewer; or none at all."""
    scenario = bare(2, money_weight=2.0, problems_per_customer=slices, hours_least=0.1 / (slices or 1.0))
    run = Simulation(scenario, contract(term("employee", "rate", "sales", "company", share=SHARE)))
    run.live_weeks(4)
    words = f"the same work in {slices:g} times as many problems" if slices else "no problems to work on"
    statement = f"Each of 2 who share company output exerts k/(cN) with {words}"
    expected = hour_worth(scenario, SHARE, sharers=2)
    return Check(f"T1-sliced-{slices:g}", statement, SOURCE, expected, float(run.world.employees.effort.mean()))
