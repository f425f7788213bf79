"""P4: a target that is hopeless or safe does little, one in reach does most."""

from experiments.comparing.intervals import Floats
from experiments.evidence.emergence.lab import COMMISSION, GATE_AND_SHARED, LAST_QUARTER, Lab, Trial
from experiments.evidence.emergence.pattern import Figure, Finding, Pattern, Picture, Point
from experiments.evidence.emergence.sizes import Size
from experiments.evidence.emergence.variants import at_threshold, highest_threshold
from experiments.evidence.emergence.verdict import Claim, higher, interval, lower
from sim.policies import Policy
from sim.records.measures import MEASURES

SAFE, HOPELESS = -1.8, 2.0
"""Points above the score at the contract's start, of about 7.8 in the six-weeks case."""
BETWEEN = (-1.2, -0.6, 0.0, 0.4, 0.8, 1.2, 1.6)
MEASURED = ("silo_index", "avoidable_handoffs", "satisfaction")


def claims(lab: Lab, size: Size) -> tuple[Claim, ...]:
    """The catalogue's threshold against a hopeless and a safe one."""
    policies = _policies(SAFE, highest_threshold(GATE_AND_SHARED), HOPELESS)
    return _claims(_found(lab.trial(size.scenario, [*policies.values()]), policies))


def examine(lab: Lab, size: Size) -> Finding:
    """The claims, and the curve from a safe threshold to a hopeless one."""
    in_reach = highest_threshold(GATE_AND_SHARED)
    policies = _policies(SAFE, *BETWEEN, in_reach, HOPELESS)
    trial = lab.trial(size.scenario, [COMMISSION, *policies.values()])
    found = _found(trial, policies)
    figures = [
        Figure(f"{MEASURES[name].label} with the target {word}, against commission",
               interval(found[name][level] - trial.of(COMMISSION, name, LAST_QUARTER)), signed=True)
        for name in MEASURED for word, level in (("safe", SAFE), ("in reach", in_reach), ("hopeless", HOPELESS))
    ]  # fmt: skip
    peaks = ", ".join(f"{MEASURES[name].label.lower()} {_best(found[name], name):g}" for name in MEASURED)
    note = f"Best of the levels tried, by measure (mean over futures): {peaks}."
    shares = [_share(trial, found[name], name, in_reach) for name in MEASURED]
    return Finding(_claims(found), tuple(figures), (note, *shares), _picture(trial, found, in_reach))


def _policies(*levels: float) -> dict[float, Policy]:
    return {level: at_threshold(GATE_AND_SHARED, level) for level in sorted(set(levels))}


def _found(trial: Trial, policies: dict[float, Policy]) -> dict[str, dict[float, Floats]]:
    """The last quarter by measure and level of the target, future by future."""
    return {
        name: {level: trial.of(policy.id, name, LAST_QUARTER) for level, policy in policies.items()}
        for name in (*MEASURED, "agenda_customer")
    }


def _claims(found: dict[str, dict[float, Floats]]) -> tuple[Claim, ...]:
    in_reach = highest_threshold(GATE_AND_SHARED)
    return tuple(
        (higher if MEASURES[name].better > 0 else lower)(
            f"{MEASURES[name].label}: better with the target at {in_reach:g} than {word} at {end:g}",
            found[name][in_reach],
            found[name][end],
        )
        for name in MEASURED
        for end, word in ((HOPELESS, "hopeless"), (SAFE, "safe"))
    )


def _share(trial: Trial, by_level: dict[float, Floats], name: str, in_reach: float) -> str:
    """How much of the effect in reach the two ends have all the same."""
    stays = interval(trial.of(COMMISSION, name, LAST_QUARTER)).mean
    gain = {level: interval(values).mean - stays for level, values in by_level.items()}
    parts = {word: 100.0 * gain[level] / gain[in_reach] for word, level in (("safe", SAFE), ("hopeless", HOPELESS))}
    words = " and ".join(f"a {word} one {part:.0f} %" for word, part in parts.items())
    return f"{MEASURES[name].label}: of the effect that the target in reach has against commission, {words}."


def _best(by_level: dict[float, Floats], name: str) -> float:
    sign = MEASURES[name].better
    return max(by_level, key=lambda level: sign * interval(by_level[level]).mean)


def _picture(trial: Trial, found: dict[str, dict[float, Floats]], in_reach: float) -> Picture:
    points = []
    for name, by_level in found.items():
        stays = interval(trial.of(COMMISSION, name, LAST_QUARTER))
        for level, values in by_level.items():
            points.append(Point(MEASURES[name].label, "gate and shared target", level, interval(values)))
            points.append(Point(MEASURES[name].label, "commission stays", level, stays))
    return Picture(
        name="p4-threshold",
        title="How high should the target be?",
        subtitle="Last quarter; means over futures with 95 % intervals; dashed: the catalogue's target",
        x_title="Satisfaction that is asked for, points above the start",
        kind="lines",
        points=tuple(points),
        mark=in_reach,
    )


PATTERN = Pattern(
    id="P4",
    title="The level of the target matters",
    statement="""
        A target that cannot be missed, or cannot be met, does less than one that is just in reach: over the level of
        the target the effect is an inverted U.""",
    design="""
        The target and both knock-outs of `gate-and-shared-target` are moved together, from 1.8 points below the score
        at the start to 2.0 above it; everything else stays. In the last quarter the catalogue's own level must give a
        lower silo index, fewer avoidable hand-offs and more satisfied customers than the safest level and than the most
        hopeless one.""",
    open="""
        What is in reach depends on where customers stand, and on how uncertain managers feel; both are assumptions
        here. A knock-out that cannot be met also ends what a manager earns by sales, so a hopeless one is not the
        same as none.""",
    claims=claims,
    examine=examine,
)
