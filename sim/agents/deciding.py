"""By which rule people decide: the model's own, or one of three others that a scenario may choose (`choice.rule`).

All rules see the same prices and beliefs, and choose among the same things; they differ in how a person gets from
these, or from experience, to a choice. What hangs on the rule and what does not is for the claims to show.
"""

from enum import IntEnum

from sim.agents.best_response import as_it_is_today, weighed_by_logit
from sim.agents.employee import Options, utilities
from sim.agents.guest import Invitation, chance_to_come, urge_to_come
from sim.agents.imitation import as_my_way_is, pull_to_come
from sim.agents.manager import Agenda, Outlook, keep_agenda, outlook, towards, weighed
from sim.agents.reasons import Situation
from sim.agents.reinforcement import propensities, weighed_by_return
from sim.compiled import routine, rule
from sim.tables import Row


class Rule(IntEnum):
    """How people get from what they see, or have lived, to a choice."""

    OWN = 0
    LOGIT = 1
    REINFORCEMENT = 2
    IMITATION = 3


@rule
def remembers(p: Row) -> bool:
    """Whether the rule lives from what choices brought; only then is that written down.

    >>> from sim.agents.examples import usual
    >>> [remembers(usual(rule=each)) for each in (0.0, 1.0, 2.0, 3.0)]
    [False, False, True, True]
    """
    return bool(int(p.rule) >= Rule.REINFORCEMENT)


@rule
def leanings(me: Row, see: Situation, p: Row) -> Options:
    """How attractive each choice is to me, by the rule of the company (utils): choose among these by a logit.

    >>> from sim.agents.examples import employee, situation, usual
    >>> me = employee(habits=[1.0, 0.0, 0.0], brought=[0.0, 0.0, 3.0, 0.0, 0.0], way=[0.0, 1.0, 0.0, 0.0, 0.0])
    >>> for each in Rule:
    ...     sell, own, pass_on, table, idle = leanings(me, situation(), usual(rule=float(each), toil=0.0))
    ...     print(f"{each.name.lower()}: own part {own:.2f}, pass on {pass_on:.2f}")
    own: own part 2.35, pass on 0.25
    logit: own part 1.55, pass on 0.25
    reinforcement: own part 0.00, pass on 3.00
    imitation: own part 0.00, pass on -inf
    """
    if int(p.rule) == Rule.OWN:
        return utilities(me, see, p)
    return otherwise(me, see, p)


@routine
def otherwise(me: Row, see: Situation, p: Row) -> Options:
    """The same by the three other rules, apart from what nearly every company uses.

    >>> from sim.agents.examples import employee, situation, usual
    >>> me = employee(brought=[0.0, 0.0, 3.0, 0.0, 0.0])
    >>> print(*otherwise(me, situation(), usual(rule=2.0)))
    0.0 0.0 3.0 0.0 0.0
    """
    if int(p.rule) == Rule.LOGIT:
        return as_it_is_today(me, see, p)
    if int(p.rule) == Rule.REINFORCEMENT:
        return propensities(me, see)
    return as_my_way_is(me, see, p)


@rule
def leaning_to_come(me: Row, see: Invitation, p: Row) -> float:
    """How attractive it is to come to a colleague's table, by the rule of the company (utils).

    Nobody has a habit of coming, so a best response is the same as the model's own rule here.

    >>> from sim.agents.examples import employee, invitation, usual
    >>> me = employee(courtesy=0.5, coming_brought=0.25, comes=0.5)
    >>> print(*(round(leaning_to_come(me, invitation(), usual(rule=float(each), toil=0.0)), 2) for each in Rule))
    0.5 0.5 0.25 0.0
    """
    if int(p.rule) == Rule.REINFORCEMENT:
        return me.coming_brought
    if int(p.rule) == Rule.IMITATION:
        return pull_to_come(me, p)
    return urge_to_come(me, see, p)


@rule
def comes(me: Row, see: Invitation, p: Row, draw: float) -> bool:
    """Whether I come, by a uniform draw.

    >>> from sim.agents.examples import employee, invitation, usual
    >>> p = usual(temperature=0.5, toil=0.0)
    >>> [comes(employee(courtesy=0.5), invitation(), p, draw) for draw in (0.7, 0.75)]  # 1/(1 + exp(-1)) = 0.73
    [True, False]
    """
    return draw < chance_to_come(leaning_to_come(me, see, p), p)


@rule
def weights(me: Row, see: Outlook, p: Row) -> Agenda:
    """What a manager's week should go to, by the rule of the company; weights, which need not sum to one.

    >>> from sim.agents.examples import manager, usual
    >>> me = manager(own_point=0.45, way=[0.2, 0.7, 0.1])
    >>> for each in Rule:
    ...     print(*(f"{weight:.2f}" for weight in weights(me, outlook(me, 2.0), usual(rule=float(each)))))
    0.50 0.95 0.10
    0.18 0.50 0.04
    0.50 0.95 0.10
    0.20 0.70 0.10
    """
    if int(p.rule) == Rule.OWN:
        return weighed(see, p)
    if int(p.rule) == Rule.LOGIT:
        return weighed_by_logit(see, p)
    if int(p.rule) == Rule.REINFORCEMENT:
        return weighed_by_return(see, p)
    return Agenda(me.way[0], me.way[1], me.way[2])


@rule
def next_agenda(me: Row, see: Outlook, p: Row) -> Agenda:
    """The agenda moves towards what the rule of the company says; partly, because agendas are full.

    >>> from sim.agents.examples import manager, usual
    >>> me = manager(own_point=1.1)  # a point is worth 1.1 utils, and nothing else pays
    >>> new = next_agenda(me, outlook(me, 2.0), usual(agenda_rate=1.0))  # goes all the way: 0.5 to 0.5 + 1.1 to 0.1
    >>> print(f"sales {new.sales:.2f}, customer {new.customer:.2f}, politics {new.politics:.2f}")
    sales 0.23, customer 0.73, politics 0.05
    """
    return towards(see, weights(me, see, p), p)


@rule
def set_agenda(me: Row, hours_in_play: float, p: Row) -> None:
    """Move the agenda by the rule; the disputes of the week are over.

    >>> from sim.agents.examples import manager, usual
    >>> me = manager(own_point=1.1, disputes=3.0)
    >>> set_agenda(me, 2.0, usual(agenda_rate=0.5))  # half the way from 0.45 to what disputes leave of 0.73
    >>> print(f"customer {me.agenda_customer:.2f} of the week, disputes {me.disputes:.0f} h")
    customer 0.56 of the week, disputes 0 h
    """
    keep_agenda(me, next_agenda(me, outlook(me, hours_in_play), p))
