"""Whose level counts: how many share it, what was counted of them, and who their rivals are."""

from sim.compiled import rule
from sim.policies.vocabulary import Role, Scope
from sim.tables import Row, World


@rule
def pace_heads(scope: int, division: Row, unit: Row, c: Row) -> float:
    """How many people's pace a level is foreseen by: there is none of a single person."""
    if scope == Scope.UNIT:
        return float(unit.heads)
    if scope == Scope.COMPANY:
        return float(c.people)
    return float(division.heads)


@rule
def heads_in(scope: int, own: float, division: Row, unit: Row, c: Row) -> float:
    """How many people share a level."""
    if scope == Scope.SELF:
        return own
    if scope == Scope.DIVISION:
        return float(division.heads)
    if scope == Scope.UNIT:
        return float(unit.heads)
    return float(c.people)


@rule
def count_in(scope: int, own: Row, division: Row, unit: Row, c: Row, period: int, k: int) -> float:
    """A raw count over an open period at a scope."""
    if scope == Scope.SELF:
        return total(own, period, k)
    if scope == Scope.DIVISION:
        return total(division.books, period, k)
    if scope == Scope.UNIT:
        return total(unit.books, period, k)
    return total(c.books, period, k)


@rule
def total(books: Row, period: int, k: int) -> float:
    """A raw count over the open month, quarter or year: later books hold the months that are closed.

    >>> import numpy as np
    >>> books = np.array([[2.0], [5.0], [9.0]])  # this month's sales so far, the quarter's and the year's months before
    >>> [float(total(books, period, 0)) for period in (0, 1, 2)]
    [2.0, 7.0, 11.0]
    """
    if period == 0:
        return books[0, k]
    return books[0, k] + books[period, k]


@rule
def near_of(w: World, division: Row) -> float:
    """Share of the divisions that one works with that are in the same unit."""
    near = 0
    for slot in range(division.partners_known):
        near += w.divisions[division.partners[slot]].unit == division.unit
    return near / division.partners_known if division.partners_known > 0 else 0.0


@rule
def rivals_of(w: World, role: int, d: int, scope: int) -> int:
    """How many others are ranked: employees among those of their unit, divisions and units among all of them."""
    if scope == Scope.UNIT:
        return len(w.units) - 1
    if scope == Scope.SELF and role == Role.EMPLOYEE:
        return int(w.units[w.divisions[d].unit].heads) - 1
    return len(w.divisions) - 1


@rule
def field_of(role: int, scope: int) -> Scope:
    """The scope of those who are ranked with me, whose mean level is the rivals'."""
    if role == Role.EMPLOYEE and scope == Scope.SELF:
        return Scope.UNIT
    return Scope.COMPANY
