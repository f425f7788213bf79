"""How a division decides whom it calls in when problems pile up: stand-ins, by the work that has been waiting.

Staffing by the load: Whitt 2007; Gans, Koole & Mandelbaum 2003. That capacity follows with a delay, in which people
hurry and customers wait: Oliva & Sterman 2001.
"""

from sim.calendar import HOURS_A_DAY
from sim.compiled import rule
from sim.tables import Row


@rule
def call_in(division: Row, hours_of_part: float, p: Row) -> None:
    """On Friday a division looks at its queue, and calls in, or lets go, as many as it lately could have used.

    >>> from sim.agents.examples import division, usual
    >>> ours = division(heads=4, queue=20, waiting=8.0)
    >>> p = usual(stand_ins_delay=4.0, stand_ins_queue=2.0, stand_ins_days=1.0, stand_ins_most=0.5)
    >>> call_in(ours, 4.0, p)  # a quarter of the way from 8 to 20: 11 waited lately, and 2 each may
    >>> print(ours.waiting, ours.stand_ins)
    11.0 1.5
    """
    division.waiting += (division.queue - division.waiting) / p.stand_ins_delay
    division.stand_ins = hands_wanted(division.waiting, division.heads, hours_of_part, p)


@rule
def hands_wanted(waiting: float, heads: int, hours_of_part: float, p: Row) -> float:
    """How many stand-ins would clear in time what waits above the bound, at most a share of the heads.

    >>> from sim.agents.examples import usual
    >>> p = usual(stand_ins_queue=2.0, stand_ins_days=2.0, stand_ins_most=0.5)
    >>> print(hands_wanted(12.0, 4, 4.0, p))  # 4 too many of 4 hours, over 2 days of 8 hours
    1.0
    >>> print(hands_wanted(8.0, 4, 4.0, p), hands_wanted(90.0, 4, 4.0, p))
    0.0 2.0
    """
    above = max(waiting - p.stand_ins_queue * heads, 0.0)
    return float(min(above * hours_of_part / (p.stand_ins_days * HOURS_A_DAY), p.stand_ins_most * heads))


@rule
def hands_each(division: Row) -> float:
    """Stand-ins beside each employee; they share the work on a problem, which takes that much less time.

    >>> from sim.agents.examples import division
    >>> print(hands_each(division(heads=4, stand_ins=1.0)))
    0.25
    """
    return float(division.stand_ins / division.heads)
