"""P11: the contract for customers is taken back after six weeks, half a year or two years: what stays, what goes?"""

import numpy as np

from experiments.comparing.course import Course, Step
from experiments.comparing.intervals import Floats
from experiments.evidence.emergence.lab import COMMISSION, GATE_AND_SHARED, YEAR, Lab, Span, Trial
from experiments.evidence.emergence.pattern import Figure, Finding, Pattern, Picture, Point
from experiments.evidence.emergence.sizes import Size
from experiments.evidence.emergence.verdict import Claim, higher, interval, lower
from sim.policies import load_policy
from sim.records.measures import MEASURES

LASTED = (6, 26, 104)
"""Weeks under the gate and shared target before commission comes back."""
WEEKS = max(LASTED) + YEAR
SOON, LATER = Span(4, 8), Span(22, 30)
"""Weeks after the return: about six weeks, about six months."""
BEFORE = 3
"""Weeks before the return over which is measured what had been reached."""
HALF, QUARTER = 0.5, 0.25
SHIFTS = {
    "silo_index": -1.0, "avoidable_handoffs": -1.0, "satisfaction": +1.0, "agenda_customer": +1.0, "trust": +1.0,
}  # fmt: skip
"""What shifts under the gate and shared target, and which way."""


def there_and_back(weeks: int) -> Course:
    """So many weeks under the gate and shared target, and then commission again."""
    return Course.of(Step(0, load_policy(GATE_AND_SHARED)), Step(weeks, load_policy(COMMISSION)))


COURSES: tuple[Course | str, ...] = (COMMISSION, GATE_AND_SHARED, *map(there_and_back, LASTED))


def claims(lab: Lab, size: Size) -> tuple[Claim, ...]:
    """Always commission, and back to it after each of LASTED, with the same luck."""
    trial = lab.trial(size.scenario, COURSES, WEEKS)
    found = [claim for weeks in LASTED for claim in _of_one(trial, weeks)]
    found += [
        higher(f"Trust: six months after the return more is left of {_long(LASTED[-1])} than of {_long(LASTED[0])}",
               left(trial, LASTED[-1], "trust", LATER), left(trial, LASTED[0], "trust", LATER)),
        higher(f"Trust: six months after the return something is left of {_long(LASTED[-1])}",
               left(trial, LASTED[-1], "trust", LATER), 0.0),
    ]  # fmt: skip
    return tuple(found)


def examine(lab: Lab, size: Size) -> Finding:
    """The claims, and what had been reached, beside a company in which the contract stayed."""
    trial = lab.trial(size.scenario, COURSES, WEEKS)
    figures = [
        Figure(f"{MEASURES[name].label}, {_long(weeks)}: {when}, better than always commission by", interval(values),
               signed=True)
        for name in SHIFTS for weeks in LASTED
        for when, values in (("reached at the return", reached(trial, weeks, name)),
                             ("six weeks after it", left(trial, weeks, name, SOON)),
                             ("six months after it", left(trial, weeks, name, LATER)),
                             ("then, if the contract had stayed", stayed(trial, weeks, name, LATER)))
    ]  # fmt: skip
    return Finding(claims(lab, size), tuple(figures), tuple(_shares(trial, weeks) for weeks in LASTED), _picture(trial))


def reached(trial: Trial, weeks: int, name: str) -> Floats:
    """The shift in the last weeks before the return, against always commission; above 0 is the way of SHIFTS."""
    span = Span(weeks - BEFORE + 1, weeks)
    return SHIFTS[name] * trial.shift(there_and_back(weeks).id, COMMISSION, name, span)


def left(trial: Trial, weeks: int, name: str, after: Span) -> Floats:
    """The shift that is still there some weeks after the return."""
    return SHIFTS[name] * trial.shift(there_and_back(weeks).id, COMMISSION, name, _since(weeks, after))


def stayed(trial: Trial, weeks: int, name: str, after: Span) -> Floats:
    """The shift in the same weeks where the contract stayed."""
    return SHIFTS[name] * trial.shift(GATE_AND_SHARED, COMMISSION, name, _since(weeks, after))


def _of_one(trial: Trial, weeks: int) -> list[Claim]:
    """What goes and what stays, of the shift that was reached in so many weeks."""
    agenda, trust = "agenda_customer", "trust"
    return [
        lower(f"{_long(weeks).capitalize()}: six weeks after the return less than half of the shift of the agenda is "
              "left", left(trial, weeks, agenda, SOON), HALF * reached(trial, weeks, agenda)),
        *(
            lower(f"{_long(weeks).capitalize()}: six months after it less than a quarter of the shift is left of "
                  f"{MEASURES[name].label.lower()}", left(trial, weeks, name, LATER),
                  QUARTER * reached(trial, weeks, name))
            for name in ("silo_index", "avoidable_handoffs", "satisfaction")
        ),
        higher(f"{_long(weeks).capitalize()}: six weeks after it more than half of the shift of trust is left",
               left(trial, weeks, trust, SOON), HALF * reached(trial, weeks, trust)),
    ]  # fmt: skip


def _since(weeks: int, after: Span) -> Span:
    return Span(weeks + after.first, weeks + after.last)


def _long(weeks: int) -> str:
    return {6: "six weeks", 26: "half a year", 104: "two years"}[weeks]


def _shares(trial: Trial, weeks: int) -> str:
    """What is left of what was reached, as shares of the means over futures."""
    parts = []
    for name in SHIFTS:
        had = float(np.nanmean(reached(trial, weeks, name)))
        soon, later = (float(np.nanmean(left(trial, weeks, name, after))) / had for after in (SOON, LATER))
        shares = f"{100 * soon:.0f} % and {100 * later:.0f} %".replace("-", "−")
        parts.append(f"{MEASURES[name].label.lower()} {shares}")
    return (
        f"After {_long(weeks)}, of the shift that was reached there is left, six weeks and six months after the return "
        f"(means over futures): {'; '.join(parts)}."
    )


def _picture(trial: Trial) -> Picture:
    points = []
    for name in ("silo_index", "agenda_customer", "trust"):
        for weeks in LASTED:
            apart = trial.weekly(there_and_back(weeks).id, name) - trial.weekly(COMMISSION, name)
            points += [
                Point(MEASURES[name].label, f"after {_long(weeks)}", since, interval(apart[:, weeks + since - 1]))
                for since in range(1 - min(LASTED), YEAR + 1)
            ]
    return Picture(
        name="p11-what-stays",
        title="What stays when the contract goes",
        subtitle="Difference from a company that always had commission; means over futures with 95 % intervals",
        x_title="Weeks after the return to commission",
        kind="lines",
        points=tuple(points),
        mark=0,
    )


PATTERN = Pattern(
    id="P11",
    title="What stays when the contract goes",
    statement="""
        Take the contract for customers back, and what follows prices snaps back: first the agenda, then the walls
        and with them satisfaction, however long it lasted. What people have learnt of one another, trust, outlasts it
        for a while, and the more the longer it lasted.""",
    design="""
        From half a year under commission the company goes over to `gate-and-shared-target`, and back to commission
        after six weeks, half a year or two years. It is set against the same company that always had commission, with
        the same luck: what is left six weeks (weeks 4 to 8) and six months (weeks 22 to 30) after the return, of the
        shift that had been reached in the last three weeks before it.""",
    open="""
        What the model of today remembers are trust, habit and what divisions believe about ways of working. That
        people take over as their own what they do for long, so that two years might change them where six weeks do
        not, is not in it: this is where to see what that mechanism adds when it comes.""",
    claims=claims,
    examine=examine,
)
