"""P9: the same shared target weakens the more divisions share it; peer pressure and reciprocity can override that."""

from experiments.comparing.intervals import Floats
from experiments.evidence.emergence.lab import COMMISSION, LAST_QUARTER, SHARED, Lab, Trial
from experiments.evidence.emergence.pattern import Figure, Finding, Pattern, Picture, Point
from experiments.evidence.emergence.sizes import Size, one_unit
from experiments.evidence.emergence.verdict import Claim, higher, interval, lower
from sim.records.measures import MEASURES

DIVISIONS = (2, 4, 8)
OWN = "own-satisfaction-target"
NORMS = {"peer_pressure": 1.5, "reciprocity": 3.0, "courtesy": 1.2}
"""A company where people look at what others do: about three times the default."""
ALIKE = {"third_division": 0.0}
"""With two divisions no problem can need a third, so none does anywhere."""


def claims(lab: Lab, size: Size) -> tuple[Claim, ...]:
    """The effect of the shared target against commission in units of two and of eight divisions."""
    trials, normed = {n: _trial(lab, size, n) for n in (2, 8)}, _trial(lab, size, 8, **NORMS)
    return (
        lower("Agenda: the shift to the customer is smaller with 8 divisions than with 2",
              _agenda(trials[8], SHARED), _agenda(trials[2], SHARED)),
        lower("Avoidable hand-offs fall by a smaller share with 8 divisions than with 2",
              _fall(trials[8], SHARED), _fall(trials[2], SHARED)),
        lower("Satisfaction rises less with 8 divisions than with 2", _gain(trials[8]), _gain(trials[2])),
        higher("8 divisions with strong norms: avoidable hand-offs fall by a larger share than with 2 and usual norms",
               _fall_from(trials[8], normed), _fall(trials[2], SHARED)),
    )  # fmt: skip


def examine(lab: Lab, size: Size) -> Finding:
    """The claims, and the effect in units of two, four and eight divisions."""
    trials, normed = {n: _trial(lab, size, n) for n in DIVISIONS}, _trial(lab, size, 8, **NORMS)
    figures = [
        Figure(f"{words}, {n} divisions", interval(of(trials[n])), signed=signed)
        for words, of, signed in (
            ("Agenda: shift to the customer", lambda trial: _agenda(trial, SHARED), True),
            ("Avoidable hand-offs fall by this share", lambda trial: _fall(trial, SHARED), False),
            ("The same with a target of the own division (nothing is shared)", lambda trial: _fall(trial, OWN), False),
            ("Satisfaction rises by", _gain, True),
        )
        for n in DIVISIONS
    ]
    figures += [
        Figure(f"{MEASURES[name].label}: {where}, under {words}", interval(trial.of(policy, name, LAST_QUARTER)))
        for name in ("silo_index", "avoidable_handoffs", "invitation_acceptance_in_unit", "satisfaction")
        for where, trial in (("2 divisions", trials[2]), ("8 divisions", trials[8]), ("8, strong norms", normed))
        for words, policy in (("commission", COMMISSION), ("the shared target", SHARED))
    ]  # fmt: skip
    return Finding(claims(lab, size), tuple(figures), picture=_picture(trials))


def _trial(lab: Lab, size: Size, divisions: int, **norms: float) -> Trial:
    scenario = one_unit(size, divisions).with_parameters(**ALIKE, **norms)
    return lab.trial(scenario, [COMMISSION, SHARED, OWN])


def _agenda(trial: Trial, policy: str) -> Floats:
    return trial.shift(policy, COMMISSION, "agenda_customer", LAST_QUARTER)


def _gain(trial: Trial) -> Floats:
    return trial.shift(SHARED, COMMISSION, "satisfaction", LAST_QUARTER)


def _fall(trial: Trial, policy: str) -> Floats:
    return trial.fall(policy, COMMISSION, "avoidable_handoffs", LAST_QUARTER)


def _fall_from(ordinary: Trial, normed: Trial) -> Floats:
    """The fall from commission with ordinary norms to the shared target with strong ones, in companies alike."""
    return 1.0 - (
        normed.of(SHARED, "avoidable_handoffs", LAST_QUARTER)
        / ordinary.of(COMMISSION, "avoidable_handoffs", LAST_QUARTER)
    )


def _picture(trials: dict[int, Trial]) -> Picture:
    names = {SHARED: "shared target of the unit", OWN: "target of the own division"}
    points = []
    for policy, words in names.items():
        for n, trial in trials.items():
            points.append(Point("Agenda: shift to the customer", words, str(n), interval(_agenda(trial, policy))))
            points.append(
                Point("Avoidable hand-offs: share that falls away", words, str(n), interval(_fall(trial, policy)))
            )
            gain = trial.shift(policy, COMMISSION, "satisfaction", LAST_QUARTER)
            points.append(Point("Satisfaction: gain in points", words, str(n), interval(gain)))
    return Picture(
        name="p9-free-riding",
        title="How many can share a target?",
        subtitle="Effect against commission, last quarter; means over futures with 95 % intervals",
        x_title="Divisions in the unit",
        kind="dots",
        points=tuple(points),
    )


PATTERN = Pattern(
    id="P9",
    title="Free riding on a shared target",
    statement="""
        The more divisions share a target, the less it moves each of them; peer pressure and the custom of answering
        like with like can make up for it.""",
    design="""
        Companies of one unit with 2, 4 or 8 divisions of equal size, in which no problem needs a third division, go
        from commission to `shared-unit-target`. The effect (against the same company under commission) must be
        smaller with eight divisions than with two. Then the eight get strong norms: peer pressure, reciprocity and
        courtesy at about three times the default. A target of the own division, which is not diluted, is shown
        beside it.""",
    open="""
        Companies of two and of eight divisions differ in more than dilution: there are more wrong doors. What
        people say to one another about the target is in the model only as peer pressure and reciprocity of a fixed
        strength.""",
    claims=claims,
    examine=examine,
)
