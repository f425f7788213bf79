"""P1: under sales commission problems are volleyed, about as often as in a real ticket log."""

from experiments.evidence.calibrate import TARGETS
from experiments.evidence.emergence.lab import COMMISSION, FAIR, LAST_QUARTER, Lab
from experiments.evidence.emergence.pattern import Figure, Finding, Pattern
from experiments.evidence.emergence.sizes import Size
from experiments.evidence.emergence.verdict import Claim, higher, interval, within
from sim.records.measures import MEASURES

BAND = 1.5
"""A figure may lie between two thirds and three halves of the log's: these companies are not fitted to it."""


def claims(lab: Lab, size: Size) -> tuple[Claim, ...]:
    """Hand-offs of those who stay under commission, against the log and against fair salary."""
    trial = lab.six(size.scenario)
    as_in_the_log = [
        within(
            f"{MEASURES[target.measure].label}: as in the log of Volvo IT ({target.every:g})",
            trial.of(COMMISSION, target.measure, LAST_QUARTER),
            target.every / BAND,
            target.every * BAND,
        )
        for target in TARGETS
    ]
    than_fair = [
        higher(
            f"{MEASURES[name].label}: more than under fair salary",
            trial.of(COMMISSION, name, LAST_QUARTER),
            trial.of(FAIR, name, LAST_QUARTER),
        )
        for name in ("avoidable_handoffs", "pass_share")
    ]
    return (*as_in_the_log, *than_fair)


def examine(lab: Lab, size: Size) -> Finding:
    """The claims, and what else there is under commission."""
    trial = lab.six(size.scenario)
    figures = [
        Figure(f"{MEASURES[name].label} under commission", interval(trial.of(COMMISSION, name, LAST_QUARTER)))
        for name in ("silo_index", "pass_share", "table_share")
    ]
    return Finding(claims(lab, size), tuple(figures))


PATTERN = Pattern(
    id="P1",
    title="Commission makes a volleyball of a problem",
    statement="""
        Where everybody is paid for sales, customers' problems are passed on between departments, about as often as
        in a real ticket log, and more often than where nobody has a bonus.""",
    design="""
        A company that has worked under sales commission for half a year stays so for another year. The distribution
        of hand-offs in its last quarter is set against the incident log of Volvo IT (BPI Challenge 2013): each
        figure may lie between two thirds and three halves of the log's. The same company under fair salary meets
        the same problems.""",
    open="""
        The pay scheme behind the log is unknown. A company that looks like it has not thereby shown that pay is the
        cause. These companies are not fitted to the log; the scenario `volvo-baseline` is.""",
    claims=claims,
    examine=examine,
)
