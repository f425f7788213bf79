"""Another rule of decision: a logit best response. One does what is best today, and knows no habit.

Prices, beliefs and temperature are those of the model's own rule; what is left out is the past. As the temperature goes
to nothing one always does what is best. Noisy best response: McFadden 1974; Fudenberg & Levine 1998.
"""

import math

from sim.agents.employee import NEVER, Options
from sim.agents.manager import Agenda, Outlook, contest_pays, customer_pays, sales_pay
from sim.agents.reasons import AtTable, Considered, Reasons, Situation, consider, sum_at_table, sum_of
from sim.compiled import rule
from sim.tables import Row


@rule
def brings(parts: Reasons) -> float:
    """How attractive something is by itself, the pull of habit aside (utils).

    >>> from sim.agents.examples import employee, situation, usual
    >>> p = usual(pressure=0.25, pressure_queue=0.0, duty=0.5, toil=0.0, habit_strength=1.0)
    >>> own = consider(employee(habits=[1.0, 0.0, 0.0]), situation(), p).own_part
    >>> print(sum_of(own), brings(own))  # a habit of 1 is worth 1
    1.75 0.75
    """
    return sum_of(parts) - parts.habit


@rule
def table_brings(parts: AtTable) -> float:
    """The same of calling a table, which may be held or not (utils).

    >>> from sim.agents.examples import employee, situation, usual
    >>> p = usual(pressure=0.25, pressure_queue=0.0, duty=0.5, toil=0.0, habit_strength=1.0)
    >>> print(table_brings(consider(employee(habits=[0.0, 0.0, 1.0]), situation(), p).table))  # 0.25 + 0.5
    0.75
    """
    return sum_at_table(parts) - parts.habit


@rule
def possible(see: Situation, sell: float, own_part: float, pass_on: float, table: float, idle: float) -> Options:
    """How attractive each choice is, and NEVER where it cannot be made now.

    >>> from sim.agents.examples import situation
    >>> possible(situation(can_sell=False, hours_own=0.0), 1.0, 2.0, 3.0, 4.0, 5.0)
    (-inf, -inf, 3.0, 4.0, -inf)
    """
    return (
        sell if see.can_sell else NEVER,
        own_part if see.hours_own > 0.0 else NEVER,
        pass_on if see.can_pass else NEVER,
        table if see.can_ask and see.others_needed > 0 else NEVER,
        idle if see.can_sell else NEVER,
    )


@rule
def as_it_is_today(me: Row, see: Situation, p: Row) -> Options:
    """How attractive each choice is to whoever has no habit (utils).

    >>> from sim.agents.examples import employee, situation, usual
    >>> p = usual(pressure=0.25, pressure_queue=0.0, duty=0.5, toil=0.0, habit_strength=9.0)
    >>> print(*as_it_is_today(employee(habits=[1.0, 0.0, 0.0]), situation(), p))  # sell, own, pass on, table, idle
    0.0 0.75 0.25 0.75 -0.5
    """
    parts: Considered = consider(me, see, p)
    return possible(
        see, brings(parts.sell), brings(parts.own_part), brings(parts.pass_on), table_brings(parts.table),
        brings(parts.idle),
    )  # fmt: skip


@rule
def weighed_by_logit(see: Outlook, p: Row) -> Agenda:
    """What a manager's week should go to: where nothing pays as at rest, and e times as much for each τ that it pays.

    >>> from sim.agents.examples import manager, usual
    >>> from sim.agents.manager import outlook
    >>> p = usual(temperature=0.5, agenda_base=0.5, agenda_politics=0.125)
    >>> weights = weighed_by_logit(outlook(manager(own_point=0.5), 2.0), p)  # a point is worth one τ
    >>> print(round(weights.sales, 3), round(weights.customer, 3), round(weights.politics, 3))  # 1/e, 1, 1/e of rest
    0.184 0.5 0.046
    """
    sales, customer, contest = sales_pay(see), customer_pays(see), contest_pays(see)
    most = max(sales, customer, contest)
    return Agenda(
        p.agenda_base * math.exp((sales - most) / p.temperature),
        p.agenda_base * math.exp((customer - most) / p.temperature),
        p.agenda_politics * math.exp((contest - most) / p.temperature),
    )
