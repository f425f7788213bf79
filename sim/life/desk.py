"""What an employee has in view: the problem at the head of the queue, and everything that a choice looks at."""

from sim.agents.employee import Situation
from sim.agents.learning import trust_in
from sim.compiled import rule
from sim.life.problems import VOLLEYS_END, part_of
from sim.policies.vocabulary import Attribution
from sim.tables import Row, Treatment, World

LEAST_SPEED = 0.01  # nobody stands quite still, so that every task ends
LEAST_HOURS = 1e-9  # work that takes no time is work all the same


@rule
def haste(queue_a_head: float, p: Row) -> float:
    """How much faster people work when problems wait: overload limits itself, at a cost in quality."""
    return min(1.0 + p.hurry * queue_a_head, p.hurry_most)


@rule
def speed(me: Row, queue_a_head: float, p: Row) -> float:
    """Work done in an hour: effort, skill and haste."""
    return max(me.desk_effort * me.skill, LEAST_SPEED) * haste(queue_a_head, p)


@rule
def colleague_point(me: Row, mine: int, owner: int, divisions: Row) -> float:
    """What a point for a colleague's customer is worth to me: one price in our unit, one outside (utils)."""
    if divisions[owner].unit == divisions[mine].unit:
        return me.felt.unit_point
    return me.felt.out_point


@rule
def colleague_day(me: Row, mine: int, owner: int, divisions: Row) -> float:
    """The same for a day sooner."""
    if divisions[owner].unit == divisions[mine].unit:
        return me.felt.unit_day
    return me.felt.out_day


@rule
def credits(problem: Row, d: int, attribution: int, is_last_part: bool) -> tuple[float, float, float, float]:
    """Chance that the problem counts as ours if we sell, do our part, pass it on or call a table."""
    if attribution == Attribution.OWNER:
        ours = 1.0 if problem.owner == d else 0.0
        return ours, ours, ours, ours
    if attribution == Attribution.LAST:
        return 1.0, (1.0 if is_last_part else 0.0), 0.0, 1.0
    return 1.0, 1.0, 1.0, 1.0


@rule
def situation(w: World, i: int, j: int, may_ask: bool) -> Situation:
    """What employee i sees with problem j in view."""
    me, problem, p = w.employees[i], w.problems[j], w.parameters[0]
    d = me.division
    division = w.divisions[d]
    queue_a_head = division.queue / division.heads
    pace = speed(me, queue_a_head, p)
    part = part_of(problem, d)
    hours_own = max(problem.hours[part] / pace, LEAST_HOURS) if part >= 0 else 0.0
    others, trusted = 0, 1.0
    for k in range(problem.parts):
        if problem.done[k] == 0 and problem.needs[k] != d:
            others += 1
            trusted *= trust_in(division, problem.needs[k], p.trust_start)
    sell, own, pass_on, table = credits(problem, d, w.company[0].attribution, others == 0)
    # An hour can also clear the next problem, if one waits: what that pays is a price of the hour too.
    next_desk = me.felt.desk / w.company[0].plan_hours if division.queue > 1 else 0.0
    return Situation(
        hours_own,
        hours_own / p.synergy + p.meeting_hours,
        p.pass_hours,
        p.ask_hours,
        me.felt.hour + next_desk,
        me.felt.work,
        me.felt.own_point,
        colleague_point(me, d, problem.owner, w.divisions),
        me.felt.own_day,
        colleague_day(me, d, problem.owner, w.divisions),
        me.felt.desk,
        sell,
        own,
        pass_on,
        table,
        division.believed_score[Treatment.VOLLEYED],
        division.believed_score[Treatment.IN_TURN],
        division.believed_score[Treatment.TABLE],
        division.believed_days[Treatment.VOLLEYED],
        division.believed_days[Treatment.IN_TURN],
        division.believed_days[Treatment.TABLE],
        1.0 - p.trust_matters * (1.0 - trusted),
        others,
        p.selling > 0.0,
        division.partners_known > 0 and problem.visits < VOLLEYS_END,
        may_ask,
        problem.passes,
        queue_a_head,
    )
