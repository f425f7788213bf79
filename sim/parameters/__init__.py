"""Every parameter of a scenario, declared once. One file here is one section: a table of the scenario file.

`problems.triage` stands in sim/parameters/problems.py. How a parameter is declared: sim/parameters/declare.py.
"""

import numpy as np

from sim.parameters.choice import Choice
from sim.parameters.customers import Customers
from sim.parameters.declare import Declared, Section, declared_in
from sim.parameters.effort import Effort
from sim.parameters.managers import Managers
from sim.parameters.money import Money
from sim.parameters.problems import Problems
from sim.parameters.sight import Sight
from sim.parameters.together import Together
from sim.parameters.work import Work

__all__ = [
    "PARAMETERS", "SECTIONS", "Choice", "Customers", "Declared", "Effort", "Managers", "Money", "Problems", "Section",
    "Sight", "Together", "Work", "declared",
]  # fmt: skip

SECTIONS: dict[str, type[Section]] = {
    "problems": Problems, "work": Work, "choice": Choice, "effort": Effort, "together": Together,
    "managers": Managers, "sight": Sight, "customers": Customers, "money": Money,
}  # fmt: skip
"""The sections by name, in the order of a scenario file."""


def declared() -> tuple[Declared, ...]:
    """All parameters in the order of declaration."""
    return tuple(row for section, model in SECTIONS.items() for row in declared_in(section, model))


# One record with all of them: rules read `p.pressure`. Names are therefore unique over the sections.
PARAMETERS = np.dtype([(row.name, "f8") for row in declared()], align=True)
