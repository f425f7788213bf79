"""P3: the gate, the sharing, both, and neither are different outcomes; sharing moves the wall to the unit's border."""

from itertools import combinations

from experiments.comparing.intervals import Floats
from experiments.evidence.emergence.lab import (
    COMMISSION,
    FAIR,
    GATE_AND_SHARED,
    LAST_QUARTER,
    OWN_GATE,
    SHARED,
    Lab,
    Trial,
)
from experiments.evidence.emergence.pattern import Figure, Finding, Pattern, Picture, Point
from experiments.evidence.emergence.sizes import Size
from experiments.evidence.emergence.verdict import Claim, differs, higher, interval, lower
from sim.policies import load_policy
from sim.records.measures import MEASURES

INSIDE, ACROSS = "invitation_acceptance_in_unit", "invitation_acceptance_cross_unit"
HEADLINES = ("silo_index", "avoidable_handoffs", INSIDE, ACROSS, "return_share", "satisfaction")
POLICIES = (GATE_AND_SHARED, OWN_GATE, SHARED, FAIR, COMMISSION)
PAIRS = tuple(combinations(POLICIES, 2))


def claims(lab: Lab, size: Size) -> tuple[Claim, ...]:
    """Every pair of policies in the last quarter, and where invitations are accepted."""
    trial = lab.six(size.scenario)
    found = [_pair(trial, one, other) for one, other in PAIRS]
    found += [
        higher("Own gate alone: more avoidable hand-offs than with the shared target",
               _of(trial, OWN_GATE, "avoidable_handoffs"), _of(trial, GATE_AND_SHARED, "avoidable_handoffs")),
        lower("Own gate alone: fewer invitations accepted inside the unit than with the shared target",
              _of(trial, OWN_GATE, INSIDE), _of(trial, GATE_AND_SHARED, INSIDE)),
    ]  # fmt: skip
    found += [
        higher(f"The border shows more under {name(shared)} than under {name(own)}",
               _border(trial, shared), _border(trial, own))
        for shared in (GATE_AND_SHARED, SHARED) for own in (OWN_GATE, COMMISSION)
    ]  # fmt: skip
    return tuple(found)


def examine(lab: Lab, size: Size) -> Finding:
    """The claims, and how high the wall at the unit's border is."""
    trial = lab.six(size.scenario)
    figures = [
        Figure(f"{name(policy)}: invitations accepted inside the unit less outside", interval(_border(trial, policy)),
               signed=True)
        for policy in POLICIES
    ]  # fmt: skip
    equals = lab.trial(size.scenario.with_parameters(status=0.0), [COMMISSION, GATE_AND_SHARED])
    figures.append(
        Figure(
            f"{name(GATE_AND_SHARED)}, if no manager minds being paid less than others (status 0): inside less outside",
            interval(_border(equals, GATE_AND_SHARED)),
            signed=True,
        )
    )
    return Finding(claims(lab, size), tuple(figures), picture=_picture(trial))


def name(policy: str) -> str:
    """What a policy is called."""
    return load_policy(policy).name.en


def _of(trial: Trial, policy: str, measure: str) -> Floats:
    return trial.of(policy, measure, LAST_QUARTER)


def _border(trial: Trial, policy: str) -> Floats:
    """How much readier people come to a table inside their unit than outside: the wall at its border."""
    return _of(trial, policy, INSIDE) - _of(trial, policy, ACROSS)


def _pair(trial: Trial, one: str, other: str) -> Claim:
    pairs = {
        MEASURES[measure].label.lower(): (_of(trial, one, measure), _of(trial, other, measure)) for measure in HEADLINES
    }
    return differs(f"{name(one)} and {name(other)} differ", pairs, len(HEADLINES) * len(PAIRS))


def _picture(trial: Trial) -> Picture:
    shown = ("silo_index", "avoidable_handoffs", INSIDE, ACROSS)
    points = [
        Point(MEASURES[measure].label, "", name(policy), interval(_of(trial, policy, measure)))
        for measure in shown
        for policy in POLICIES
    ]
    return Picture(
        name="p3-four-outcomes",
        title="Gate, sharing, both, neither",
        subtitle="Last quarter of the year after the change; means over futures with 95 % intervals",
        x_title="",
        kind="dots",
        points=tuple(points),
    )


PATTERN = Pattern(
    id="P3",
    title="Gate, sharing, both, neither",
    statement="""
        A knock-out on the own customers alone, a shared target alone, both together, and no bonus at all are
        different outcomes. With only own targets, problems that others own keep being volleyed and invitations
        refused; with a target of the unit the wall moves to the border of the unit.""",
    design="""
        From half a year under commission the company goes on for a year under each of five contracts, with the same
        luck. Each of the ten pairs must differ in the last quarter in one at least of six measures: silo index,
        avoidable hand-offs, invitations accepted inside and outside the unit, return share, satisfaction. A
        difference counts if chance would bring it in fewer than 1 of 20 repeats of all sixty looks together
        (Bonferroni). The border is the share of invitations accepted inside the unit less that outside.""",
    open="""
        Distinguishable does not mean large: look at the sizes. Which of the contracts is best depends on what one
        wants.""",
    claims=claims,
    examine=examine,
)
