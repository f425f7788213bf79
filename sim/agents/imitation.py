"""Another rule of decision: imitation. One knows no prices, and now and then copies a colleague who fares better.

Everybody has a way: how often one makes each choice, and how often one comes when asked. Once in a while one looks at a
colleague, and takes over the colleague's way, the likelier the better that colleague fares (pairwise comparison by
Fermi's rule: Blume 1993; Szabó & Tőke 1998; Traulsen, Nowak & Pacheco 2006). And once in a while one tries something.
"""

import math

from sim.agents.best_response import possible
from sim.agents.employee import MOST_EXPONENT, NEVER, Options
from sim.agents.manager import Outlook, contest_pays, customer_pays, sales_pay
from sim.agents.reasons import Situation
from sim.compiled import rule
from sim.tables import Choice, Row

LOOKS = 0.5  # chance that one looks at a colleague in a week (our assumption)
TRIES = 0.05  # chance that one tries something else in a week: a few times a year (our assumption)
TRIAL = 0.5  # how far a trial goes, of the way to doing one thing always (our assumption)
SURELY = 1e-12  # a chance this near to 0 or 1 counts as it
SUBJECTS = 3  # of an agenda: sales, customer, politics
CHOICES = len(Choice)


@rule
def pull_of(share: float, temperature: float) -> float:
    """How attractive a choice must be that a logit makes it in that share of cases, next to others (utils).

    >>> print(round(pull_of(0.5, 0.45) - pull_of(0.25, 0.45), 4), pull_of(0.0, 0.45))  # 0.45 x ln 2
    0.3119 -inf
    """
    return temperature * math.log(share) if share > 0.0 else NEVER


@rule
def as_my_way_is(me: Row, see: Situation, p: Row) -> Options:
    """Each choice as often as my way has it, of those that can be made now; whatever it brings.

    A logit over these options chooses so. Where my way has none of what is possible, all that is possible is alike.

    >>> from sim.agents.employee import likelihoods
    >>> from sim.agents.examples import employee, situation, usual
    >>> me = employee(way=[0.25, 0.5, 0.0, 0.25, 0.0])
    >>> options = as_my_way_is(me, situation(), usual(temperature=0.45))
    >>> print(*(round(each, 2) for each in likelihoods(options, 0.45)))  # next to the own part, which is 1
    0.5 1.0 0.0 0.5 0.0
    """
    t = p.temperature
    mine = possible(
        see, pull_of(me.way[0], t), pull_of(me.way[1], t), pull_of(me.way[2], t), pull_of(me.way[3], t),
        pull_of(me.way[4], t),
    )  # fmt: skip
    if max(mine[0], mine[1], mine[2], mine[3], mine[4]) == NEVER:
        return possible(see, 0.0, 0.0, 0.0, 0.0, 0.0)
    return mine


@rule
def pull_to_come(me: Row, p: Row) -> float:
    """How attractive coming must be that a logit comes as often as my way has it (utils).

    >>> from sim.agents.examples import employee, usual
    >>> print(pull_to_come(employee(comes=0.5), usual()), round(pull_to_come(employee(comes=0.75), usual()), 3))
    0.0 0.494
    """
    share = min(max(me.comes, SURELY), 1.0 - SURELY)
    return p.temperature * math.log(share / (1.0 - share))


@rule
def chance_to_copy(theirs: float, mine: float, temperature: float) -> float:
    """Chance that I take over the way of a colleague, by how either fares (utils): even where we fare alike.

    >>> print(round(chance_to_copy(0.5, 0.0, 0.5), 2), chance_to_copy(1.0, 1.0, 0.5))  # 1/(1 + 1/e)
    0.73 0.5
    """
    return 1.0 / (1.0 + math.exp(min((mine - theirs) / temperature, MOST_EXPONENT)))


@rule
def copy_employee(me: Row, colleague: Row) -> None:
    """From now on I do as a colleague does.

    >>> from sim.agents.examples import employee
    >>> me = employee(way=[1.0, 0.0, 0.0, 0.0, 0.0], comes=0.0)
    >>> copy_employee(me, employee(way=[0.0, 0.5, 0.0, 0.5, 0.0], comes=0.75))
    >>> print(me.way, me.comes)
    [0.  0.5 0.  0.5 0. ] 0.75
    """
    for choice in range(CHOICES):
        me.way[choice] = colleague.way[choice]
    me.comes = colleague.comes


@rule
def try_employee(me: Row, choice: int, comes: bool) -> None:
    """I try one choice more often, all others less; and coming more often, or less.

    >>> from sim.agents.examples import employee
    >>> me = employee(way=[0.5, 0.5, 0.0, 0.0, 0.0], comes=0.5)
    >>> try_employee(me, Choice.TABLE, True)  # half the way to nothing but tables
    >>> print(me.way, me.comes)
    [0.25 0.25 0.   0.5  0.  ] 0.75
    """
    for each in range(CHOICES):
        me.way[each] *= 1.0 - TRIAL
    me.way[choice] += TRIAL
    me.comes += TRIAL * ((1.0 if comes else 0.0) - me.comes)


@rule
def agenda_brings(see: Outlook) -> float:
    """How a manager fares by the agenda: what each subject pays, as far as it is on the agenda (utils).

    >>> from sim.agents.examples import manager
    >>> from sim.agents.manager import outlook
    >>> me = manager(own_point=1.0, agenda_sales=0.5, agenda_customer=0.25, agenda_politics=0.25)
    >>> print(agenda_brings(outlook(me, 2.0)))
    0.25
    """
    paid = see.agenda.sales * sales_pay(see) + see.agenda.customer * customer_pays(see)
    return paid + see.agenda.politics * contest_pays(see)


@rule
def copy_manager(me: Row, colleague: Row) -> None:
    """From now on my weeks go to what a colleague's go to.

    >>> from sim.agents.examples import manager
    >>> me = manager(way=[1.0, 0.0, 0.0])
    >>> copy_manager(me, manager(way=[0.25, 0.5, 0.25]))
    >>> print(me.way)
    [0.25 0.5  0.25]
    """
    for subject in range(SUBJECTS):
        me.way[subject] = colleague.way[subject]


@rule
def try_manager(me: Row, subject: int) -> None:
    """I try to give one subject more of my weeks.

    >>> from sim.agents.examples import manager
    >>> me = manager(way=[0.5, 0.5, 0.0])
    >>> try_manager(me, 1)
    >>> print(me.way)
    [0.25 0.75 0.  ]
    """
    for each in range(SUBJECTS):
        me.way[each] *= 1.0 - TRIAL
    me.way[subject] += TRIAL
