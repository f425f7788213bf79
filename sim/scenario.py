"""A scenario: a company, its people and customers, and how it is run. One TOML file; every parameter declared once.

Parameters themselves are declared in parameters.py. Reading, writing and checking of files is in scenario_file.py.
"""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from sim.parameters import (
    SECTIONS,
    Choice,
    Customers,
    Effort,
    Managers,
    Money,
    Problems,
    Section,
    Sight,
    Together,
    Work,
)  # fmt: skip

PEOPLE_MOST = 100_000


class Plan(BaseModel):
    """Part of the company's tree."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DivisionPlan(Plan):
    """A division: its people and whether it has a manager."""

    name: str = Field(min_length=1, max_length=60)
    employees: int = Field(ge=1, le=PEOPLE_MOST)
    managed: bool = True


class UnitPlan(Plan):
    """A unit: divisions that share a unit target, and units below it."""

    name: str = Field(min_length=1, max_length=60)
    divisions: tuple[DivisionPlan, ...] = ()
    units: tuple["UnitPlan", ...] = ()


class Company(Plan):
    """The tree: either so many units of so many divisions of so many people, or written out."""

    units: int = Field(2, ge=1, le=10_000, description="Units")
    divisions: int = Field(3, ge=1, le=10_000, description="Divisions in each unit")
    employees: int = Field(12, ge=1, le=PEOPLE_MOST, description="Employees in each division")
    managed: bool = Field(True, description="Whether divisions have a manager")
    tree: tuple[UnitPlan, ...] = Field((), description="The tree written out; then the numbers above do not count")

    def unit_plans(self) -> tuple[UnitPlan, ...]:
        """The units at the top of the tree."""
        if self.tree:
            return self.tree
        return tuple(
            UnitPlan(
                name=f"Unit {unit + 1}",
                divisions=tuple(
                    DivisionPlan(name=f"Division {unit + 1}.{d + 1}", employees=self.employees, managed=self.managed)
                    for d in range(self.divisions)
                ),
            )
            for unit in range(self.units)
        )

    @model_validator(mode="after")
    def _is_a_company(self) -> Self:
        if self.tree:
            divisions = [division for unit in self.tree for division in _below(unit)]
            people = sum(division.employees + division.managed for division in divisions)
            if not divisions:
                raise ValueError("a company needs at least one division")
            names = [division.name for division in divisions]
            for name in names:
                if names.count(name) > 1 and len(names) < 1000:
                    raise ValueError(f"two divisions are called {name!r}; names must differ")
        else:
            people = self.units * self.divisions * (self.employees + self.managed)
        if people > PEOPLE_MOST:
            raise ValueError(f"{people:,} people is more than {PEOPLE_MOST:,}")
        return self


def _below(unit: UnitPlan) -> list[DivisionPlan]:
    return [*unit.divisions, *(division for below in unit.units for division in _below(below))]


class Run(Plan):
    """How it is run."""

    start_policy: str = Field("sales-commission", description="The policy in force before week 0")
    warmup_weeks: int = Field(26, ge=0, le=520, description="Weeks lived under it, to form habits, trust and beliefs")
    weeks: int = Field(52, ge=1, le=520, description="Weeks from the change of policy on")
    replicates: int = Field(30, ge=1, le=100_000, description="Futures, each with its own luck")
    seed: int = Field(1, ge=0, le=2**63 - 1, description="Where all chance comes from")


class Scenario(Plan):
    """Everything that a run needs besides a policy."""

    name: str = Field("unnamed", min_length=1, max_length=60)
    about: str = Field("", max_length=2000)
    company: Company = Company()
    run: Run = Run()
    problems: Problems = Problems()
    work: Work = Work()
    choice: Choice = Choice()
    effort: Effort = Effort()
    together: Together = Together()
    managers: Managers = Managers()
    sight: Sight = Sight()
    customers: Customers = Customers()
    money: Money = Money()

    def parameters(self) -> dict[str, float]:
        """All parameters of all sections by name."""
        return {name: float(getattr(self.section(section), name))
                for section, model in SECTIONS.items() for name in model.model_fields}  # fmt: skip

    def section(self, name: str) -> Section:
        """One group of parameters."""
        section: Section = getattr(self, name)
        return section

    def with_parameters(self, **values: float) -> "Scenario":
        """The same scenario with some parameters changed, checked as in a file. Raises ValueError."""
        changed = self.model_dump()
        for name, value in values.items():
            holder = next((s for s, model in SECTIONS.items() if name in model.model_fields), None)
            if holder is None:
                raise ValueError(f"no parameter is called {name!r}")
            changed[holder][name] = value
        return Scenario.model_validate(changed)
