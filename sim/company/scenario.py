"""A scenario: a company, its people and customers, and how it is run. One TOML file; every parameter declared once.

Parameters themselves are declared in sim/parameters. Files are read in file.py, written in text.py.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from sim.company.checks import ScenarioError, one_line, unknown
from sim.parameters import (
    SECTIONS,
    ChoiceSection,
    CustomersSection,
    EffortSection,
    ManagersSection,
    MoneySection,
    ProblemsSection,
    Section,
    SightSection,
    StaffingSection,
    TogetherSection,
    WorkSection,
)

PEOPLE_MOST = 100_000
WEEKS_MOST = 5_200
"""As many weeks as one may ask for from the change of policy on, wherever one asks: a hundred years."""

LINE = r"^\P{Cc}*[^\s\p{Cc}]\P{Cc}*$"
"""A text of one line that is not blank."""

Name = Annotated[str, Field(max_length=60, pattern=LINE)]
Count = Annotated[int, Field(strict=True)]
Switch = Annotated[bool, Field(strict=True)]


class Plan(BaseModel):
    """Part of the company's tree."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DivisionPlan(Plan):
    """A division: its people and whether it has a manager."""

    name: Name
    employees: Count = Field(ge=1, le=PEOPLE_MOST)
    managed: Switch = True


class UnitPlan(Plan):
    """A unit: divisions that share a unit target, and units below it."""

    name: Name
    divisions: tuple[DivisionPlan, ...] = ()
    units: tuple["UnitPlan", ...] = ()


class Company(Plan):
    """The tree: either so many units of so many divisions of so many people, or written out."""

    units: Count = Field(2, ge=1, le=10_000, description="Units")
    divisions: Count = Field(3, ge=1, le=10_000, description="Divisions in each unit")
    employees: Count = Field(12, ge=1, le=PEOPLE_MOST, description="Employees in each division")
    managed: Switch = Field(True, description="Whether divisions have a manager")
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
            _names_differ("divisions", [division.name for division in divisions])
            _names_differ("units at the top", [unit.name for unit in self.tree])
        else:
            people = self.units * self.divisions * (self.employees + self.managed)
        if people > PEOPLE_MOST:
            raise ValueError(f"{people:,} people (managers included) are too many; the most is {PEOPLE_MOST:,}")
        return self


def _below(unit: UnitPlan) -> list[DivisionPlan]:
    """The divisions of a unit and of the units below it."""
    if not unit.divisions and not unit.units:
        raise ValueError(f'unit "{unit.name}" has no divisions; give it one, or leave the unit out')
    _names_differ(f'units of "{unit.name}"', [below.name for below in unit.units])
    return [*unit.divisions, *(division for below in unit.units for division in _below(below))]


def _names_differ(what: str, names: list[str]) -> None:
    twice = [name for name, times in Counter(names).items() if times > 1]
    if twice:
        raise ValueError(f'two {what} are called "{twice[0]}"; names must differ')


class Run(Plan):
    """How it is run."""

    start_policy: str = Field(
        "sales-commission", max_length=400, pattern=LINE, description="The policy in force before week 0"
    )
    warmup_weeks: Count = Field(26, ge=0, le=520, description="Weeks lived under it, to form habits, trust and beliefs")
    weeks: Count = Field(52, ge=1, le=WEEKS_MOST, description="Weeks from the change of policy on")
    replicates: Count = Field(30, ge=1, le=100_000, description="Futures, each with its own luck")
    seed: Count = Field(1, ge=0, le=2**63 - 1, description="Where all chance comes from")


class Scenario(Plan):
    """Everything that a run needs besides a policy."""

    name: Name = Field("unnamed", description="What this scenario is called")
    about: str = Field("", max_length=2000, description="What it stands for, for whoever reads it")
    about_nl: str = Field("", max_length=2000, description="The same in Dutch, if there is one")
    company: Company = Company()
    run: Run = Run()
    problems: ProblemsSection = ProblemsSection()
    work: WorkSection = WorkSection()
    choice: ChoiceSection = ChoiceSection()
    effort: EffortSection = EffortSection()
    together: TogetherSection = TogetherSection()
    managers: ManagersSection = ManagersSection()
    sight: SightSection = SightSection()
    customers: CustomersSection = CustomersSection()
    money: MoneySection = MoneySection()
    staffing: StaffingSection = StaffingSection()

    def parameters(self) -> dict[str, float]:
        """All parameters of all sections by name."""
        return {name: float(getattr(self.section(section), name))
                for section, model in SECTIONS.items() for name in model.model_fields}  # fmt: skip

    def section(self, name: str) -> Section:
        """One group of parameters."""
        section: Section = getattr(self, name)
        return section

    def about_in(self, lang: str) -> str:
        """What it stands for in that language ("en" or "nl"), or else in the other one."""
        return (self.about_nl or self.about) if lang == "nl" else (self.about or self.about_nl)

    def with_parameters(self, **values: float) -> "Scenario":
        """The same scenario with some parameters changed, checked as in a file. Raises ScenarioError (a ValueError)."""
        changed = self.model_dump()
        for name, value in values.items():
            holder = next((s for s, model in SECTIONS.items() if name in model.model_fields), None)
            if holder is None:
                raise ScenarioError(f"{name} {unknown(name, (), Scenario)}")
            changed[holder][name] = value
        return checked(changed)


def checked(values: Mapping[str, object]) -> Scenario:
    """The scenario with these values, the rest at its default. Raises ScenarioError, one line."""
    try:
        return Scenario.model_validate(values)
    except ValidationError as error:
        raise ScenarioError(one_line(error, Scenario), error.errors(include_url=False)[0]["loc"]) from None
