"""An hour of work: everyone who is free finishes what they did, looks at the desk, chooses, and begins.

People act in random order: the divisions in turn from one drawn each hour, their people in turn from one drawn each
time. A task takes its hours, and who is called to a table finishes the own task that much later.
"""

from sim.agents.customer import sale_chance
from sim.agents.deciding import leanings
from sim.agents.employee import choose, thinks_of
from sim.agents.learning import volleyed_at
from sim.chance import Luck, pick
from sim.compiled import rule
from sim.life.beginnings import begin, hold_or_do
from sim.life.bookkeeping import (
    LOG_IS_FULL,
    NOBODY,
    answer,
    count_flow,
    count_for,
    division_week,
    keeps_divisions,
    note,
    spend,
    this_week,
    turn_fits_the_log,
)
from sim.life.desk import situation
from sim.life.disputes import dispute_problem, dispute_sale
from sim.life.endings import end
from sim.life.problems import hand_to, next_part, part_of
from sim.log import EventKind
from sim.tables import Flow, Raw, Row, Task, World

MANY = 1_000_000  # a number drawn below it picks whose turn is first in a division of any size


@rule
def people_work(w: World, luck: Luck) -> int:
    """Everybody's turns of this hour. Goes on where it stopped.

    Returns NOBODY when the hour is done, LOG_IS_FULL if the event log must grow first, or whom to ask in Python (see
    bookkeeping.py).
    """
    c = w.company[0]
    region = w.regions[c.region]
    ends = c.hour + 1.0
    while c.turn < region.divisions:
        division = w.divisions[region.first + (c.turns_from + c.turn) % region.divisions]
        if c.member == 0 and not close_tables(w, division, ends):
            return LOG_IS_FULL
        while c.member < division.heads:
            signal = work_on(w, luck, division.first + (c.members_from + c.member) % division.heads, ends)
            if signal != NOBODY:
                return signal
            c.member += 1
        c.member = 0
        c.turn += 1
        c.members_from = pick(luck.people.random(), MANY)
    return NOBODY


@rule
def work_on(w: World, luck: Luck, i: int, ends: float) -> int:
    """The turn of employee i, who works on until the hour ends. Goes on where it stopped; returns as people_work."""
    c, me = w.company[0], w.employees[i]
    while me.free_at < ends:
        if c.host == NOBODY:  # else guests are being invited
            if not turn_fits_the_log(w):
                return LOG_IS_FULL
            finish(w, luck, i)
            if me.free_at >= ends:
                break
            j = in_view(w, i)
            if j == NOBODY:
                if not pass_time(w, luck, i, ends):
                    break
                continue
            chosen = choice(w, luck, i, j)
            if chosen == NOBODY:
                return i
            begin(w, i, chosen)
        if c.host != NOBODY:
            signal = hold_or_do(w, luck, i)
            if signal != NOBODY:
                return signal
    return NOBODY


@rule
def choice(w: World, luck: Luck, i: int, j: int) -> int:
    """What employee i chooses to do with problem j; NOBODY if that must be asked in Python."""
    me, p = w.employees[i], w.parameters[0]
    if me.decides_in_python:
        return answer(w)
    return choose(leanings(me, situation(w, i, j, True), p), p.temperature, luck.people.random()).value


@rule
def close_tables(w: World, division: Row, ends: float) -> bool:
    """A problem solved at a table ends when the last guest is ready, maybe after the host. False: the log is full."""
    before, j = -1, division.closing
    while j >= 0:
        if not turn_fits_the_log(w):
            return False
        after = w.problems[j].next
        if w.problems[j].ready_at < ends:
            if before < 0:
                division.closing = after
            else:
                w.problems[before].next = after
            end(w, j, w.problems[j].ready_at, False)
        else:
            before = j
        j = after
    return True


@rule
def in_view(w: World, i: int) -> int:
    """The problem at the head of the queue, if it lies there by now."""
    me = w.employees[i]
    division = w.divisions[me.division]
    if division.queue == 0 or w.problems[division.queue_head].ready_at > me.free_at:
        return NOBODY
    return int(division.queue_head)


@rule
def pass_time(w: World, luck: Luck, i: int, ends: float) -> bool:
    """With an empty desk, people sell or idle for an hour; with nothing to sell, they wait. False: nothing to do."""
    me, p = w.employees[i], w.parameters[0]
    if p.selling > 0.0:
        me.task = Task.SELLING if luck.people.random() < me.sells else Task.IDLING
        spend(w, i, me.task, 1.0)
        return True
    division = w.divisions[me.division]
    if division.queue == 0 or w.problems[division.queue_head].ready_at >= ends:
        return False
    spend(w, i, Task.WAITING, w.problems[division.queue_head].ready_at - me.free_at)
    return True


@rule
def count_sale(week: Row, euro: float) -> None:
    """Count a sale in a row of the week."""
    week.sold += euro
    week.sales_made += 1


@rule
def finish(w: World, luck: Luck, i: int) -> None:
    """What employee i was doing is done; its effects come now."""
    me, d = w.employees[i], w.employees[i].division
    task, j, now = me.task, me.problem, me.free_at
    if task == Task.WAITING:
        return
    me.task = Task.WAITING
    me.problem = -1
    if task == Task.IDLING:
        return
    if task == Task.SELLING:
        p = w.parameters[0]
        if luck.people.random() < sale_chance(me.effort, me.skill, w.company[0].lagged, p):
            count_sale(this_week(w), p.sale_value)
            if keeps_divisions(w):
                count_sale(division_week(w, d), p.sale_value)
            count_for(w, i, Raw.SALES, p.sale_value)
            dispute_sale(w, luck, i)
        return
    problem = w.problems[j]
    count_for(w, i, Raw.OFF_DESK, 1.0)
    if task == Task.PASSING:
        to = believed_address(w, luck, problem, d)
        note(w, now, problem.id, EventKind.PASSED, d, to, i)
        volleyed_at(w.divisions[to], d, w.parameters[0].trust_volley)
        count_flow(w, Flow.VOLLEY, d, to)
        hand_to(w, j, to, now)
    elif task == Task.OWN_PART:
        part = part_of(problem, d)
        problem.done[part] = 1
        problem.workers[part] = i
        part = next_part(problem)
        if part >= 0:
            note(w, now, problem.id, EventKind.HANDED_ON, d, problem.needs[part], i)
            hand_to(w, j, problem.needs[part], now)
        else:
            dispute_problem(w, luck, i, problem)
            end(w, j, now, False)
    else:
        dispute_problem(w, luck, i, problem)
        problem.ready_at = max(problem.ready_at, now)  # a host who was called away keeps the customer waiting
        if problem.ready_at < w.company[0].hour + 1.0:
            end(w, j, problem.ready_at, False)
        else:
            problem.next = w.divisions[d].closing
            w.divisions[d].closing = j


@rule
def believed_address(w: World, luck: Luck, problem: Row, d: int) -> int:
    """Where the sender thinks that it belongs: draws whether that is known, and where else it may go."""
    division = w.divisions[d]
    knows = luck.people.random() < w.parameters[0].right_address
    return thinks_of(division, d, problem, knows, pick(luck.people.random(), division.partners_known))
