"""P7: paying for satisfied customers, seeing them, and working as a team do more together than one by one."""

from experiments.comparing.intervals import Floats
from experiments.evidence.emergence.lab import COMMISSION, GATE_AND_SHARED, LAST_QUARTER, Lab, Trial
from experiments.evidence.emergence.pattern import Figure, Finding, Pattern, Picture, Point
from experiments.evidence.emergence.sizes import Size
from experiments.evidence.emergence.variants import asking
from experiments.evidence.emergence.verdict import Claim, higher, interval, lower, within
from sim.records.measures import MEASURES

DIRTY, CLEAN = 0.05, 0.6
"""Share of ended problems whose customer is asked; the second is the catalogue's under the gate."""
NO_TEAM = {"courtesy": 0.0, "reciprocity": 0.0}
"""Nobody comes because one comes, and nobody answers like with like."""
LITTLE = 0.05
"""Points of the silo index: half of what would be called clear in P2."""
HALF = 0.5
GOOD = {"silo_index": -1.0, "avoidable_handoffs": -1.0, "satisfaction": +1.0}
"""Which way is better."""

OLD_DIRTY, OLD_CLEAN = (asking(COMMISSION, coverage) for coverage in (DIRTY, CLEAN))
NEW_DIRTY, NEW_CLEAN = (asking(GATE_AND_SHARED, coverage) for coverage in (DIRTY, CLEAN))
POLICIES = (OLD_DIRTY, OLD_CLEAN, NEW_DIRTY, NEW_CLEAN)


def claims(lab: Lab, size: Size) -> tuple[Claim, ...]:
    """Gate and shared target or commission, few or many customers asked, with a team and without."""
    team, alone = _lived(lab, size)
    wall = "silo_index"
    return (
        lower("Pay without sight: the silo index falls by less than half of what it falls with sight",
              paid(team, wall, DIRTY), HALF * paid(team, wall, CLEAN)),
        within("Sight without pay does little: the silo index moves by less than 0.05", seen(team, wall, COMMISSION),
               -LITTLE, LITTLE),
        lower("Sight without a team, where pay is for customers: the silo index falls by less than half of what sight "
              "does with a team", seen(alone, wall, GATE_AND_SHARED), HALF * seen(team, wall, GATE_AND_SHARED)),
        *(_more("Pay and sight", name, paid(team, name, CLEAN), paid(team, name, DIRTY)) for name in GOOD),
        *(_more("Pay and team", name, paid(team, name, CLEAN), paid(alone, name, CLEAN)) for name in GOOD),
    )  # fmt: skip


def examine(lab: Lab, size: Size) -> Finding:
    """The claims, and where each company ends."""
    team, alone = _lived(lab, size)
    figures = [
        Figure(f"{MEASURES[name].label}: {where}, {words}", interval(trial.of(policy.id, name, LAST_QUARTER)))
        for name in GOOD for where, trial in (("a team", team), ("no team", alone))
        for words, policy in zip(("commission, few asked", "commission, many asked", "gate, few asked",
                                  "gate, many asked"), POLICIES, strict=True)
    ]  # fmt: skip
    return Finding(claims(lab, size), tuple(figures), picture=_picture(team, alone))


def _lived(lab: Lab, size: Size) -> tuple[Trial, Trial]:
    """A company with a team, and one without."""
    alone = size.scenario.with_parameters(**NO_TEAM)
    return lab.trial(size.scenario, POLICIES), lab.trial(alone, POLICIES)


def paid(trial: Trial, name: str, coverage: float) -> Floats:
    """What the contract for customers brings where so many are asked, counted towards the better."""
    new, old = asking(GATE_AND_SHARED, coverage), asking(COMMISSION, coverage)
    return GOOD[name] * trial.shift(new.id, old.id, name, LAST_QUARTER)


def seen(trial: Trial, name: str, policy: str) -> Floats:
    """What asking many instead of few brings under a policy, counted towards the better."""
    return GOOD[name] * trial.shift(asking(policy, CLEAN).id, asking(policy, DIRTY).id, name, LAST_QUARTER)


def _more(what: str, name: str, together: Floats, alone: Floats) -> Claim:
    """The claim that pay brings more where the other thing is there too: both do more than the sum of each."""
    return higher(f"{what} together do more than the sum: {MEASURES[name].label.lower()}", together, alone)


def _picture(team: Trial, alone: Trial) -> Picture:
    points = [
        Point(MEASURES[name].label, words, where, interval(paid(trial, name, coverage)))
        for name in GOOD
        for where, trial in (("a team", team), ("no team", alone))
        for words, coverage in (("few customers asked", DIRTY), ("many asked", CLEAN))
    ]
    return Picture(
        name="p7-sight-and-team",
        title="Pay, sight and team",
        subtitle="What the gate and shared target makes better against commission, last quarter; 95 % intervals",
        x_title="",
        kind="dots",
        points=tuple(points),
    )


PATTERN = Pattern(
    id="P7",
    title="Pay, sight and team",
    statement="""
        To pay for satisfied customers without seeing them is to pay for luck; to see them without a team changes
        little; both together do more than the sum.""",
    design="""
        From half a year under commission the company goes on under commission or under `gate-and-shared-target`,
        and one in twenty customers is asked or six in ten. The same is done in a company without a team: nobody comes
        to a table because one comes when called, and nobody answers like with like. "More than the sum" means: what
        the contract brings in the last quarter is more where the other thing is there too.""",
    open="""
        Sight is only the survey here: how well what managers are paid for is measured, and how fast divisions learn
        what a table is worth. That people look away from customers, or send a problem to the wrong door because they
        do not know them, is not in the model yet; nor is a team more than courtesy and reciprocity.""",
    claims=claims,
    examine=examine,
)
