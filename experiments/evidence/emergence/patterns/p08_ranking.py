"""P8: ranking managers against each other raises the wall."""

from experiments.evidence.emergence.lab import COMMISSION, LAST_QUARTER, RANKING, WEEK_6, Lab
from experiments.evidence.emergence.pattern import Figure, Finding, Pattern
from experiments.evidence.emergence.sizes import Size
from experiments.evidence.emergence.variants import ranked_by_customers, scaled_to
from experiments.evidence.emergence.verdict import Claim, higher, interval, lower
from sim.records.measures import MEASURES

OWN_TARGET = "own-satisfaction-target"
HIGHER = ("silo_index", "avoidable_handoffs")
LOWER = ("invitation_acceptance_in_unit", "invitation_acceptance_cross_unit")


def claims(lab: Lab, size: Size) -> tuple[Claim, ...]:
    """Ranking against commission in the last quarter of the year after the switch."""
    trial = lab.six(size.scenario)
    return tuple(
        side(f"{MEASURES[name].label}: {'higher' if side is higher else 'lower'} than under commission",
             trial.of(RANKING, name, LAST_QUARTER), trial.of(COMMISSION, name, LAST_QUARTER))
        for names, side in ((HIGHER, higher), (LOWER, lower)) for name in names
    )  # fmt: skip


def examine(lab: Lab, size: Size) -> Finding:
    """The claims, what else changes, and what it is due to."""
    trial = lab.six(size.scenario)
    figures = [
        Figure(f"{MEASURES[name].label}, week 6: difference",
               interval(trial.shift(RANKING, COMMISSION, name, WEEK_6)), signed=True)
        for name in (*HIGHER, *LOWER)
    ] + [
        Figure(f"{MEASURES[name].label}, last quarter: difference",
               interval(trial.shift(RANKING, COMMISSION, name, LAST_QUARTER)), signed=True)
        for name in ("satisfaction", "trust", "agenda_politics", "sales", "customers")
    ]  # fmt: skip
    return Finding(claims(lab, size), (*figures, *_rivalry(lab, size)))


def _rivalry(lab: Lab, size: Size) -> list[Figure]:
    """Rivalry without its price: a ranking against pay without a ranking that is worth as much to a manager."""
    as_strong = scaled_to(RANKING, COMMISSION, "hour", size.scenario)
    by_customers = scaled_to(OWN_TARGET, ranked_by_customers(OWN_TARGET), "own_point", size.scenario)
    sold = lab.trial(size.scenario, [RANKING, as_strong])
    served = lab.trial(size.scenario, [OWN_TARGET, by_customers])
    return [
        Figure(f"{MEASURES[name].label}: {words}", interval(trial.shift(new, old, name, LAST_QUARTER)), signed=True)
        for words, trial, new, old in (
            ("ranking by sales less a commission that makes an hour of selling as dear", sold, RANKING, as_strong.id),
            ("ranking by customers less an own target that makes a point as dear", served, by_customers.id, OWN_TARGET),
        )
        for name in (*HIGHER, *LOWER)
    ]


PATTERN = Pattern(
    id="P8",
    title="Ranking managers raises the wall",
    statement="""
        Rank managers against each other, with a prize for the best, and the walls between their divisions grow: fewer
        come when a colleague calls, and problems are volleyed more.""",
    design="""
        From half a year under commission, managers get the contract `ranking-tournament` (by sales; the best third
        wins), or keep theirs. The last quarter of the year is compared. Beside it, rivalry is told apart from the size
        of the prize: rankings are set against pay that makes the same act as dear to a manager at the start, without
        any rival.""",
    open="""
        The prize makes a sale worth more to a manager than the commission did, and in the model a ranking by sales
        makes no colleague's customer a rival's gain. Open harm (sabotage) is switched off in these companies.""",
    claims=claims,
    examine=examine,
)
