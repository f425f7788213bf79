"""Every parameter of a scenario, declared once. One file here is one section: a table of the scenario file.

`problems.triage` stands in sim/parameters/problems.py. How a parameter is declared: sim/parameters/declare.py.
"""

import numpy as np

from sim.parameters.choice import ChoiceSection
from sim.parameters.customers import CustomersSection
from sim.parameters.declare import GROUPS, Both, Declared, Group, Section, declared_in
from sim.parameters.effort import EffortSection
from sim.parameters.managers import ManagersSection
from sim.parameters.money import MoneySection
from sim.parameters.problems import ProblemsSection
from sim.parameters.sight import SightSection
from sim.parameters.staffing import StaffingSection
from sim.parameters.together import TogetherSection
from sim.parameters.work import WorkSection

__all__ = [
    "GROUPS", "PARAMETERS", "SECTIONS", "Both", "ChoiceSection", "CustomersSection", "Declared", "EffortSection",
    "Group", "ManagersSection", "MoneySection", "ProblemsSection", "Section", "SightSection", "StaffingSection",
    "TogetherSection", "WorkSection", "declared", "levers",
]  # fmt: skip

SECTIONS: dict[str, type[Section]] = {
    "problems": ProblemsSection, "work": WorkSection, "choice": ChoiceSection, "effort": EffortSection,
    "together": TogetherSection, "managers": ManagersSection, "sight": SightSection, "customers": CustomersSection,
    "money": MoneySection, "staffing": StaffingSection,
}  # fmt: skip
"""The sections by name, in the order of a scenario file."""


def declared() -> tuple[Declared, ...]:
    """All parameters in the order of declaration."""
    return tuple(row for section, model in SECTIONS.items() for row in declared_in(section, model))


def levers() -> tuple[Declared, ...]:
    """The parameters that a strategist would want to move: group by group, in the order of declaration."""
    order = list(GROUPS)
    found = [(order.index(row.lever), row) for row in declared() if row.lever is not None]
    return tuple(row for _, row in sorted(found, key=lambda each: each[0]))


# One record with all of them: rules read `p.pressure`. Names are therefore unique over the sections.
PARAMETERS = np.dtype([(row.name, "f8") for row in declared()], align=True)
