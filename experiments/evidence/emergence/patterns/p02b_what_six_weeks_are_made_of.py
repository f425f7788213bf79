"""P2b: what the six weeks are made of: asking widely, pressing sales less, a gate, and sharing, each by itself."""

from collections.abc import Mapping
from itertools import combinations

import numpy as np

from experiments.comparing.intervals import Floats, Interval
from experiments.evidence.emergence.lab import COMMISSION, LAST_QUARTER, WEEK_6, Lab, Span, Trial
from experiments.evidence.emergence.pattern import Figure, Finding, Pattern, Picture, Point
from experiments.evidence.emergence.shapley import Worths, added, shares
from experiments.evidence.emergence.sizes import Size
from experiments.evidence.emergence.variants import Cause, asked_as, partly
from experiments.evidence.emergence.verdict import Claim, higher, interval, lower, spread, within
from experiments.showing.numbers import percent
from sim.policies import Policy
from sim.records.measures import MEASURES

HALF = 0.5
"""As in P2: less than half the hand-offs would be called a turn."""
NOTHING = 0.001
"""Hand-offs a problem, or points of the silo index: more than that left over would be a mistake of arithmetic."""
WALLS = ("avoidable_handoffs", "silo_index")
SPANS = {"Week 6": WEEK_6, "Last quarter": LAST_QUARTER}
ASKING = "asking more widely"
WHOLE = "all together"

SETS = tuple(frozenset(some) for number in range(len(Cause) + 1) for some in combinations(Cause, number))
GOAL = "gate-and-shared-half-sales"
CONTRACTS: dict[frozenset[Cause], Policy] = {some: partly(COMMISSION, GOAL, some) for some in SETS}
"""From commission (nothing changed, but asked as widely) to gate and sharing at half the sales rate (all changed)."""
ALL, NONE, ON_TOP = frozenset(Cause), frozenset[Cause](), frozenset(Cause) - {Cause.LESS}
FLAT = asked_as("managers-flat", GOAL)
POLICIES: tuple[Policy | str, ...] = (COMMISSION, *CONTRACTS.values(), FLAT)


def claims(lab: Lab, size: Size) -> tuple[Claim, ...]:
    """Eight managers' contracts between commission and gate and sharing at half of it, and managers without a bonus."""
    trial = lab.trial(size.scenario, POLICIES)
    found = _all_parts(trial)
    return tuple([
        higher(f"{when}: {cause} lowers avoidable hand-offs", found[when, "avoidable_handoffs"][cause], 0.0)
        for when in SPANS for cause in Cause
    ] + [
        claim for when, span in SPANS.items() for claim in _against_flat_and_on_top(trial, when, span)
    ] + [
        within("The parts add up to the whole (a check of the arithmetic)", _left_over(found), -NOTHING, NOTHING)
    ])  # fmt: skip


def examine(lab: Lab, size: Size) -> Finding:
    """The claims, the parts in words, and where each contract ends."""
    trial = lab.trial(size.scenario, POLICIES)
    found = _all_parts(trial)
    notes = tuple(_in_words(when, name, found[when, name]) for when in SPANS for name in WALLS)
    return Finding(claims(lab, size), (*_steps(trial), *_levels(trial)), notes, _picture(found))


def _all_parts(trial: Trial) -> dict[tuple[str, str], dict[str, Floats]]:
    return {(when, name): parts(trial, name, span) for when, span in SPANS.items() for name in WALLS}


def parts(trial: Trial, name: str, span: Span) -> dict[str, Floats]:
    """How much of a measure's fall comes from what, future by future; the whole fall stands last."""
    start = trial.of(COMMISSION, name, span)
    fallen = worths(trial, name, span)
    asked = start - trial.of(CONTRACTS[NONE].id, name, span)
    by_cause = shares(fallen)
    whole = start - trial.of(CONTRACTS[ALL].id, name, span)
    return {ASKING: asked, **{cause: by_cause[cause] for cause in Cause}, WHOLE: whole}


def worths(trial: Trial, name: str, span: Span) -> Worths[Cause]:
    """How far a measure falls below commission asked as widely, under each of the eight contracts."""
    start = trial.of(CONTRACTS[NONE].id, name, span)
    return {some: start - trial.of(contract.id, name, span) for some, contract in CONTRACTS.items()}


