"""How hard and how fast people work: effort is where its marginal gain meets its marginal cost c·e.

Limit cases: teams (Holmström 1982), help (Itoh 1991), tournaments with sabotage (Lazear & Rosen 1981, Lazear 1989),
peer pressure (Kandel & Lazear 1992). EVIDENCE T1, T3, T4, T5.
"""

from sim.compiled import rule
from sim.tables import Row

LEAST_SPEED = 0.01  # nobody stands quite still, so that every task ends


@rule
def between(low: float, value: float, high: float) -> float:
    """The value, kept within its bounds.

    >>> between(0.0, 1.3, 1.0)
    1.0
    """
    return min(max(value, low), high)


@rule
def own_effort(incentive: float, p: Row) -> float:
    """Effort at work: the base, plus what an hour pays and what peers press for, over its cost.

    Maximises (incentive + shame)·x - c·x²/2 - κ·(norm - e)²/2 over x = e - base. The incentive is in utils.

    >>> from sim.agents.examples import usual
    >>> print(round(own_effort(0.3, usual()), 2))  # 1 + 0.3 utils / (1.2 of cost + 0.3 of peer pressure)
    1.2
    """
    pressed = incentive + p.shame + p.peer_pressure * (p.effort_norm - p.effort_base)
    return between(p.effort_least, p.effort_base + pressed / (p.effort_cost + p.peer_pressure), p.effort_most)


@rule
def help_effort(colleague: float, p: Row) -> float:
    """Effort in helping: h·δ over its cost, where δ is the price of a colleague's outcome; none if that is negative.

    >>> from sim.agents.examples import usual
    >>> print(round(help_effort(2.0, usual()), 2))  # 0.3 points a unit of help, at 2 utils a point, over a cost of 1
    0.6
    """
    return between(0.0, p.help_yield * colleague / p.help_cost, p.help_most)


@rule
def sabotage(colleague: float, p: Row) -> float:
    """Effort in harming: only where a colleague's success costs me, and only if the model allows it at all.

    >>> from sim.agents.examples import usual
    >>> p = usual(sabotage=1.0)
    >>> print(round(sabotage(-2.0, p), 2), sabotage(2.0, p))  # a point of the colleague's costs me 2 utils, or pays 2
    0.6 0.0
    """
    return between(0.0, -p.sabotage * p.sabotage_yield * colleague / p.sabotage_cost, p.help_most)


@rule
def helps_rather(incentive: float, colleague: float, p: Row) -> bool:
    """With one joint cost, it is own work or help, whichever pays more (Itoh 1991).

    >>> from sim.agents.examples import usual
    >>> bool(helps_rather(0.5, 2.0, usual()))  # 0.3 points of help at 2 utils, against 0.5 utils for own work
    True
    """
    return p.help_yield * colleague > incentive


@rule
def exert(me: Row, hours_of_part: float, p: Row) -> None:
    """Effort follows from what an hour of it earns: at selling, at clearing the desk, and in helping colleagues.

    >>> from sim.agents.examples import employee, usual
    >>> me = employee(hour=0.3, desk=0.6, unit_point=1.0)  # utils for an hour sold, a problem off the desk, a point
    >>> exert(me, 4.0, usual())  # a part takes 4 hours, so an hour clears a quarter of a problem
    >>> print(f"{me.effort:.2f} {me.desk_effort:.2f} {me.help_effort:.2f}")
    1.20 1.30 0.30
    """
    selling = me.felt.hour
    clearing = me.felt.hour - me.felt.work + me.felt.desk / hours_of_part
    me.help_effort = help_effort(me.felt.unit_point, p)
    if p.joint_effort > 0.0:
        if helps_rather(selling, me.felt.unit_point, p):
            selling = 0.0
        else:
            me.help_effort = 0.0
    me.effort = own_effort(selling, p)
    me.desk_effort = own_effort(clearing, p)


@rule
def haste(queue_a_head: float, p: Row) -> float:
    """How much faster people work when problems wait: overload limits itself, at a cost in quality.

    >>> from sim.agents.examples import usual
    >>> print(round(haste(2.0, usual()), 2), round(haste(50.0, usual()), 2))  # problems waiting for each of us
    1.1 1.35
    """
    return min(1.0 + p.hurry * queue_a_head, p.hurry_most)


@rule
def speed(me: Row, queue_a_head: float, p: Row) -> float:
    """Work done in an hour: effort, skill and haste.

    >>> from sim.agents.examples import employee, usual
    >>> print(round(speed(employee(desk_effort=1.2, skill=1.5), 2.0, usual()), 2))  # 1.2 x 1.5 x 1.1
    1.98
    """
    return max(me.desk_effort * me.skill, LEAST_SPEED) * haste(queue_a_head, p)
