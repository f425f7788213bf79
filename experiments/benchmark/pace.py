"""Decisions a second: compiled, on two threads, through Mesa's agents, decided in Python; and Mesa's own example.

All are timed in turn, several rounds, and the best round of each counts: what else the machine does in between slows
them all, and least in the best round.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from mesa.examples.basic.boltzmann_wealth_model.model import BoltzmannScenario, BoltzmannWealth

from experiments.benchmark.companies import decisions_of, seconds, tasks_of
from sim.agents.reasons import Situation
from sim.calendar import DAYS_A_WEEK, WEEKS_A_YEAR
from sim.company.scenario import Scenario
from sim.model import CompanyModel, Employee
from sim.simulation import Simulation
from sim.tables import Choice

WARM_WEEKS = 4
BOLTZMANN_AGENTS = 300


class Thinker(Employee):
    """Decides by the same rule as everybody, but is asked in Python each time."""

    def decide(self, see: Situation) -> Choice:
        """The choice of agents/employee.py."""
        return super().decide(see)


@dataclass(frozen=True)
class Effort:
    """How long each way is timed in a round."""

    weeks: int = 100  # compiled
    mesa_weeks: int = 20  # through the agents, compiled
    python_weeks: int = 2  # decided in Python
    boltzmann_steps: int = 50


def paces(scenario: Scenario, rounds: int, effort: Effort) -> dict[str, float]:
    """Figures of the best of so many rounds: decisions a second by way, and agent-steps a second of Mesa's example."""
    warm = Simulation(scenario, weeks=WARM_WEEKS + effort.weeks)
    warm.live_weeks(WARM_WEEKS)
    jobs: dict[str, Callable[[], dict[str, float]]] = {
        "boltzmann": lambda: {"boltzmann_steps_per_second": boltzmann(effort.boltzmann_steps)},
        "compiled": lambda: compiled(warm, effort.weeks),
        "threads": lambda: {"decisions_per_second_two_threads": threaded(warm, effort.weeks, 2)},
        "mesa": lambda: {"decisions_per_second_mesa": agents(scenario, Employee, effort.mesa_weeks)},
        "python": lambda: {"decisions_per_second_mesa_python": agents(scenario, Thinker, effort.python_weeks)},
    }
    found: dict[str, float] = {}
    for _ in range(rounds):
        for job in jobs.values():
            for key, value in job().items():
                found[key] = max(value, found.get(key, 0.0))
    return found


def compiled(warm: Simulation, weeks: int) -> dict[str, float]:
    """One run on one core: decisions, tasks, and years of the company a second."""
    run = warm.fork()
    decisions, tasks = decisions_of(run), tasks_of(run)
    took = seconds(lambda: run.live_weeks(weeks))
    return {
        "decisions_per_second_compiled": (decisions_of(run) - decisions) / took,
        "tasks_per_second_compiled": (tasks_of(run) - tasks) / took,
        "company_years_per_second": weeks / WEEKS_A_YEAR / took,
    }


def threaded(warm: Simulation, weeks: int, threads: int) -> float:
    """Decisions a second of as many runs at once, each in a thread."""
    runs = [warm.fork() for _ in range(threads)]
    before = sum(decisions_of(run) for run in runs)
    with ThreadPoolExecutor(threads) as pool:
        took = seconds(lambda: list(pool.map(lambda run: run.live_weeks(weeks), runs)))
    return (sum(decisions_of(run) for run in runs) - before) / took


def agents(scenario: Scenario, employee_class: type[Employee], weeks: int) -> float:
    """Decisions a second of the Mesa model, stepped day by day with its data collector."""
    model = CompanyModel(scenario, employee_class=employee_class)
    for _ in range(DAYS_A_WEEK):
        model.step()
    before = decisions_of(model.simulation)

    def live() -> None:
        for _ in range(weeks * DAYS_A_WEEK):
            model.step()

    took = seconds(live)
    return (decisions_of(model.simulation) - before) / took


def boltzmann(steps: int) -> float:
    """Agent-steps a second of Mesa's own Boltzmann wealth example as Mesa ships it, with 300 agents."""
    model = BoltzmannWealth(BoltzmannScenario(rng=1, n=BOLTZMANN_AGENTS))
    model.step()

    def live() -> None:
        for _ in range(steps):
            model.step()

    return BOLTZMANN_AGENTS * steps / seconds(live)
