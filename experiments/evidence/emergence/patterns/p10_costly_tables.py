"""P10: an incentive to collaborate can end below no incentive when coordination is costly."""

from experiments.comparing.intervals import Floats
from experiments.evidence.emergence.lab import FAIR, LAST_QUARTER, SHARED, Lab, Trial
from experiments.evidence.emergence.pattern import Figure, Finding, Pattern, Picture, Point, titled
from experiments.evidence.emergence.sizes import Size
from experiments.evidence.emergence.variants import asked_as, salary_with_target
from experiments.evidence.emergence.verdict import Claim, higher, interval, one_above
from experiments.showing.numbers import plain
from sim.policies import Policy
from sim.records.measures import MEASURES

HOURS = (0.25, 0.5, 1.0, 2.0, 4.0)
MEASURED = ("satisfaction", "margin", "days_to_solve_median")


def claims(lab: Lab, size: Size) -> tuple[Claim, ...]:
    """Fair salary with and without a shared target of the managers, while a table costs ever more hours."""
    none, target, trials = _lived(lab, size)
    cheap, dear = trials[HOURS[0]], {hours: trials[hours] for hours in HOURS[1:]}
    return (
        higher(f"A table costs {HOURS[0]:g} h: customers are more satisfied with the target than without",
               cheap.of(target.id, "satisfaction", LAST_QUARTER), cheap.of(none.id, "satisfaction", LAST_QUARTER)),
        one_above("A table costs more: somewhere the company is worse off with the target than without",
                  {f"{words}, {hours:g} h": _worse(trial, target, none, name)
                   for hours, trial in dear.items()
                   for name, words in (("satisfaction", "satisfaction"), ("margin", "margin"))}),
    )  # fmt: skip


def examine(lab: Lab, size: Size) -> Finding:
    """The claims, and what the target is worth at each cost."""
    none, target, trials = _lived(lab, size)
    figures = [
        Figure(f"{titled(name)}, {hours:g} h a table: with the target less without",
               interval(trial.shift(target.id, none.id, name, LAST_QUARTER)), signed=True)
        for name in MEASURED for hours, trial in trials.items()
    ]  # fmt: skip
    notes = tuple(_flip(trials, target, none, name) for name in ("satisfaction", "margin"))
    return Finding(claims(lab, size), tuple(figures), notes, _picture(trials, target, none))


def _lived(lab: Lab, size: Size) -> tuple[Policy, Policy, dict[float, Trial]]:
    """The policy without a target, that with one, and how companies fare under both, by what a table costs."""
    none, target = asked_as(FAIR, SHARED), salary_with_target(FAIR, SHARED)
    cost = {hours: size.scenario.with_parameters(meeting_hours=hours) for hours in HOURS}
    return none, target, {hours: lab.trial(scenario, [none, target]) for hours, scenario in cost.items()}


def _worse(trial: Trial, target: Policy, none: Policy, name: str) -> tuple[Floats, Floats]:
    return trial.of(none.id, name, LAST_QUARTER), trial.of(target.id, name, LAST_QUARTER)


def _flip(trials: dict[float, Trial], target: Policy, none: Policy, name: str) -> str:
    """Where the mean difference changes its sign, straight between the hours that were tried."""
    gains = [float(interval(trial.shift(target.id, none.id, name, LAST_QUARTER)).mean) for trial in trials.values()]
    label = MEASURES[name].label
    flips = [
        f"{HOURS[i] + (HOURS[i + 1] - HOURS[i]) * gains[i] / (gains[i] - gains[i + 1]):.2g} h"
        for i in range(len(gains) - 1)
        if gains[i] * gains[i + 1] < 0.0
    ]
    if flips:
        return f"{label}: by the mean over futures the sign changes where a table costs about {' and '.join(flips)}."
    always = "better" if gains[0] > 0.0 else "worse"
    span = f"{plain(min(gains), True)} to {plain(max(gains), True)}"
    return f"{label}: with the target {always} at every cost tried ({span})."


def _picture(trials: dict[float, Trial], target: Policy, none: Policy) -> Picture:
    points = [
        Point(f"{titled(name)}", "with less without a shared target", hours,
              interval(trial.shift(target.id, none.id, name, LAST_QUARTER)))
        for name in ("satisfaction", "margin") for hours, trial in trials.items()
    ]  # fmt: skip
    return Picture(
        name="p10-costly-tables",
        title="When sitting together costs too much",
        subtitle="Effect of a shared target on a company with fair salaries; 95 % intervals",
        x_title="Hours that a table costs each",
        kind="lines",
        points=tuple(points),
    )


PATTERN = Pattern(
    id="P10",
    title="When sitting together costs too much",
    statement="""
        Paying managers for a result that they share helps while meeting is cheap, and can leave the company below
        where it would be without any incentive when meeting is dear.""",
    design="""
        Companies with fair salaries, from half a year under commission. In one, a part of the managers' pay hangs
        on the unit's satisfaction, with the same money and the same survey. What a table costs everyone who sits at
        it rises from a quarter of an hour to four hours. Worse off means: lower satisfaction or lower margin in the
        last quarter (eight looks, Bonferroni).""",
    open="""
        Only the cost of the meeting varies. Coordination may cost in other ways: lost focus, slower decisions.""",
    claims=claims,
    examine=examine,
)
