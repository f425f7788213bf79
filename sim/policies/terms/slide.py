"""Slide: a bonus that grows in a straight line from nothing at the threshold to all of it at the cap.

Everyone under it gets amount · (level - threshold) / (cap - threshold), kept between 0 and `amount` (for days the cap
lies below the threshold). With a level felt as Normal(mean, sd), distance a = mean - threshold and width
w = cap - threshold, the expected pay is amount · (G(a) - G(a - w)) / w, where G(x) = x·Φ(x/sd) + sd·φ(x/sd) is the mean
of the part of the curve above zero.
Source: MODEL.md section 4; the closed form is that of a normal draw clipped at two sides.
"""

from sim.compiled import rule
from sim.normal import SURE, below, chancy, density
from sim.policies.kind import SHARE, Key, Kind
from sim.policies.parts import Words
from sim.policies.vocabulary import TermRow

KIND = Kind(
    label=Words(en="Slide (growing bonus)", nl="Glijdende schaal (groeiende bonus)"),
    meaning=Words(
        en="A bonus that grows in a straight line from nothing at the start to all of it at the end.",
        nl="Een bonus die in een rechte lijn groeit, van niets bij het begin tot alles bij het eind.",
    ),
    keys={
        "share": SHARE,
        "threshold": Key(
            label=Words(en="Starts at", nl="Begint bij"),
            meaning=Words(en="level at which pay starts", nl="niveau waarop de beloning begint"),
            part=0.0,
        ),
        "cap": Key(
            label=Words(en="Complete at", nl="Volledig bij"),
            meaning=Words(en="level from which all of it is paid", nl="niveau vanaf waar alles wordt betaald"),
            part=0.6,
        ),
    },
)

_POINTS = (0.04691007703066802, 0.23076534494715845, 0.5, 0.7692346550528415, 0.9530899229693319)
_SHARES = (0.11846344252809454, 0.23931433524968324, 0.28444444444444444, 0.23931433524968324, 0.11846344252809454)


@rule
def _climbed(distance: float, width: float) -> float:
    """Share of the slope that lies behind at a distance beyond the threshold, 0 to 1."""
    return min(max(distance / width, 0.0), 1.0)


@rule
def _above_zero(distance: float, sd: float) -> float:
    """Mean of max(0, x) for x ~ Normal(distance, sd)."""
    return distance * below(distance / sd) + sd * density(distance / sd)


@rule
def pay(term: TermRow, value: float, ahead: float, rivals: int) -> float:
    """Euro for the part of the slope that was climbed."""
    return term.amount * _climbed(term.sign * (value - term.threshold), term.sign * (term.cap - term.threshold))


@rule
def expected(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """Mean pay over the felt curve of levels."""
    distance = term.sign * (mean - term.threshold)
    width = term.sign * (term.cap - term.threshold)
    if sd <= SURE:
        return term.amount * _climbed(distance, width)
    return term.amount * (_above_zero(distance, sd) - _above_zero(distance - width, sd)) / width


@rule
def spread(term: TermRow, mean: float, sd: float, others: float, rivals: int) -> float:
    """At most that of a bonus that comes all or not at all with the same mean."""
    return chancy(term.amount, expected(term, mean, sd, others, rivals))


@rule
def steps(term: TermRow) -> int:
    """The points of a Gauss-Legendre sum."""
    return len(_POINTS)


@rule
def step_at(term: TermRow, k: int) -> float:
    """Along the slope."""
    return term.threshold + _POINTS[k] * (term.cap - term.threshold)


@rule
def step_pay(term: TermRow, k: int) -> float:
    """Its share of the climb."""
    return term.amount * _SHARES[k]
