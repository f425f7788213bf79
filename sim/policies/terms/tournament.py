"""Tournament: a prize to the best of the ranking among peers, and nothing to the others.

Each of the best `winners` (a share of the field, at least one; or a number) gets `amount`. With own and rivals' levels
felt as normal with one spread, the expected prize is amount · P(win). The price of the own level is
amount · dP/dlead / sd, and that of all rivals' levels together just the opposite: a colleague's success costs, and so
does helping. Two who tie at the border share one prize; where more people tie, those in the middle of the tie count.
Source: MODEL.md section 4; Lazear & Rosen 1981, Drago & Garvey 1998 (EVIDENCE.md T4).
"""

from sim.policies.kind import PRIZE, WINNERS, Kind
from sim.policies.parts import Words
from sim.policies.ranking import expected, pay, spread

__all__ = ["KIND", "expected", "pay", "spread"]

KIND = Kind(
    label=Words(en="Ranking with prizes", nl="Ranglijst met prijzen"),
    meaning=Words(
        en="A prize to the best of the ranking among peers, and nothing to the others.",
        nl="Een prijs voor de besten van de ranglijst, en niets voor de anderen.",
    ),
    keys={"share": PRIZE, "winners": WINNERS},
    ranked=True,
)
