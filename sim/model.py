"""The Mesa model: a company whose employees and managers are Mesa agents.

The agents are thin windows on rows of the tables, so `model.agents`, `AgentSet.select`, `agg` and `groupby` and the
`DataCollector` work as in any Mesa model, while compiled loops do the work. A subclass of `Employee` that overrides
`decide` is asked in Python, whenever it is that employee's turn; everybody else goes on compiled.

    >>> from sim import CompanyModel, Employee, Choice
    >>> class Diplomat(Employee):
    ...     def decide(self, see):
    ...         return Choice.TABLE if see.others_needed else super().decide(see)
    >>> model = CompanyModel(employee_class=Diplomat)
    >>> model.step()
"""

from collections.abc import Iterable
from pathlib import Path
from typing import cast

import mesa
import numpy as np

from sim.agents.employee import NEVER, Situation, choose, utilities
from sim.calendar import HOURS_A_DAY
from sim.company.scenario import Scenario
from sim.life.turn import act, problem_in_view, situation_of
from sim.policies import Policy
from sim.simulation import Simulation
from sim.tables import Choice, Row


class Column:
    """A property of an agent that reads and writes its column in the table; numbers come out as Python numbers."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, agent: "Person", _owner: type) -> float | int:
        return agent.row[self.name].item()

    def __set__(self, agent: "Person", value: float) -> None:
        agent.row[self.name] = value


class Person(mesa.Agent["CompanyModel"]):
    """Someone in the company: a row of a table."""

    table: str

    def __init__(self, model: "CompanyModel", index: int) -> None:
        """A window on row `index`."""
        super().__init__(model)
        self.index = index

    @property
    def row(self) -> Row:
        """The row itself, a record with all columns (see tables.py)."""
        return getattr(self.model.simulation.world, self.table)[self.index]

    division = Column("division")
    pay = Column("pay")
    money_weight = Column("money_weight")

    @property
    def unit(self) -> int:
        """Number of the unit."""
        return int(self.model.simulation.world.divisions[self.division].unit)


class Employee(Person):
    """An employee: takes up problems, or sells. Override `decide` to give one a mind of its own."""

    table = "employees"
    skill = Column("skill")
    effort = Column("effort")
    help_effort = Column("help_effort")
    meaning_weight = Column("meaning_weight")
    reciprocity = Column("reciprocity")
    in_group = Column("in_group")
    task = Column("task")
    problem = Column("problem")

    @property
    def habits(self) -> dict[str, float]:
        """How often lately, by choice; sums to one."""
        return {choice.name.lower(): float(self.row.habits[choice]) for choice in Choice}

    def situation(self) -> Situation | None:
        """What I see now: the problem at the head of the queue; None if there is none."""
        world = self.model.simulation.world
        j = problem_in_view(world, self.index)
        return None if j < 0 else situation_of(world, self.index, j)

    def utilities(self, see: Situation) -> dict[Choice, float]:
        """How attractive each choice is to me in that situation (utils); -inf for what cannot be done."""
        return dict(zip(Choice, utilities(self.row, see, self.model.parameters), strict=True))

    def decide(self, see: Situation) -> Choice:
        """What I do with the problem in view: a logit choice by the rule of agents/employee.py."""
        options = utilities(self.row, see, self.model.parameters)
        return Choice(choose(options, self.model.parameters.temperature, self.model.simulation.luck.people.random()))


class Manager(Person):
    """A manager: an agenda, and trust in each other manager through the divisions they lead."""

    table = "managers"
    status_weight = Column("status_weight")
    agenda_sales = Column("agenda_sales")
    agenda_customer = Column("agenda_customer")
    agenda_politics = Column("agenda_politics")

    @property
    def trust(self) -> dict[int, float]:
        """How likely this manager's division thinks it that another comes when asked, by number of the division."""
        division = self.model.simulation.world.divisions[self.division]
        known = int(division.partners_known)
        return dict(zip(division.partners[:known].tolist(), division.trust[:known].tolist(), strict=True))


class CompanyModel(mesa.Model):
    """A company at work. A step is a working day; `run_for(days)` and `step()` are Mesa's.

    `rng` is the seed (default: the scenario's), `replicate` the number of the future. `employee_class` is one class for
    all, or gives the class for each division by number.
    """

    def __init__(
        self,
        company: Scenario | None = None,
        policy: Policy | str | Path | None = None,
        *,
        rng: int | None = None,
        replicate: int = 0,
        employee_class: type[Employee] | dict[int, type[Employee]] = Employee,
        manager_class: type[Manager] = Manager,
        events: bool = False,
        collect: bool = True,
    ) -> None:
        """Build the company on its first Monday morning, the policy in force."""
        self.company = Scenario() if company is None else company
        seed = self.company.run.seed if rng is None else rng
        super().__init__(rng=seed)
        self.simulation = Simulation(self.company, policy, seed=seed, replicate=replicate, events=events)
        self._minds: dict[int, Employee] = {}
        world = self.simulation.world
        for i, division in enumerate(world.employees.division.tolist()):
            chosen = employee_class if isinstance(employee_class, type) else employee_class.get(division, Employee)
            employee = chosen(self, i)
            world.employees.decides_in_python[i] = type(employee).decide is not Employee.decide
            if world.employees.decides_in_python[i]:
                self._minds[i] = employee
        for d in np.flatnonzero(world.managers.present).tolist():
            manager_class(self, d)
        self.datacollector = mesa.DataCollector(
            model_reporters={"open_problems": "open_problems", "customers": "customers", "trust": "trust"}
        ) if collect else None  # fmt: skip

    def step(self) -> None:
        """Live one working day, hour by hour (see day.py), asking those who decide in Python."""
        self.simulation.live(HOURS_A_DAY, self._ask)
        if self.datacollector is not None:
            self.datacollector.collect(self)

    def adopt(self, policy: Policy | str | Path) -> None:
        """Change the reward policy now."""
        self.simulation.adopt(policy)

    def set(self, **values: float) -> None:
        """Change parameters now, by name (see `Simulation.set`)."""
        self.simulation.set(**values)
        self.company = self.simulation.scenario

    def _ask(self, i: int) -> None:
        employee = self._minds[i]
        see = employee.situation()
        if see is None:
            raise RuntimeError(f"employee {i} was asked with nothing on the desk")
        chosen = Choice(employee.decide(see))
        if employee.utilities(see)[chosen] == NEVER:
            raise ValueError(f"employee {i} cannot {chosen.name.lower()} now: see the -inf in utilities(see)")
        act(self.simulation.world, self.simulation.luck, i, int(chosen))

    @property
    def parameters(self) -> Row:
        """The scenario's parameters as the rules see them."""
        return cast(Row, self.simulation.world.parameters[0])

    @property
    def managers(self) -> Iterable[Manager]:
        """All managers."""
        return (agent for agent in self.agents if isinstance(agent, Manager))

    @property
    def open_problems(self) -> int:
        """Problems neither solved nor given up."""
        return int(self.simulation.world.company[0].open)

    @property
    def customers(self) -> int:
        """Customers with us."""
        return int(self.simulation.world.company[0].customers)

    @property
    def trust(self) -> float:
        """Mean trust between divisions that work together."""
        divisions = self.simulation.world.divisions
        known = np.arange(divisions.trust.shape[1]) < divisions.partners_known[:, None]
        return float(divisions.trust[known].mean()) if known.any() else float("nan")
