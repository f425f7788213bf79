"""Round one table: who is invited, who comes, and what it yields."""

from sim.agents.effort import speed
from sim.agents.feelings import colleague_day, colleague_point
from sim.agents.guest import Invitation, comes, goodwill
from sim.agents.learning import answered, trust_in
from sim.chance import Luck, pick
from sim.compiled import rule
from sim.life.bookkeeping import count_flow, count_for, division_week, keeps_divisions, note, spend, this_week
from sim.life.endings import is_credited
from sim.life.problems import part_of
from sim.log import EventKind
from sim.policies.vocabulary import Attribution
from sim.tables import Flow, Raw, Row, Task, Treatment, World

REFUSED = (-2, -2, -2)


@rule
def hold_table(w: World, luck: Luck, i: int, j: int, pace: float) -> bool:
    """Employee i invites somebody from every other division that still has a part. True if all come and it is held."""
    p, problem = w.parameters[0], w.problems[j]
    host, d = w.employees[i], w.employees[i].division
    guests = gather(w, luck, i, problem)
    if guests == REFUSED:
        return False
    begins = host.free_at
    note(w, begins, problem.id, EventKind.TABLE, d, -1, i)
    problem.together = 0 if any_part_done(problem) else 1
    own = part_of(problem, d)
    hours = p.meeting_hours
    if own >= 0:
        hours += problem.hours[own] / (pace * p.synergy)
        problem.workers[own] = i
    host.task = Task.TABLE
    sit_down(w, i, Task.TABLE, hours)
    ends = begins + hours
    for part in range(problem.parts):
        if guests[part] >= 0:
            ends = max(ends, begins + take_part(w, guests[part], problem, part, begins))
        problem.done[part] = 1
    problem.tabled = 1
    problem.ready_at = ends
    return True


@rule
def gather(w: World, luck: Luck, i: int, problem: Row) -> tuple[int, int, int]:
    """Invite somebody at random from each other division still needed: who comes, by part; REFUSED if not all."""
    guests = (-1, -1, -1)
    d = w.employees[i].division
    for part in range(problem.parts):
        if problem.done[part] == 0 and problem.needs[part] != d:
            there = w.divisions[problem.needs[part]]
            g = there.first + pick(luck.people.random(), there.heads)
            if not invite(w, luck, i, g, problem):
                return REFUSED
            guests = seated(guests, part, g)
    return guests


@rule
def any_part_done(problem: Row) -> bool:
    """Whether somebody worked on it before."""
    parts_done = 0
    for part in range(problem.parts):
        parts_done += problem.done[part]
    return bool(parts_done > 0)


@rule
def take_part(w: World, g: int, problem: Row, part: int, begins: float) -> float:
    """Guest g does a part of the problem at the table; returns the hours it takes."""
    p, guest = w.parameters[0], w.employees[g]
    if guest.task == Task.WAITING and guest.free_at < begins:  # who has nothing to do waits until called
        waited = begins - guest.free_at
        spend(w, g, Task.WAITING, waited)
        guest.free_at = begins
    there = w.divisions[guest.division]
    lent = p.meeting_hours + problem.hours[part] / (speed(guest, there.queue / there.heads, p) * p.synergy)
    problem.workers[part] = g
    if guest.division != problem.owner:
        near = w.divisions[problem.owner].unit == there.unit
        problem.harm -= goodwill(guest, colleague_point(guest, near), p)
    sit_down(w, g, Task.GUEST, lent)
    give_help(w, g, lent)
    return lent


@rule
def seated(guests: tuple[int, int, int], part: int, g: int) -> tuple[int, int, int]:
    """The guests with one more."""
    if part == 0:
        return g, guests[1], guests[2]
    if part == 1:
        return guests[0], g, guests[2]
    return guests[0], guests[1], g


@rule
def invitation(w: World, g: int, problem: Row) -> Invitation:
    """What employee g sees who is asked to a table about the problem, which lies at the division of the host."""
    p, guest, attribution = w.parameters[0], w.employees[g], w.company[0].attribution
    here, host = w.divisions[guest.division], problem.at
    colleague = host if attribution == Attribution.LAST else problem.owner  # whose it is if not ours
    near = w.divisions[colleague].unit == here.unit
    credit = 1.0 if is_credited(problem, guest.division, attribution) else 0.0
    return Invitation(
        credit=credit,
        mine=guest.felt.own_point,
        theirs=colleague_point(guest, near),
        mine_day=guest.felt.own_day,
        theirs_day=colleague_day(guest, near),
        score_in_turn=here.believed_score[Treatment.IN_TURN],
        score_table=here.believed_score[Treatment.TABLE],
        days_in_turn=here.believed_days[Treatment.IN_TURN],
        days_table=here.believed_days[Treatment.TABLE],
        trust=trust_in(here, host, p.trust_start),
        hours_away=p.meeting_hours + p.interruption_hours,
        help=guest.felt.help,
        hour=guest.felt.hour,
    )


@rule
def invite(w: World, luck: Luck, i: int, g: int, problem: Row) -> bool:
    """Employee i asks employee g to come. The answer moves the trust between the two divisions."""
    p, guest, d = w.parameters[0], w.employees[g], w.employees[i].division
    ours, here = w.divisions[d], w.divisions[guest.division]
    came = comes(guest, invitation(w, g, problem), p, luck.people.random())

    note(w, w.employees[i].free_at, problem.id, EventKind.INVITED, d, guest.division, i)
    note(w, w.employees[i].free_at, problem.id, EventKind.CAME if came else EventKind.REFUSED, d, guest.division, g)
    answered(ours, guest.division, came, p.trust_rate)
    answered(here, d, came, p.trust_rate)
    count_answer(this_week(w), here.unit == ours.unit, came)
    if keeps_divisions(w):
        count_answer(division_week(w, d), here.unit == ours.unit, came)
    if came:
        count_flow(w, Flow.HELP, d, guest.division)
    return came


@rule
def count_answer(week: Row, in_unit: bool, came: bool) -> None:
    """Count an answer to an invitation in a row of the week."""
    week.decisions += 1
    if in_unit:
        week.asked_in += 1
        week.came_in += came
    else:
        week.asked_out += 1
        week.came_out += came


@rule
def sit_down(w: World, i: int, task: int, hours: float) -> None:
    """An employee's hours go to the table; a task in hand ends that much later."""
    spend(w, i, task, hours)
    count_for(w, i, Raw.WORK, hours)


@rule
def give_help(w: World, g: int, hours: float) -> None:
    """Help is remembered: as hours, and as a name that colleagues may nominate."""
    count_for(w, g, Raw.HELP, hours)
    count_for(w, g, Raw.NOMINATIONS, 1.0)
