"""The Mesa model: a company whose employees and managers are Mesa agents.

The agents are thin windows on rows of the tables, so `model.agents`, `AgentSet.select`, `agg` and `groupby` and the
`DataCollector` work as in any Mesa model, while compiled loops do the work. A subclass of `Employee` that overrides
`decide` or `comes`, or one of `Manager` that overrides `decide`, is asked in Python, whenever it is that person's turn;
everybody else goes on compiled.

    >>> from sim import Choice, CompanyModel, Employee, Manager
    >>> class Diplomat(Employee):
    ...     def decide(self, see):
    ...         return Choice.TABLE if see.others_needed else super().decide(see)
    >>> class Patron(Manager):
    ...     def decide(self, see):
    ...         return see.agenda._replace(customer=see.agenda.customer + see.agenda.sales, sales=0.0)
    >>> model = CompanyModel(employee_class=Diplomat, manager_class=Patron)
    >>> model.run_for(5)
    >>> model.simulation.weeks.agenda_sales.tolist()
    [0.0]
"""

import copy
from collections.abc import Iterable
from pathlib import Path
from typing import Self, cast

import mesa
import numpy as np

from sim.agents.deciding import comes, leanings, next_agenda
from sim.agents.employee import Options, choose
from sim.agents.guest import Invitation
from sim.agents.manager import Agenda, Outlook
from sim.agents.reasons import Situation
from sim.calendar import HOURS_A_DAY
from sim.company.scenario import Scenario
from sim.life.turn import view
from sim.minds import Minds
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
    """An employee: takes up problems, or sells. Override `decide` or `comes` to give one a mind of its own."""

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
        """How often lately, by way to handle a problem; sums to one."""
        ways = (Choice.OWN_PART, Choice.PASS_ON, Choice.TABLE)
        return {way.name.lower(): float(self.row.habits[way - Choice.OWN_PART]) for way in ways}

    def situation(self) -> Situation | None:
        """What I see now: the problem at the head of the queue; None if there is none."""
        anything, see, _ = view(self.model.simulation.world, self.index)
        return see if anything else None

    def utilities(self, see: Situation) -> dict[Choice, float]:
        """How attractive each choice is to me, by the rule of the company (utils); -inf for what cannot be done."""
        return dict(zip(Choice, self._options(see), strict=True))

    def decide(self, see: Situation) -> Choice:
        """What I do with the problem in view: a logit choice by the rule of the company (agents/deciding.py)."""
        draw = self.model.simulation.luck.people.random()
        return Choice(choose(self._options(see), self.model.minds.temperature, draw))

    def comes(self, see: Invitation) -> bool:
        """Whether I come to a colleague's table, by the rule of the company (agents/deciding.py)."""
        return comes(self.row, see, self.model.parameters, self.model.simulation.luck.people.random())

    def _options(self, see: Situation) -> Options:
        """The utilities by number of the choice; those of the question that is asked now are known."""
        minds = self.model.minds
        return minds.options if see is minds.see else leanings(self.row, see, self.model.parameters)


class Manager(Person):
    """A manager: an agenda, and trust in each other manager through the divisions they lead.

    Override `decide` to give one a mind of its own.
    """

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

    def decide(self, see: Outlook) -> Agenda:
        """The agenda of the next week: shares that sum to one, by the rule of the company (agents/deciding.py)."""
        return next_agenda(self.row, see, self.model.parameters)


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
        self.minds = Minds(self.simulation)
        world = self.simulation.world
        for i, division in enumerate(world.employees.division.tolist()):
            chosen = employee_class if isinstance(employee_class, type) else employee_class.get(division, Employee)
            employee = chosen(self, i)
            world.employees.decides_in_python[i] = chosen.decide is not Employee.decide
            world.employees.comes_in_python[i] = chosen.comes is not Employee.comes
            if chosen.decide is not Employee.decide or chosen.comes is not Employee.comes:
                self.minds.employees[i] = employee
        for d in np.flatnonzero(world.managers.present).tolist():
            manager = manager_class(self, d)
            world.managers.decides_in_python[d] = manager_class.decide is not Manager.decide
            if manager_class.decide is not Manager.decide:
                self.minds.managers[d] = manager
        self.datacollector = mesa.DataCollector(
            model_reporters={"open_problems": "open_problems", "customers": "customers", "trust": "trust"}
        ) if collect else None  # fmt: skip

    def step(self) -> None:
        """Live one working day, hour by hour (see day.py), asking those who decide in Python."""
        self.simulation.live(HOURS_A_DAY, self.minds.answer)
        if self.datacollector is not None:
            self.datacollector.collect(self)

    def adopt(self, policy: Policy | str | Path) -> None:
        """Change the reward policy now."""
        self.simulation.adopt(policy)

    def set(self, **values: float) -> None:
        """Change parameters now, by name (see `Simulation.set`)."""
        self.simulation.set(**values)
        self.company = self.simulation.scenario

    def fork(self) -> Self:
        """The same company at the same moment with the same luck ahead; what the agents remember is copied too."""
        return copy.deepcopy(self)

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
