"""The companies in which every pattern is examined: the default, a quarter of its size, and seven times its size."""

from dataclasses import dataclass

from experiments.catalogue import load_scenario
from sim.company.scenario import Company, Scenario, checked


@dataclass(frozen=True, slots=True)
class Size:
    """A company, and how many people there are in each of its divisions (managers not counted)."""

    id: str
    about: str
    employees: int
    scenario: Scenario


def sizes() -> tuple[Size, ...]:
    """Small, default, large; all other parameters have their defaults. The default comes first."""
    return (
        Size("six-weeks", "2 units of 3 divisions of 12 people", 12, load_scenario("six-weeks")),
        Size("small", "2 units of 2 divisions of 5 people", 5, _even("small", 2, 2, 5)),
        Size("large", "5 units of 5 divisions of 20 people", 20, _even("large", 5, 5, 20)),
    )


def one_unit(size: Size, divisions: int) -> Scenario:
    """A company of one unit of so many divisions as large as those of the size, all else as there."""
    company = Company(units=1, divisions=divisions, employees=size.employees)
    return size.scenario.model_copy(update={"company": company})


def starting_under(scenario: Scenario, policy: str) -> Scenario:
    """The same company, warmed up under another policy."""
    return scenario.model_copy(update={"run": scenario.run.model_copy(update={"start_policy": policy})})


def _even(name: str, units: int, divisions: int, employees: int) -> Scenario:
    return checked({"name": name, "company": {"units": units, "divisions": divisions, "employees": employees}})
