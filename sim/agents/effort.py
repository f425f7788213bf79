"""How hard and how fast people work: effort is where its marginal gain meets its marginal cost c·e.

Limit cases: teams (Holmström 1982), help (Itoh 1991), tournaments with sabotage (Lazear & Rosen 1981, Lazear 1989),
peer pressure (Kandel & Lazear 1992). EVIDENCE T1, T3, T4, T5.
"""

from sim.agents.feelings import worth
from sim.compiled import rule
from sim.tables import Row

LEAST_SPEED = 0.01  # nobody stands quite still, so that every task ends
MOST_HELP = 2.0  # factor on helping: a whole hour's worth is one (our assumption)


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

    Maximises (incentive + shame)·x - c·x²/2 - κ·(norm - e)²/2 over x = e - base. The incentive is what a month at
    effort 1 earns, in utils.

    >>> from sim.agents.examples import usual
    >>> p = usual(effort_base=1.0, effort_norm=1.0, effort_cost=8.0, peer_pressure=2.0)
    >>> print(round(own_effort(2.0, p), 2))  # 1 + 2 utils / (8 of cost + 2 of peer pressure)
    1.2
    """
    pressed = incentive + p.shame + p.peer_pressure * (p.effort_norm - p.effort_base)
    return between(0.0, p.effort_base + pressed / (p.effort_cost + p.peer_pressure), p.effort_most)


@rule
def help_effort(colleague: float, p: Row) -> float:
    """Effort in helping: h·δ over its cost, where δ is the price of a colleague's outcome; none if that is negative.

    >>> from sim.agents.examples import usual
    >>> print(round(help_effort(2.0, usual()), 2))  # 0.3 points a unit of help, at 2 utils a point, over a cost of 1
    0.6
    """
    return between(0.0, p.help_yield * colleague / p.help_cost, MOST_HELP)


@rule
def sabotage(colleague: float, p: Row) -> float:
    """Effort in harming: only where a colleague's success costs me, and only if the model allows it at all.

    >>> from sim.agents.examples import usual
    >>> p = usual(sabotage=1.0)
    >>> print(round(sabotage(-2.0, p), 2), sabotage(2.0, p))  # a point of the colleague's costs me 2 utils, or pays 2
    0.6 0.0
    """
    return between(0.0, -p.sabotage * p.sabotage_yield * colleague / p.sabotage_cost, MOST_HELP)


@rule
def helps_rather(incentive: float, colleague: float, p: Row) -> bool:
    """With one joint cost, it is own work or help, whichever pays more (Itoh 1991).

    >>> from sim.agents.examples import usual
    >>> bool(helps_rather(0.5, 2.0, usual()))  # 0.3 points of help at 2 utils, against 0.5 utils for own work
    True
    """
    return p.help_yield * colleague > incentive


@rule
def sooner(me: Row, days: float, parts: float, p: Row) -> float:
    """What working twice as fast on a problem is worth because it is solved sooner (utils).

    Of the `days` that one takes, each of so many `parts` has its share; the customer forgives the first days least. One
    of so many problems is our own customer's, the others are of colleagues in the unit.

    >>> from sim.agents.examples import employee, usual
    >>> me = employee(own_day=0.1, own_point=0.3)
    >>> print(round(sooner(me, 2.0, 1.0, usual(score_delay=0.9)), 2))  # 2 x (0.1 + 0.3 x 0.9 / 3)
    0.38
    """
    own = 1.0 / parts
    a_day = worth(own, me.felt.own_day, me.felt.unit_day)
    a_point = worth(own, me.felt.own_point, me.felt.unit_point)
    return days / parts * (a_day + a_point * p.score_delay / (1.0 + days))


@rule
def exert(me: Row, hours_of_part: float, hours_a_choice: float, days: float, parts: float, p: Row) -> None:
    """Effort follows from what a month of it earns: at selling, at the desk, and in helping colleagues.

    Felt prices are for all choices of a month, of which each has `hours_a_choice` of it; so how finely the same work is
    sliced into problems makes no difference. Harder work at the desk leaves more time for selling or the next problem,
    and lets customers wait less.

    >>> from sim.agents.examples import employee, usual
    >>> me = employee(hour=0.4, desk=0.2, unit_point=1.0)  # utils for an hour sold, a problem off the desk, a point
    >>> p = usual(effort_base=1.0, effort_norm=1.0, effort_cost=8.0, peer_pressure=2.0, score_delay=0.0)
    >>> exert(me, 4.0, 5.0, 2.0, 1.5, p)  # a part takes 4 hours, and 5 of the month go with each problem
    >>> print(f"{me.effort:.3f} {me.desk_effort:.3f} {me.help_effort:.2f}")
    1.200 1.225 0.30
    """
    selling = hours_a_choice * me.felt.hour
    at_desk = me.felt.desk + sooner(me, days, parts, p)
    clearing = selling + hours_a_choice * at_desk / hours_of_part
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
