"""Stand-ins at work: they come and go on Fridays, share in the work on problems, and are paid for those hours."""

from sim.agents.effort import speed
from sim.agents.staffing import call_in, hands_each
from sim.compiled import rule
from sim.life.bookkeeping import division_week, keeps_divisions, this_week
from sim.policies.wage import wage
from sim.tables import Row, World


@rule
def stand_ins_come_and_go(w: World) -> None:
    """Every division looks at its queue and calls in stand-ins, or lets them go."""
    c, p = w.company[0], w.parameters[0]
    for d in range(len(w.divisions)):
        call_in(w.divisions[d], c.plan_hours, p)


@rule
def pace_of(w: World, i: int, queue_a_head: float) -> float:
    """Work done in an hour of employee i on a problem, that of the stand-ins at hand included."""
    me = w.employees[i]
    return speed(me, queue_a_head, w.parameters[0]) * (1.0 + hands_each(w.divisions[me.division]))


@rule
def stand_ins_share(w: World, d: int, hours: float) -> None:
    """Somebody in division d works so many hours on a problem, and its stand-ins beside them; count what that costs."""
    extra = hours * hands_each(w.divisions[d])
    if extra > 0.0:
        p = w.parameters[0]
        euro = extra * p.stand_ins_wage * wage(p)
        count_stand_ins(this_week(w), extra, euro)
        if keeps_divisions(w):
            count_stand_ins(division_week(w, d), extra, euro)


@rule
def count_stand_ins(week: Row, hours: float, euro: float) -> None:
    """Count hours of stand-ins in a row of the week."""
    week.stand_in_hours += hours
    week.stand_in_pay += euro
