"""Round one table: who is invited, who comes, and what it yields."""

from sim.agents.effort import help_effort, helps_rather, sabotage
from sim.agents.employee import comes, worth
from sim.agents.learning import answered, trust_in
from sim.chance import Luck, pick
from sim.compiled import rule
from sim.life.bookkeeping import note
from sim.life.desk import colleague_day, colleague_point, credits, speed
from sim.life.problems import part_of
from sim.log import EventKind
from sim.tables import Raw, Row, Task, Treatment, World

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
    w.weeks[w.company[0].row].table += 1
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
        w.weeks[w.company[0].row].hours[Task.WAITING] += begins - guest.free_at
        guest.hours[Task.WAITING] += begins - guest.free_at
        guest.free_at = begins
    there = w.divisions[guest.division]
    lent = p.meeting_hours + problem.hours[part] / (speed(guest, there.queue / there.heads, p) * p.synergy)
    problem.workers[part] = g
    problem.harm -= goodwill(w, guest, problem)
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
def invite(w: World, luck: Luck, i: int, g: int, problem: Row) -> bool:
    """Employee i asks employee g to come. The answer moves the trust between the two divisions."""
    c, p, week = w.company[0], w.parameters[0], w.weeks[w.company[0].row]
    guest, d = w.employees[g], w.employees[i].division
    ours, here = w.divisions[d], w.divisions[guest.division]
    owned = credits(problem, guest.division, c.attribution, True)[3]
    mine, theirs = guest.felt.own_point, colleague_point(guest, guest.division, problem.owner, w.divisions)
    gain = (here.believed_score[Treatment.TABLE] - here.believed_score[Treatment.IN_TURN]) * worth(owned, mine, theirs)
    mine, theirs = guest.felt.own_day, colleague_day(guest, guest.division, problem.owner, w.divisions)
    gain += (here.believed_days[Treatment.IN_TURN] - here.believed_days[Treatment.TABLE]) * worth(owned, mine, theirs)
    trust = trust_in(here, d, p.trust_start)
    away = p.meeting_hours + p.interruption_hours
    came = comes(guest, gain, trust, guest.felt.help, away, p, luck.people.random())

    note(w, w.employees[i].free_at, problem.id, EventKind.INVITED, d, guest.division, i)
    note(w, w.employees[i].free_at, problem.id, EventKind.CAME if came else EventKind.REFUSED, d, guest.division, g)
    answered(ours, guest.division, came, p.trust_rate)
    answered(here, d, came, p.trust_rate)
    week.decisions += 1
    if here.unit == ours.unit:
        week.asked_in += 1
        week.came_in += came
    else:
        week.asked_out += 1
        week.came_out += came
    return came


@rule
def sit_down(w: World, i: int, task: int, hours: float) -> None:
    """An employee's hours go to the table; a task in hand ends that much later."""
    me = w.employees[i]
    me.free_at += hours
    me.hours[task] += hours
    me.books[0, Raw.WORK] += hours
    w.divisions[me.division].week[Raw.WORK] += hours
    w.weeks[w.company[0].row].hours[task] += hours


@rule
def goodwill(w: World, guest: Row, problem: Row) -> float:
    """Points that a guest adds by real help, or takes off by harm where a colleague's success costs the guest."""
    p = w.parameters[0]
    if guest.division == problem.owner:
        return 0.0
    price = colleague_point(guest, guest.division, problem.owner, w.divisions)
    if p.joint_effort > 0.0 and not helps_rather(guest.felt.hour, price, p):
        return -p.sabotage_yield * sabotage(price, p)
    return p.help_yield * help_effort(price, p) - p.sabotage_yield * sabotage(price, p)


@rule
def give_help(w: World, g: int, hours: float) -> None:
    """Help is remembered: as hours, and as a name that colleagues may nominate."""
    me = w.employees[g]
    week = w.divisions[me.division].week
    me.books[0, Raw.HELP] += hours
    week[Raw.HELP] += hours
    me.books[0, Raw.NOMINATIONS] += 1.0
    week[Raw.NOMINATIONS] += 1.0
