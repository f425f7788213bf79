"""How an employee decides whether to come to a colleague's table, and how much good will to bring.

As at the own desk, the employee sees prices and beliefs, and knows no reward policy. By which rule: see deciding.py.
"""

import math
from typing import NamedTuple

from sim.agents.effort import help_effort, helps_rather, sabotage
from sim.agents.employee import MOST_EXPONENT
from sim.agents.feelings import worth
from sim.agents.reasons import Outcome
from sim.compiled import rule
from sim.tables import Row

EVEN_TRUST = 0.5  # trust at which there is neither good nor ill to return


class Invitation(NamedTuple):
    """What an employee sees who is asked to a colleague's table. Prices are in utils; hours are working hours."""

    credit: float  # chance that the problem counts as ours
    mine: float  # price of a point for this customer if it does
    theirs: float  # the same if it counts as a colleague's
    mine_day: float  # price of a day sooner, if ours
    theirs_day: float
    score_in_turn: float  # what we believe customers say if each does a part in turn, or all at one table
    score_table: float
    days_in_turn: float  # and how many days either takes
    days_table: float
    trust: float  # how likely we think that they would come to us
    hours_away: float  # hours that it feels like
    help: float  # price of an hour of help given
    hour: float  # price of an hour: what I could else have earned with it


class Pulls(NamedTuple):
    """What draws a guest to a table (above zero) or keeps them away (utils), in the order in which it is added up."""

    outcome: Outcome  # what it is worth that the customer gets a table, and not one after another
    courtesy: float  # one comes when a colleague calls
    reciprocity: float  # like is answered with like
    hours: float  # what help pays, less what the hours away could have earned, and their toil


@rule
def gain_of_a_table(see: Invitation) -> Outcome:
    """What it is worth to me that this customer gets a table and not one after another (utils).

    >>> from sim.agents.examples import invitation
    >>> gain = gain_of_a_table(invitation(theirs=0.5, theirs_day=0.125))  # half a point at 0.5, a day at 0.125
    >>> print(gain.points, gain.days)
    0.25 0.125
    """
    points = (see.score_table - see.score_in_turn) * worth(see.credit, see.mine, see.theirs)
    return Outcome(points, (see.days_in_turn - see.days_table) * worth(see.credit, see.mine_day, see.theirs_day))


@rule
def pulls(me: Row, see: Invitation, p: Row) -> Pulls:
    """What speaks for and against coming: what it gains, custom, reciprocity and pay, against my own work and toil.

    >>> from sim.agents.examples import employee, invitation, usual
    >>> polite, easy = employee(courtesy=0.4, reciprocity=1.0), usual(toil=0.0)
    >>> felt = pulls(polite, invitation(trust=0.75, hours_away=0.75, hour=0.4), easy)
    >>> print(felt.courtesy, felt.reciprocity, round(felt.hours, 2))  # trusted by half more than even; 0.75 h at 0.4
    0.4 0.25 -0.3
    """
    back = me.reciprocity * (see.trust - EVEN_TRUST)
    return Pulls(gain_of_a_table(see), me.courtesy, back, see.hours_away * (see.help - see.hour - p.toil))


@rule
def urge_to_come(me: Row, see: Invitation, p: Row) -> float:
    """How attractive it is to come (utils): all that speaks for and against it.

    >>> from sim.agents.examples import employee, invitation, usual
    >>> polite, easy = employee(courtesy=0.4, reciprocity=1.0), usual(toil=0.0)
    >>> print(round(urge_to_come(polite, invitation(trust=0.6, hours_away=0.75, hour=0.4), easy), 2))  # 0.4 + 0.1 - 0.3
    0.2
    """
    felt = pulls(me, see, p)
    return felt.outcome.points + felt.outcome.days + felt.courtesy + felt.reciprocity + felt.hours


@rule
def chance_to_come(urge: float, p: Row) -> float:
    """Chance that I come: the stronger the urge (utils), the likelier.

    >>> from sim.agents.examples import usual
    >>> print(round(chance_to_come(0.5, usual(temperature=0.5)), 2))  # 1/(1 + exp(-1))
    0.73
    """
    return 1.0 / (1.0 + math.exp(min(-urge / p.temperature, MOST_EXPONENT)))


@rule
def goodwill(me: Row, colleague: float, hours_a_choice: float, p: Row) -> float:
    """Points that a guest adds by real help, or takes off by harm where a colleague's success costs the guest.

    `colleague` is the price of a point for the colleague's customer (utils), `hours_a_choice` the hours of a month that
    go with each of its problems.

    >>> from sim.agents.examples import employee, usual
    >>> print(round(goodwill(employee(), 2.0, 6.0, usual()), 2))  # 0.3 points a unit of help x 0.6 units
    0.18
    >>> print(round(goodwill(employee(), -2.0, 6.0, usual(sabotage=1.0)), 2))
    -0.18
    """
    if p.joint_effort > 0.0 and not helps_rather(hours_a_choice * me.felt.hour, colleague, p):
        return -p.sabotage_yield * sabotage(colleague, p)
    return p.help_yield * help_effort(colleague, p) - p.sabotage_yield * sabotage(colleague, p)
