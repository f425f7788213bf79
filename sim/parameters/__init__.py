"""Every parameter of a scenario, declared once. One file here is one section: a table of the scenario file.

`problems.triage` stands in sim/parameters/problems.py. How a parameter is declared: sim/parameters/declare.py.
"""

import numpy as np

from sim.parameters.choice import ChoiceSection
from sim.parameters.customers import CustomersSection
from sim.parameters.declare import Both, Declared, Section, declared_in
from sim.parameters.effort import EffortSection
from sim.parameters.managers import ManagersSection
from sim.parameters.money import MoneySection
from sim.parameters.problems import ProblemsSection
from sim.parameters.sight import SightSection
from sim.parameters.staffing import StaffingSection
from sim.parameters.together import TogetherSection
from sim.parameters.work import WorkSection

__all__ = [
    "PARAMETERS", "SECTIONS", "Both", "ChoiceSection", "CustomersSection", "Declared", "EffortSection",
    "ManagersSection", "MoneySection", "ProblemsSection", "Section", "SightSection", "StaffingSection",
    "TogetherSection", "WorkSection", "declared",
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


# One record with all of them: rules read `p.pressure`. Names are therefore unique over the sections.
PARAMETERS = np.dtype([(row.name, "f8") for row in declared()], align=True)
