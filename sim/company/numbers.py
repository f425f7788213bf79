"""A company that is written out as a tree, told in numbers again where its tree is even."""

from sim.company.scenario import Company

COUNTED = ("units", "divisions", "employees", "managed")
"""Keys of [company] that do not count when the tree is written out."""


def counted(company: Company) -> dict[str, int | bool]:
    """The numbers of COUNTED that hold for all units and divisions of a tree; those that differ are left out.

    Of a tree in which units hold units there are none.
    """
    if any(unit.units for unit in company.tree):
        return {}
    divisions = [division for unit in company.tree for division in unit.divisions]
    found: dict[str, set[int]] = {
        "units": {len(company.tree)},
        "divisions": {len(unit.divisions) for unit in company.tree},
        "employees": {division.employees for division in divisions},
        "managed": {division.managed for division in divisions},
    }
    return {key: values.pop() for key, values in found.items() if len(values) == 1}
