"""Round one table: who is invited, who comes, and what it yields."""

from sim.agents.effort import help_effort, sabotage
from sim.agents.employee import comes, worth
from sim.agents.learning import answered, trust_in
from sim.chance import Luck, pick
from sim.compiled import rule
from sim.desk import colleague_day, colleague_point, credits, speed
from sim.events import EventKind
from sim.problems import note, part_of
from sim.tables import Raw, Rows, Task, Treatment, World


@rule
def hold_table(w: World, luck: Luck, i: int, j: int, pace: float) -> bool:
    """Employee i invites somebody from every other division that still has a part. True if all come and it is held."""
    c, p, problem = w.company[0], w.parameters[0], w.problems[j]
    host, d = w.employees[i], w.employees[i].division
    guests = (-1, -1, -1)
    everyone = True
    for part in range(problem.parts):
        if problem.done[part] == 0 and problem.needs[part] != d:
            there = w.divisions[problem.needs[part]]
            g = there.first + pick(luck.people.random(), there.heads)
            if not invite(w, luck, i, g, problem):
                everyone = False
                break
            guests = seated(guests, part, g)
    if not everyone:
        return False

    begins = host.free_at
    ends = begins
    problem.together = 1
    for part in range(problem.parts):
        if problem.done[part]:
            problem.together = 0
    note(w, begins, problem.id, EventKind.TABLE, d, -1, i)
    w.weeks[c.row].table += 1
    own = part_of(problem, d)
    hours = p.meeting_hours
    if own >= 0:
        hours += problem.hours[own] / (pace * p.synergy)
        problem.workers[own] = i
    sit_down(w, i, Task.TABLE, hours)
    ends = begins + hours
    for part in range(problem.parts):
        g = guests[part]
        if g >= 0:
            guest = w.employees[g]
            there = w.divisions[guest.division]
            lent = p.meeting_hours + problem.hours[part] / (speed(guest, there.queue / there.heads, p) * p.synergy)
            ends = max(ends, begins + lent)
            problem.workers[part] = g
            problem.harm -= goodwill(w, guest, problem)
            sit_down(w, g, Task.GUEST, lent)
            give_help(w, g, lent)
    host.task = Task.TABLE
    problem.tabled = 1
    problem.ready_at = ends
    for part in range(problem.parts):
        problem.done[part] = 1
    return True


@rule
def seated(guests: tuple[int, int, int], part: int, g: int) -> tuple[int, int, int]:
    """The guests with one more."""
    if part == 0:
        return g, guests[1], guests[2]
    if part == 1:
        return guests[0], g, guests[2]
    return guests[0], guests[1], g


@rule
def invite(w: World, luck: Luck, i: int, g: int, problem: Rows) -> bool:
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
def goodwill(w: World, guest: Rows, problem: Rows) -> float:
    """Points that a guest adds by real help, or takes off by harm where a colleague's success costs the guest."""
    p = w.parameters[0]
    if guest.division == problem.owner:
        return 0.0
    price = colleague_point(guest, guest.division, problem.owner, w.divisions)
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
