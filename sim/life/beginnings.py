"""What an employee begins with the problem at the head of the queue, once it is chosen; how it ends: endings.py."""

from sim.agents.deciding import remembers
from sim.agents.effort import haste
from sim.agents.employee import handles, remember
from sim.agents.reinforcement import begin_choice, table_is_answered
from sim.chance import Luck
from sim.compiled import routine, rule
from sim.life.bookkeeping import NOBODY, division_week, keeps_divisions, note, spend, this_week
from sim.life.desk import situation
from sim.life.meeting import all_come, gather, hold_table, open_invitations
from sim.life.problems import part_of, take_head
from sim.life.staffing import pace_of, stand_ins_share
from sim.log import EventKind
from sim.tables import Choice, Row, Task, World


@rule
def begin(w: World, i: int, chosen: int) -> None:
    """Employee i does what was chosen with the problem at the head of the queue, or begins to invite for a table."""
    me, p, d = w.employees[i], w.parameters[0], w.employees[i].division
    remember(me, chosen, p.habit_rate)
    if remembers(p):
        count_what_it_brings(w, i, chosen)
    if not handles(chosen):
        task = Task.SELLING if chosen == Choice.SELL else Task.IDLING
        count_begun(w, d, task)
        me.task = task
        spend(w, i, task, 1.0)
        return
    queue_a_head = w.divisions[d].queue / w.divisions[d].heads
    j = take_head(w, d)
    note(w, me.free_at, w.problems[j].id, EventKind.PICKED_UP, d, -1, i)
    me.problem = j
    if chosen == Choice.TABLE:
        open_invitations(w, i)
    else:
        do_alone(w, i, j, queue_a_head, chosen == Choice.PASS_ON)


@routine
def count_what_it_brings(w: World, i: int, chosen: int) -> None:
    """Employee i begins what was chosen with the problem at the head of the queue, and notes what that brings."""
    me, p = w.employees[i], w.parameters[0]
    begin_choice(me, chosen, situation(w, i, w.divisions[me.division].queue_head, True), p)


@rule
def hold_or_do(w: World, luck: Luck, i: int) -> int:
    """Employee i asks everybody to the table, and holds it or does the work alone; goes on where the asking stopped."""
    me, p, d = w.employees[i], w.parameters[0], w.employees[i].division
    j = me.problem
    signal = gather(w, luck, i, w.problems[j])
    if signal != NOBODY:
        return signal
    if remembers(p):
        table_is_answered(me, all_come(w))
    queue_a_head = (w.divisions[d].queue + 1) / w.divisions[d].heads  # as it was when this problem still lay there
    if all_come(w):
        hold_table(w, i, j, pace_of(w, i, queue_a_head))
        count_begun(w, d, Task.TABLE)
        w.problems[j].harm += p.score_hurry * (haste(queue_a_head, p) - 1.0)
    else:
        spend(w, i, Task.ASKING, p.ask_hours)
        do_alone(w, i, j, queue_a_head, False)
    return NOBODY


@rule
def do_alone(w: World, i: int, j: int, queue_a_head: float, pass_on: bool) -> None:
    """Employee i does the own part of problem j, or passes it on, if it does not need us (any more) or by choice."""
    me, p, d = w.employees[i], w.parameters[0], w.employees[i].division
    problem = w.problems[j]
    part = part_of(problem, d)
    if part >= 0 and not pass_on:
        count_begun(w, d, Task.OWN_PART)
        problem.harm += p.score_hurry * (haste(queue_a_head, p) - 1.0) / problem.parts
        me.task = Task.OWN_PART
        hours = problem.hours[part] / pace_of(w, i, queue_a_head)
        stand_ins_share(w, d, hours)
        spend(w, i, Task.OWN_PART, hours)
    else:
        count_begun(w, d, Task.PASSING)
        problem.passes += 1
        me.task = Task.PASSING
        spend(w, i, Task.PASSING, p.pass_hours)


@rule
def count_begun(w: World, d: int, task: int) -> None:
    """Count what a choice came to: the company's week, and the division's where that is kept."""
    count_choice(this_week(w), task)
    if keeps_divisions(w):
        count_choice(division_week(w, d), task)


@rule
def count_choice(week: Row, task: int) -> None:
    """Count it in a row of the week."""
    week.decisions += 1
    week.sell += task == Task.SELLING
    week.own_part += task == Task.OWN_PART
    week.pass_on += task == Task.PASSING
    week.table += task == Task.TABLE
    week.idle += task == Task.IDLING
