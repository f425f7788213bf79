"""Round one table: who is invited, who comes, and what it yields."""

from sim.agents.deciding import comes, remembers
from sim.agents.feelings import colleague_day, colleague_point
from sim.agents.guest import Invitation, goodwill, urge_to_come
from sim.agents.learning import answered, trust_in
from sim.agents.reinforcement import invitation_is_answered
from sim.chance import Luck, pick
from sim.compiled import routine, rule
from sim.life.attribution import is_credited
from sim.life.bookkeeping import (
    GUEST_IS_ASKED,
    NOBODY,
    answer,
    count_flow,
    count_for,
    division_week,
    keeps_divisions,
    note,
    spend,
    this_week,
)
from sim.life.problems import part_of
from sim.life.staffing import pace_of, stand_ins_share
from sim.log import EventKind
from sim.pay.outcomes import hours_a_choice
from sim.policies.vocabulary import Attribution
from sim.tables import PARTS_MOST, Flow, Raw, Row, Task, Treatment, World

REFUSED = -2


@rule
def open_invitations(w: World, i: int) -> None:
    """Employee i is about to invite; nobody has been asked yet."""
    c = w.company[0]
    c.host, c.part = i, 0
    for part in range(PARTS_MOST):
        c.guests[part] = NOBODY


@rule
def gather(w: World, luck: Luck, i: int, problem: Row) -> int:
    """Invite somebody at random from each other division that still has a part, until one refuses.

    Goes on where it stopped. Returns NOBODY when all have answered, or GUEST_IS_ASKED if one decides in Python.
    """
    c, d = w.company[0], w.employees[i].division
    while c.part < problem.parts and c.host != NOBODY:
        if problem.done[c.part] == 0 and problem.needs[c.part] != d:
            if c.guests[c.part] == NOBODY:
                there = w.divisions[problem.needs[c.part]]
                c.guests[c.part] = there.first + pick(luck.people.random(), there.heads)
            g = c.guests[c.part]
            said = answer(w) if w.employees[g].comes_in_python else decided(w, luck, g, problem)
            if said == NOBODY:
                c.asked = g
                return GUEST_IS_ASKED
            hear(w, i, g, problem, said > 0)
            if said == 0:
                c.guests[c.part] = REFUSED
                c.host = NOBODY
        c.part += 1
    c.host = NOBODY
    return NOBODY


@rule
def all_come(w: World) -> bool:
    """Whether nobody who was asked has refused."""
    guests = w.company[0].guests
    return bool(guests[0] != REFUSED and guests[1] != REFUSED and guests[2] != REFUSED)


@rule
def hold_table(w: World, i: int, j: int, pace: float) -> None:
    """Employee i and the guests sit down with the problem."""
    p, problem = w.parameters[0], w.problems[j]
    host, d = w.employees[i], w.employees[i].division
    guests = w.company[0].guests
    begins = host.free_at
    note(w, begins, problem.id, EventKind.TABLE, d, -1, i)
    problem.together = 0 if any_part_done(problem) else 1
    own = part_of(problem, d)
    hours = p.meeting_hours
    if own >= 0:
        at_work = problem.hours[own] / (pace * p.synergy)
        stand_ins_share(w, d, at_work)
        hours += at_work
        problem.workers[own] = i
    host.task = Task.TABLE
    spend(w, i, Task.TABLE, hours)
    ends = begins + hours
    for part in range(problem.parts):
        if guests[part] >= 0:
            ends = max(ends, begins + take_part(w, guests[part], problem, part, begins))
        problem.done[part] = 1
    problem.tabled = 1
    problem.ready_at = ends


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
    at_work = problem.hours[part] / (pace_of(w, g, there.queue / there.heads) * p.synergy)
    stand_ins_share(w, guest.division, at_work)
    lent = p.meeting_hours + at_work
    problem.workers[part] = g
    if guest.division != problem.owner:
        near = w.divisions[problem.owner].unit == there.unit
        problem.harm -= goodwill(guest, colleague_point(guest, near), hours_a_choice(w.company[0]), p)
    spend(w, g, Task.GUEST, lent)
    give_help(w, g, lent)
    return lent


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
def decided(w: World, luck: Luck, g: int, problem: Row) -> int:
    """Whether employee g comes: 1 or 0."""
    return int(comes(w.employees[g], invitation(w, g, problem), w.parameters[0], luck.people.random()))


@rule
def hear(w: World, i: int, g: int, problem: Row, came: bool) -> None:
    """Employee i hears whether g comes. The answer moves the trust between the two divisions."""
    p, guest, d = w.parameters[0], w.employees[g], w.employees[i].division
    ours, here = w.divisions[d], w.divisions[guest.division]
    note(w, w.employees[i].free_at, problem.id, EventKind.INVITED, d, guest.division, i)
    note(w, w.employees[i].free_at, problem.id, EventKind.CAME if came else EventKind.REFUSED, d, guest.division, g)
    if remembers(p):
        count_what_it_brought(w, g, problem, came)
    answered(ours, guest.division, came, p.trust_rate)
    answered(here, d, came, p.trust_rate)
    count_answer(this_week(w), here.unit == ours.unit, came)
    if keeps_divisions(w):
        count_answer(division_week(w, d), here.unit == ours.unit, came)
    if came:
        count_flow(w, Flow.HELP, d, guest.division)


@routine
def count_what_it_brought(w: World, g: int, problem: Row, came: bool) -> None:
    """Employee g notes what it brings to come, or to stay away."""
    guest = w.employees[g]
    invitation_is_answered(guest, came, urge_to_come(guest, invitation(w, g, problem), w.parameters[0]))


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
def give_help(w: World, g: int, hours: float) -> None:
    """Help is remembered: as hours, and as a name that colleagues may nominate."""
    count_for(w, g, Raw.HELP, hours)
    count_for(w, g, Raw.NOMINATIONS, 1.0)