def _against_flat_and_on_top(trial: Trial, when: str, span: Span) -> tuple[Claim, ...]:
    """What the contract does that taking the bonus away does not, and what its gate and sharing do by themselves."""
    name = "avoidable_handoffs"
    start, on_top = (trial.of(CONTRACTS[some].id, name, span) for some in (NONE, ON_TOP))
    return (
        lower(f"{when}: gate and sharing at half the commission leave fewer avoidable hand-offs than no bonus",
              trial.of(CONTRACTS[ALL].id, name, span), trial.of(FLAT.id, name, span)),
        lower(f"{when}: gate and sharing on top of an unchanged commission lower avoidable hand-offs", on_top, start),
        lower(f"{when}: gate and sharing on top of an unchanged commission bring them down by more than half",
              on_top, HALF * start),
    )  # fmt: skip


def _left_over(found: Mapping[tuple[str, str], dict[str, Floats]]) -> Floats:
    """The whole less its parts, added up without sign over measures and spans, future by future."""
    gaps = [2.0 * each[WHOLE] - sum(each.values(), 0.0 * each[WHOLE]) for each in found.values()]
    total: Floats = np.abs(gaps).sum(axis=0)
    return total


def _in_words(when: str, name: str, found: dict[str, Floats]) -> str:
    """A decomposition as a sentence."""
    told = {words: interval(values) for words, values in found.items()}
    whole = told.pop(WHOLE)
    said = "; ".join(f"{spread(part, signed=False)} from {words}{_of(part, whole)}" for words, part in told.items())
    return f"{when}: of the fall of {MEASURES[name].label.lower()} by {spread(whole, signed=False)}, {said}."


def _of(part: Interval, whole: Interval) -> str:
    """A part of the whole in per cent; nothing where there is no clear fall to be shared out."""
    return f" ({percent(part.mean / whole.mean, 0)})" if whole.low > 0.0 else ""


def _steps(trial: Trial) -> list[Figure]:
    """What each cause does by itself and where others are there already: if these differ, causes act on each other."""
    return [
        Figure(f"{when}: fall of avoidable hand-offs by {cause}, {_given(others)}",
               interval(added(fallen, cause, others)), signed=True)
        for when, fallen in ((when, worths(trial, "avoidable_handoffs", span)) for when, span in SPANS.items())
        for cause in Cause for others in SETS if cause not in others
    ]  # fmt: skip


def _given(others: frozenset[Cause]) -> str:
    return f"added to {' and '.join(each for each in Cause if each in others)}" if others else "as the only change"


def _levels(trial: Trial) -> list[Figure]:
    """Where every contract ends."""
    named = {COMMISSION: "commission", FLAT.id: "managers without a bonus, asked widely"} | {
        contract.id: f"commission asked widely{''.join(f', {each}' for each in Cause if each in some)}"
        for some, contract in CONTRACTS.items()
    }
    return [
        Figure(f"{when}: {MEASURES[name].label.lower()}, {words}", interval(trial.of(policy, name, span)))
        for name in WALLS for when, span in SPANS.items() for policy, words in named.items()
    ]  # fmt: skip


def _picture(found: Mapping[tuple[str, str], dict[str, Floats]]) -> Picture:
    points = [
        Point(MEASURES[name].label, when.lower(), words, interval(values))
        for (when, name), by_cause in found.items()
        for words, values in by_cause.items()
    ]
    return Picture(
        name="p2b-what-six-weeks-are-made-of",
        title="What the six weeks are made of",
        subtitle="Fall from commission to gate and sharing at half of it, by cause; means with 95 % intervals",
        x_title="",
        kind="dots",
        points=tuple(points),
    )


PATTERN = Pattern(
    id="P2b",
    title="What the six weeks are made of",
    statement="""
        From commission to gate and sharing at half the commission three things change in the managers' contract: the
        rate on sales is halved, a knock-out on the own customers comes in, and a target and a knock-out on the unit's
        customers are shared. Each has its part in the fall of avoidable hand-offs; together they do more than to take
        managers' bonus away; and the knock-outs and the shared target do it without pressing sales less.""",
    design="""
        All eight contracts between the two, with or without each of the three changes, meet the same luck;
        employees' contract, the pay that managers can expect at the start (by their base pay) and the survey (6 in 10
        asked) are the same in all, and commission with the usual survey shows what asking more widely does. "Pressing
        sales less" is a rate of 15 instead of 30 % of salary. "The own gate": the bonus is lost unless the division's
        customers give 0.6 more than at the start. "Sharing": 15 % of salary if the unit's customers give 0.6 more, and
        the bonus is lost unless they give 0.4 more. What is said to come from a change is the mean, over all orders in
        which the three can be made, of what it adds at its turn (Shapley value), future by future. A control has
        managers without a bonus, who are paid as much.""",
    open="""
        The shares depend on the levels that are compared: a gate at another score or a rate of another size has
        another part. Shares do not say which change comes first in a real company.""",
    claims=claims,
    examine=examine,
)
