"""Nomination: a prize to those whom most colleagues nominate.

Each of the `winners` with most nominations (a share of the field, at least one; or a number) gets `amount`. It is a
ranking over one metric, nominations, and is felt like one: the expected prize is amount · P(win). What differs from a
tournament is what earns a nomination: colleagues give it for help, so that others' good opinion is the way to win.
The counts are felt as normal levels, an approximation for people who get several nominations a period.
Source: MODEL.md section 4, CLAIMS.md S4.5; Carpenter, Matthews & Schirm 2010 (nominations can be gamed).
"""

from sim.policies.kind import PRIZE, WINNERS, Kind
from sim.policies.parts import Words
from sim.policies.ranking import expected, pay, spread

__all__ = ["KIND", "expected", "pay", "spread"]

KIND = Kind(
    label=Words(en="Prize by nomination", nl="Prijs na nominatie"),
    meaning=Words(
        en="A prize to those whom most colleagues nominate, and nothing to the others.",
        nl="Een prijs voor wie door de meeste collega's is genomineerd, en niets voor de anderen.",
    ),
    keys={"share": PRIZE, "winners": WINNERS},
    ranked=True,
    metrics=("nominations",),
)
