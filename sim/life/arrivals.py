"""Customers come with problems: when, who, and what a problem is made of."""

from sim.calendar import HOURS_A_DAY, HOURS_A_WEEK
from sim.chance import Luck, pick
from sim.compiled import rule
from sim.life.bookkeeping import (
    LOG_IS_FULL,
    NOBODY,
    POOL_IS_FULL,
    division_week,
    keeps_divisions,
    log_has_room,
    note,
    this_week,
)
from sim.life.problems import queue_up
from sim.log import EventKind
from sim.tables import PARTS_MOST, World

MORNING, ARRIVING, WORKING = 0, 1, 2  # stages of an hour


@rule
def customers_come(w: World, luck: Luck) -> int:
    """Customers of a region come with problems during this hour: Poisson, the same ones under every policy.

    Every draw is made whether or not the customer is still with us, so that a customer who left in one future does not
    change the problems of the others. Goes on where it stopped; returns NOBODY when the hour is done, or what must grow
    first: POOL_IS_FULL, LOG_IS_FULL.
    """
    c, p = w.company[0], w.parameters[0]
    region = w.regions[c.region]
    rate = p.problems_per_customer * region.places / HOURS_A_WEEK
    if rate <= 0.0:
        return NOBODY
    if c.stage == MORNING:
        c.next_arrival = c.hour + luck.arrivals.standard_exponential() / rate
        c.stage = ARRIVING
    while c.next_arrival < c.hour + 1.0:
        if c.free_problems == 0:
            return POOL_IS_FULL
        if not log_has_room(w, 1):
            return LOG_IS_FULL
        who = region.first_place + pick(luck.arrivals.random(), region.places)
        arrive(w, luck, who, c.next_arrival)
        c.next_arrival += luck.arrivals.standard_exponential() / rate
    return NOBODY


@rule
def arrive(w: World, luck: Luck, who: int, at: float) -> None:
    """A problem as it is made: what it needs, how hard it is, and the luck that it carries with it."""
    c, p = w.company[0], w.parameters[0]
    j = c.free_problem
    problem = w.problems[j]
    problem.id = c.next_id
    c.next_id += 1
    owner = w.customers[who].division
    known = w.divisions[owner].partners_known
    draw = luck.problems
    second, third, door = draw.random(), draw.random(), draw.random()
    which_second, which_third, which_door = draw.random(), draw.random(), draw.random()
    difficulty = draw.gamma(p.difficulty_shape) / p.difficulty_shape
    for part in range(PARTS_MOST):
        problem.hours[part] = p.hours_least + p.hours_mean * difficulty * draw.standard_exponential()
        problem.done[part] = 0
        problem.workers[part] = -1
    problem.gives_up_at = at + p.patience * HOURS_A_DAY * draw.standard_exponential()
    problem.luck_score = draw.standard_normal()
    problem.luck_answer = draw.standard_normal()
    problem.luck_survey = draw.random()
    problem.luck_leave = draw.random()
    problem.luck_mention = draw.random()
    if not w.customers[who].present:
        return

    c.free_problem = problem.next
    c.free_problems -= 1
    c.open += 1
    problem.customer = who
    problem.owner = owner
    problem.needs[0] = owner
    problem.parts = 1
    if known > 0 and second < p.second_division:
        at_slot = pick(which_second, known)
        problem.needs[1] = w.divisions[owner].partners[at_slot]
        problem.parts = 2
        if known > 1 and third < p.third_division:
            further = (at_slot + 1 + pick(which_third, known - 1)) % known
            problem.needs[2] = w.divisions[owner].partners[further]
            problem.parts = 3
    front = owner
    if known > 0 and door >= p.triage:
        front = w.divisions[owner].partners[pick(which_door, known)]
    problem.front = front
    problem.before = -1
    problem.arrived = at
    problem.handoffs = problem.passes = problem.returns = 0
    problem.visits = 1
    problem.visited[0] = front
    problem.pingpong = problem.together = problem.tabled = 0
    problem.harm = 0.0
    this_week(w).arrived += 1
    if keeps_divisions(w):
        division_week(w, front).arrived += 1
    note(w, at, problem.id, EventKind.ARRIVED, front, -1, -1)
    queue_up(w, j, front, at)
