"""What an employee has in view: the problem at the head of the queue, and everything that a choice looks at."""

from sim.agents.feelings import colleague_day, colleague_point
from sim.agents.learning import trust_in
from sim.agents.reasons import Situation
from sim.compiled import rule
from sim.life.attribution import credits, level_of
from sim.life.problems import VOLLEYS_END, part_of
from sim.life.staffing import pace_of
from sim.tables import Treatment, World

LEAST_HOURS = 1e-9  # work that takes no time is work all the same


@rule
def situation(w: World, i: int, j: int, may_ask: bool) -> Situation:
    """What employee i sees with problem j in view."""
    me, problem, p = w.employees[i], w.problems[j], w.parameters[0]
    d = me.division
    division = w.divisions[d]
    queue_a_head = division.queue / division.heads
    pace = pace_of(w, i, queue_a_head)
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
    can_pass = division.partners_known > 0 and problem.visits < VOLLEYS_END
    owner_near = w.divisions[problem.owner].unit == division.unit
    score_level, days_level = level_of(division, w.company[0].attribution)
    return Situation(  # numba takes so many keywords only if no `and` or `if` stands among them
        hours_own=hours_own,
        hours_table=hours_own / p.synergy + p.meeting_hours,
        hours_pass=p.pass_hours,
        hours_ask=p.ask_hours,
        hour=me.felt.hour + next_desk,
        mine=me.felt.own_point,
        theirs=colleague_point(me, owner_near),
        mine_day=me.felt.own_day,
        theirs_day=colleague_day(me, owner_near),
        desk=me.felt.desk,
        credit_sell=sell,
        credit_own=own,
        credit_pass=pass_on,
        credit_table=table,
        score_volleyed=division.believed_score[Treatment.VOLLEYED],
        score_in_turn=division.believed_score[Treatment.IN_TURN],
        score_table=division.believed_score[Treatment.TABLE],
        score_level=score_level,
        days_volleyed=division.believed_days[Treatment.VOLLEYED],
        days_in_turn=division.believed_days[Treatment.IN_TURN],
        days_table=division.believed_days[Treatment.TABLE],
        days_level=days_level,
        chance_all_come=1.0 - p.trust_matters * (1.0 - trusted),
        others_needed=others,
        can_sell=p.selling > 0.0,
        can_pass=can_pass,
        can_ask=may_ask,
        passes=problem.passes,
        queue_a_head=queue_a_head,
    )
