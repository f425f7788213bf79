"""P2: a knock-out and a shared target for managers turn the company to its customers within six weeks."""

from experiments.comparing.change import Outcome
from experiments.evidence.emergence.lab import COMMISSION, GATE_AND_SHARED, LAST_QUARTER, WEEK_6, Lab, Trial
from experiments.evidence.emergence.pattern import Figure, Finding, Pattern, Picture, Point
from experiments.evidence.emergence.sizes import Size
from experiments.evidence.emergence.verdict import Claim, higher, interval, lower
from sim.records.measures import MEASURES

HALF = 0.5
CLEARLY = 0.1
"""Points of the silo index: less would not be called a turn."""
UNNAMED = {
    Outcome.TOO_SHORT: "in too few weeks to tell",
    Outcome.NO_SHIFT: "without a clear lasting shift",
    Outcome.SWINGS: "not at all, for most of it comes and goes with the quarter",
    Outcome.UNSETTLED: "not settled within the year",
}


def claims(lab: Lab, size: Size) -> tuple[Claim, ...]:
    """Week 6 after the switch, against those who stay under commission."""
    trial = lab.six(size.scenario)
    new, old = (
        {name: trial.of(policy, name, WEEK_6) for name in ("agenda_customer", "avoidable_handoffs", "silo_index")}
        for policy in (GATE_AND_SHARED, COMMISSION)
    )
    return (
        higher("Week 6: the customer has a larger share of managers' agenda",
               new["agenda_customer"], old["agenda_customer"]),
        lower("Week 6: avoidable hand-offs are down by more than half",
              new["avoidable_handoffs"], HALF * old["avoidable_handoffs"]),
        lower("Week 6: the silo index is clearly down, by more than 0.1",
              new["silo_index"], old["silo_index"] - CLEARLY),
    )  # fmt: skip


def examine(lab: Lab, size: Size) -> Finding:
    """The claims, how far it all goes, and how fast."""
    trial = lab.six(size.scenario)
    figures = [
        Figure(f"{when}: fall of {MEASURES[name].label.lower()}, as a share",
               interval(trial.fall(GATE_AND_SHARED, COMMISSION, name, span)))
        for name in ("avoidable_handoffs", "silo_index")
        for when, span in (("Week 6", WEEK_6), ("Last quarter", LAST_QUARTER))
    ] + [
        Figure(f"Last quarter: {MEASURES[name].label.lower()}, difference",
               interval(trial.shift(GATE_AND_SHARED, COMMISSION, name, LAST_QUARTER)), signed=True)
        for name in ("satisfaction", "trust", "sales", "profit")
    ]  # fmt: skip
    return Finding(claims(lab, size), tuple(figures), (_how_fast(trial),), _picture(trial))


def _how_fast(trial: Trial) -> str:
    words = []
    for name in ("agenda_customer", "silo_index", "trust"):
        weeks, outcome = trial.comparison.changes(name)[GATE_AND_SHARED]
        words.append(f"{MEASURES[name].label.lower()} {UNNAMED.get(outcome) or f'by week {weeks:.0f}'}")
    return (
        "Nine tenths of the lasting shift is made and kept, like weeks of the quarter compared: "
        + ", ".join(words) + " (mean over futures)."
    )  # fmt: skip


def _picture(trial: Trial) -> Picture:
    names = {COMMISSION: "commission stays", GATE_AND_SHARED: "gate and shared target"}
    shown = ("silo_index", "avoidable_handoffs", "agenda_customer")
    points = [
        Point(MEASURES[name].label, words, week + 1, interval(trial.weekly(policy, name)[:, week]))
        for name in shown
        for policy, words in names.items()
        for week in range(26)
    ]
    return Picture(
        name="p2-six-weeks",
        title="What turns, and how fast",
        subtitle="Managers' contract changes at week 0; means over futures with 95 % intervals",
        x_title="Weeks after the change",
        kind="lines",
        points=tuple(points),
        mark=6,
    )


PATTERN = Pattern(
    id="P2",
    title="Six weeks",
    statement="""
        Make satisfied customers a knock-out condition of every manager's bonus, and let the managers of a unit
        share a target: within six weeks the customer is on the agenda, problems are no longer volleyed, and the
        walls are clearly lower.""",
    design="""
        From half a year under sales commission, managers get the contract `gate-and-shared-target`; employees keep
        theirs. Week 6 is set against the same week of the same company under the old contract.""",
    open="""
        Nobody has published a causal study of such a gate: this is a prediction of the model, not a fact that it
        reproduces. Values are not in this model yet.""",
    claims=claims,
    examine=examine,
)
