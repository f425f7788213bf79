"""Knock-outs: one mechanism of the model at a time is switched off. Which of them carries the six-weeks effect?

Each company goes from sales commission to the gate and shared target, or stays, with the same luck; the effect is the
difference in the last quarter of the year. In a notebook:

    from experiments.evidence.emergence.lab import Lab
    from experiments.evidence.emergence.knockouts import knocked_out
    knocked_out(Lab(10), load_scenario("six-weeks"))
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from experiments.comparing.intervals import CONFIDENCE, Floats, Interval
from experiments.evidence.emergence.lab import COMMISSION, GATE_AND_SHARED, LAST_QUARTER, Lab
from experiments.evidence.emergence.pattern import Picture, Point
from experiments.evidence.emergence.verdict import chance_if_equal, interval, spread
from experiments.showing.markdown import table
from experiments.showing.numbers import number, plain
from sim.company.scenario import Scenario
from sim.records.measures import MEASURES

NOTHING = "nothing"

KNOCK_OUTS: dict[str, dict[str, float]] = {
    NOTHING: {},
    "trust": {"trust_matters": 0.0, "trust_rate": 0.0, "trust_volley": 0.0},
    "habit": {"habit_strength": 0.0},
    "learning": {"learning": 0.0},
    "the survey's delay": {"survey_delay": 0.0},
    "doubt about a new contract": {"belief_announced": 1.0},
    "attention": {"attention": 0.0},
    "authority": {"authority": 0.0},
    "status": {"status": 0.0},
    "reciprocity and courtesy": {"reciprocity": 0.0, "courtesy": 0.0},
    "reciprocity": {"reciprocity": 0.0},
    "courtesy": {"courtesy": 0.0},
    "meaning": {"meaning": 0.0},
    "toil": {"toil": 0.0},
    "duty, which keeps people from idling": {"duty": 0.0},
    "disputes": {"disputes": 0.0},
    "hurry": {"hurry": 0.0},
    "stand-ins": {"stand_ins_most": 0.0},
    "peer pressure": {"peer_pressure": 0.0},
}
"""What is switched off, and which parameters that sets."""

MEASURED = (
    "silo_index", "avoidable_handoffs", "invitation_acceptance_in_unit", "invitation_acceptance_cross_unit",
    "agenda_customer", "satisfaction",
)  # fmt: skip

INTRO = """\
Every mechanism has a strength that can be set to zero. Here each is switched off in turn in the six-weeks company,
which then goes from commission to the gate and shared target, or stays. The table shows the effect of the switch in the
last quarter of the year: with the new contract less with the old, mean over futures and 95 % interval. **Bold**: the
effect is not what it is in the full model, future by future, beyond what chance would bring in 1 of 20 such tables
(Bonferroni). Weeks: until nine tenths of the lasting shift of the silo index is made and kept, like weeks of the
quarter compared (mean over futures); – if no week can be named. A knock-out changes the company before the switch too:
the last table shows where it starts from.

"""


@dataclass(frozen=True, slots=True)
class KnockedOut:
    """What the switch of policy does without one mechanism; effects and levels by measure."""

    name: str
    effects: dict[str, Interval]
    changes: dict[str, Interval]
    changed: frozenset[str]
    levels: dict[str, Interval]
    weeks: float


def knocked_out(lab: Lab, scenario: Scenario, told: Callable[[str], None] | None = None) -> list[KnockedOut]:
    """One row a mechanism, the full model first; `told(name)` is called before each."""
    full: dict[str, Floats] = {}
    rows = []
    looks = (len(KNOCK_OUTS) - 1) * len(MEASURED)
    for name, values in KNOCK_OUTS.items():
        if told is not None:
            told(f"without {name}")
        trial = lab.trial(scenario.with_parameters(**values), [COMMISSION, GATE_AND_SHARED])
        effects = {each: trial.shift(GATE_AND_SHARED, COMMISSION, each, LAST_QUARTER) for each in MEASURED}
        full = full or effects
        apart = {each: effects[each] - full[each] for each in MEASURED}
        clear = {each for each in MEASURED if chance_if_equal(apart[each]) < (1.0 - CONFIDENCE) / looks}
        rows.append(
            KnockedOut(
                name,
                {each: interval(values) for each, values in effects.items()},
                {each: interval(values) for each, values in apart.items()},
                frozenset(clear),
                {each: interval(trial.of(COMMISSION, each, LAST_QUARTER)) for each in MEASURED},
                trial.comparison.changes()[GATE_AND_SHARED].weeks,
            )
        )
    return rows


def knock_outs_markdown(rows: Sequence[KnockedOut]) -> str:
    """The section of the page: two tables and what they say."""
    head = ("switched off", *(MEASURES[each].label for each in MEASURED))
    effects = [
        (row.name, *(_bold(spread(row.effects[each]), each in row.changed) for each in MEASURED), in_weeks(row))
        for row in rows
    ]
    levels = [(row.name, *(plain(row.levels[each].mean) for each in MEASURED)) for row in rows]
    return "".join(
        [
            INTRO, table((*head, "Weeks"), effects), "\n", *sentences(rows),
            "\nUnder commission, without the mechanism (last quarter, mean over futures):\n\n", table(head, levels),
        ]
    )  # fmt: skip


def sentences(rows: Sequence[KnockedOut]) -> list[str]:
    """What each knock-out changes, as list items."""
    full = rows[0]
    found = []
    for row in rows[1:]:
        changed = [each for each in MEASURED if each in row.changed]
        words = "; ".join(
            f"{MEASURES[each].label.lower()} {plain(row.effects[each].mean, signed=True)} instead of "
            f"{plain(full.effects[each].mean, signed=True)}"
            for each in changed
        )
        found.append(f"- Without {row.name}: {words or 'no effect differs clearly'}.\n")
    return found


def in_weeks(row: KnockedOut) -> str:
    """Weeks to change."""
    return number(row.weeks, 0)


def picture(rows: Sequence[KnockedOut]) -> Picture:
    """The effects on two measures, side by side."""
    names = {row.name: "full model" if row.name == NOTHING else f"without {row.name}" for row in rows}
    points = [
        Point(MEASURES[each].label, "", names[row.name], row.effects[each])
        for each in ("silo_index", "avoidable_handoffs")
        for row in rows
    ]
    return Picture(
        name="knock-outs",
        title="Which mechanism carries the effect?",
        subtitle="Gate and shared target less commission, last quarter; means over futures with 95 % intervals",
        x_title="",
        kind="dots",
        points=tuple(points),
    )


def _bold(text: str, is_bold: bool) -> str:
    return f"**{text}**" if is_bold else text
