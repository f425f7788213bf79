"""A company while it is being shaped: what stands in the fields, right or wrong, and how it comes from a browser.

A browser may send anything. What is not of this shape, or beyond all measure, is no draft; what is merely wrong (a name
left blank, a division of nobody) is a draft, and problems.py says what is wrong with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sim.company.scenario import Company, DivisionPlan, UnitPlan

MOST_ROWS = 400
"""Units and divisions that can be shaped row by row; a larger company comes from a file."""
MOST_DEPTH = 6
_LONGEST, _LARGEST = 200, 10**9


@dataclass(frozen=True)
class DraftDivision:
    """A division as typed; `employees` is None where the field is blank or no whole number."""

    name: str
    employees: int | None
    managed: bool


@dataclass(frozen=True)
class DraftUnit:
    """A unit as typed."""

    name: str
    divisions: tuple[DraftDivision, ...] = ()
    units: tuple["DraftUnit", ...] = ()


@dataclass(frozen=True)
class Numbers:
    """The short form: so many units of so many divisions of so many employees."""

    units: int | None
    divisions: int | None
    employees: int | None
    managed: bool


@dataclass(frozen=True)
class Draft:
    """The company's name, and its tree or (without a tree) its numbers."""

    name: str
    tree: tuple[DraftUnit, ...]
    numbers: Numbers

    @property
    def rows(self) -> int:
        """Units and divisions that are written out."""
        return sum(1 + len(unit.divisions) for _, unit in walk(self.tree))

    def to_plain(self) -> dict[str, object]:
        """As lists and dicts for a browser; what is read back is equal."""
        n = self.numbers
        numbers = {"units": n.units, "divisions": n.divisions, "employees": n.employees, "managed": n.managed}
        return {"name": self.name, "tree": [_plain(unit) for unit in self.tree], "numbers": numbers}


def walk(units: tuple[DraftUnit, ...], path: str = "") -> Iterator[tuple[str, DraftUnit]]:
    """All units with their place, the upper ones first: "0", "0.u1". A division's place is its unit's and ".d2"."""
    for i, unit in enumerate(units):
        here = f"{path}.u{i}" if path else str(i)
        yield here, unit
        yield from walk(unit.units, here)


def draft_of(name: str, company: Company) -> Draft:
    """The draft that says what a company is."""
    numbers = Numbers(company.units, company.divisions, company.employees, company.managed)
    return Draft(name, tuple(map(_unit_of, company.tree)), numbers)


def written_out(draft: Draft, unit: str, division: str) -> Draft:
    """The same company with its tree written out, to be given names; `unit` and `division` are what they are called.

    A draft that is written out, or whose numbers are no company, stays as it is.
    """
    try:
        plans = company_in(draft).unit_plans()
    except ValueError:
        return draft
    if draft.tree:
        return draft
    tree = (
        DraftUnit(
            f"{unit} {i}",
            tuple(
                DraftDivision(f"{division} {i}.{j}", each.employees, each.managed)
                for j, each in enumerate(plan.divisions, start=1)
            ),
        )
        for i, plan in enumerate(plans, start=1)
    )
    return replace(draft, tree=tuple(tree))


def company_in(draft: Draft) -> Company:
    """The company that a draft says. Raises ValueError (pydantic's) if it says none."""
    if draft.tree:
        return Company.model_validate({"tree": [_plain(unit) for unit in draft.tree]})
    n = draft.numbers
    return Company.model_validate(
        {"units": n.units, "divisions": n.divisions, "employees": n.employees, "managed": n.managed}
    )


def read_draft(sent: object) -> Draft | None:
    """The draft that a browser sent; None if it is none."""
    try:
        table = _table(sent)
        tree = tuple(_unit(each, 1) for each in _list(table["tree"]))
        numbers = _table(table["numbers"])
        draft = Draft(
            _text(table["name"]),
            tree,
            Numbers(
                _count(numbers["units"]), _count(numbers["divisions"]), _count(numbers["employees"]),
                _switch(numbers["managed"]),
            ),
        )  # fmt: skip
    except (KeyError, TypeError):
        return None
    return draft if draft.rows <= MOST_ROWS else None


def _unit(sent: object, depth: int) -> DraftUnit:
    if depth > MOST_DEPTH:
        raise TypeError
    table = _table(sent)
    return DraftUnit(
        _text(table["name"]),
        tuple(_division(each) for each in _list(table["divisions"])),
        tuple(_unit(each, depth + 1) for each in _list(table["units"])),
    )


def _division(sent: object) -> DraftDivision:
    table = _table(sent)
    return DraftDivision(_text(table["name"]), _count(table["employees"]), _switch(table["managed"]))


def _table(sent: object) -> dict[str, object]:
    if not isinstance(sent, dict):
        raise TypeError
    return sent


def _list(sent: object) -> list[object]:
    if not isinstance(sent, list) or len(sent) > MOST_ROWS:
        raise TypeError
    return sent


def _text(sent: object) -> str:
    if not isinstance(sent, str) or len(sent) > _LONGEST:
        raise TypeError
    return sent


def _switch(sent: object) -> bool:
    if not isinstance(sent, bool):
        raise TypeError
    return sent


def _count(sent: object) -> int | None:
    """A whole number; anything else that a number field may hold is blank."""
    if isinstance(sent, bool) or not isinstance(sent, int | float | str | None):
        raise TypeError
    return sent if isinstance(sent, int) and abs(sent) <= _LARGEST else None


def _unit_of(plan: UnitPlan) -> DraftUnit:
    return DraftUnit(plan.name, tuple(map(_division_of, plan.divisions)), tuple(map(_unit_of, plan.units)))


def _division_of(plan: DivisionPlan) -> DraftDivision:
    return DraftDivision(plan.name, plan.employees, plan.managed)


def _plain(unit: DraftUnit) -> dict[str, object]:
    divisions = [{"name": d.name, "employees": d.employees, "managed": d.managed} for d in unit.divisions]
    return {"name": unit.name, "divisions": divisions, "units": [_plain(each) for each in unit.units]}
