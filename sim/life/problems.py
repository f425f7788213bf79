"""A problem on its way: it waits on a desk, is taken up, travels. How it comes and ends: arrivals.py, endings.py."""

from sim.compiled import rule
from sim.life.bookkeeping import count_flow
from sim.tables import PARTS_MOST, VISITS_MOST, Flow, Row, World

VOLLEYS_END = VISITS_MOST - PARTS_MOST  # after so many divisions nobody volleys a problem any more


@rule
def queue_up(w: World, j: int, d: int, at: float) -> None:
    """Problem j joins the queue of division d, behind all that lay there before it."""
    problem, division = w.problems[j], w.divisions[d]
    problem.at = d
    problem.ready_at = at
    problem.next = -1
    if division.queue == 0:
        division.queue_head = division.queue_tail = j
    elif w.problems[division.queue_tail].ready_at <= at:
        w.problems[division.queue_tail].next = j
        division.queue_tail = j
    else:
        before, after = -1, division.queue_head
        while w.problems[after].ready_at <= at:
            before, after = after, w.problems[after].next
        problem.next = after
        if before < 0:
            division.queue_head = j
        else:
            w.problems[before].next = j
    division.queue += 1


@rule
def take_head(w: World, d: int) -> int:
    """The longest waiting problem leaves the queue of division d, into somebody's hands."""
    division = w.divisions[d]
    j = division.queue_head
    division.queue_head = w.problems[j].next
    division.queue -= 1
    return int(j)


@rule
def part_of(problem: Row, d: int) -> int:
    """Which part of the problem division d still has to do; -1 if none."""
    for part in range(problem.parts):
        if problem.needs[part] == d and problem.done[part] == 0:
            return part
    return -1


@rule
def next_part(problem: Row) -> int:
    """The first part that is still to do; -1 if all is done."""
    for part in range(problem.parts):
        if problem.done[part] == 0:
            return part
    return -1


@rule
def was_at(problem: Row, d: int) -> bool:
    """Whether the problem has been on a desk of division d.

    >>> from sim.agents.examples import problem
    >>> its = problem(visits=2, visited=[4, 7] + [0] * 22)
    >>> was_at(its, 7), was_at(its, 5)
    (True, False)
    """
    seen = False
    for k in range(problem.visits):
        seen = seen or problem.visited[k] == d
    return bool(seen)


@rule
def hand_to(w: World, j: int, to: int, at: float) -> None:
    """The problem moves to another division: a hand-off, properly or not."""
    problem = w.problems[j]
    count_flow(w, Flow.HANDOFF, problem.at, to)
    problem.handoffs += 1
    if problem.before == to:
        problem.pingpong = 1
    if was_at(problem, to):
        problem.returns += 1
    elif problem.visits < VISITS_MOST:
        problem.visited[problem.visits] = to
        problem.visits += 1
    problem.before = problem.at
    queue_up(w, j, to, at)


@rule
def least_handoffs(problem: Row) -> int:
    """Hand-offs that even one table cannot do without: one if the problem came in at a division it does not need."""
    for part in range(problem.parts):
        if problem.needs[part] == problem.front:
            return 0
    return 1
