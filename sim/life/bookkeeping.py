"""One place for each act of bookkeeping: whose row is written, what is counted for whom, and whether there is room.

What the loops say to simulation.py when they cannot go on stands here too. A row number (0 or more) asks that employee
to decide; the answer is written in the company's row, and the loop goes on with it.
"""

from sim.compiled import rule
from sim.tables import LINES_AT_ONCE, Row, World

NOBODY = -1  # nothing to do: the hours are lived
LOG_IS_FULL = -2
POOL_IS_FULL = -3
NEXT_REGION = -4  # call again with the luck of the region whose turn it is now
GUEST_IS_ASKED = -5  # whether to come: the company's row says who is asked
MANAGER_IS_ASKED = -6  # to set the agenda; likewise


@rule
def answer(w: World) -> int:
    """The answer of whoever was asked in Python, once; NOBODY if there is none yet."""
    c = w.company[0]
    given = c.answer
    c.answer = NOBODY
    return int(given)


@rule
def this_week(w: World) -> Row:
    """The company's row of the week that is being lived."""
    return w.weeks[w.company[0].row]


@rule
def division_week(w: World, d: int) -> Row:
    """The same row of one division; ask `keeps_divisions` first."""
    return w.division_weeks[w.company[0].row, d]


@rule
def keeps_divisions(w: World) -> bool:
    """Whether weeks are kept division by division, too."""
    return w.division_weeks.shape[0] > 0


@rule
def log_has_room(w: World, lines: int) -> bool:
    """Whether so many lines can still be written in the event log, or none is kept."""
    c = w.company[0]
    return c.events < 0 or c.events + lines <= len(w.events)


@rule
def turn_fits_the_log(w: World) -> bool:
    """The same for whatever one turn can write."""
    return log_has_room(w, LINES_AT_ONCE)


@rule
def hour_fits_the_log(w: World) -> bool:
    """The same for all open problems that might be given up at the end of the hour."""
    return log_has_room(w, 2 * w.company[0].open + LINES_AT_ONCE)


@rule
def note(w: World, time: float, problem: int, kind: int, division: int, other: int, employee: int) -> None:
    """Write a line in the event log, if one is kept."""
    c = w.company[0]
    if c.events >= 0:
        line = w.events[c.events]
        line.time = time
        line.problem = problem
        line.kind = kind
        line.division = division
        line.other = other
        line.employee = employee
        c.events += 1


@rule
def count_for(w: World, i: int, what: int, amount: float) -> None:
    """Enter something in the raw counts of an employee and of the division: pay and standings are made from these."""
    me = w.employees[i]
    me.books[0, what] += amount
    w.divisions[me.division].week[what] += amount


@rule
def spend(w: World, i: int, task: int, hours: float) -> None:
    """An employee's hours go into a task; whatever comes next begins that much later."""
    me = w.employees[i]
    me.hours[task] += hours
    me.free_at += hours
    this_week(w).hours[task] += hours
    if keeps_divisions(w):
        division_week(w, me.division).hours[task] += hours


@rule
def count_flow(w: World, kind: int, source: int, target: int) -> None:
    """Count a hand-off or a helping hand from one division to another, if flows are kept."""
    if w.flows.shape[0] > 0:
        w.flows[w.company[0].row, kind, source, target] += 1
