"""Who works here: what each person brings along at hire, and how that follows from the scenario and from luck.

The luck of a person is drawn once and never again, so a change of the scenario in mid-run changes everybody as if
hired with it, and nobody's place among the others (see setting.py).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.chance import stream
from sim.company.scenario import Scenario
from sim.tables import WAYS, Choice, Rows, Task, World

CONDITIONAL, FREE_RIDER, BETWEEN = 0, 1, 2  # kinds of reciprocators (Fischbacher, Gächter & Fehr 2001)
RECIPROCITY = (1.0, 0.0, 0.5)  # strength of each, as a share of the scenario's

type Traits = dict[str, NDArray[np.generic]]
"""What people bring along: by column of their table, a value for each row."""


class Nature(NamedTuple):
    """The luck of everybody at hire, one draw a person."""

    start: NDArray[np.float64]  # uniform: share of the first hour that is over when they begin
    skill: NDArray[np.float64]  # standard normal
    kind: NDArray[np.float64]  # uniform
    meaning: NDArray[np.float64]  # standard normal


def nature(count: int, seed: int, replicate: int) -> Nature:
    """The luck of so many people; the same arguments give the same people."""
    draw = stream("traits", seed, replicate)
    return Nature(draw.random(count), draw.standard_normal(count), draw.random(count), draw.standard_normal(count))


def hire(w: World, scenario: Scenario, heads: NDArray[np.int64], born: Nature) -> None:
    """Everybody at their desk with what they bring along, and with no habit yet. `heads` is by division."""
    people = w.employees
    people.division = np.repeat(np.arange(len(heads)), heads)
    people.problem = -1
    people.task = Task.WAITING
    people.free_at = born.start  # nobody begins at the same minute
    people.hours[:, Task.WAITING] = born.start
    people.habits = 1 / WAYS
    people.way = 1 / len(Choice)
    people.comes = 0.5
    people.effort = people.desk_effort = scenario.effort.effort_base
    for table, traits in ((people, employee_traits(scenario, born)), (w.managers, manager_traits(w, scenario))):
        for column, values in traits.items():
            table[column] = values


def employee_traits(scenario: Scenario, born: Nature) -> Traits:
    """What each employee is like: skill, and what money, work and colleagues mean to them."""
    choice, together, count = scenario.choice, scenario.together, len(born.start)
    kind = np.where(
        born.kind < together.conditional, CONDITIONAL,
        np.where(born.kind < together.conditional + together.free_riders, FREE_RIDER, BETWEEN),
    )  # fmt: skip
    selfish = np.where(kind == FREE_RIDER, choice.selfish_meaning, 1.0)
    return {
        "skill": spread(born.skill, scenario.work.skill_spread),
        "kind": kind,
        "reciprocity": together.reciprocity * np.array(RECIPROCITY)[kind],
        "courtesy": np.where(kind == FREE_RIDER, 0.0, together.courtesy),
        "money_weight": np.full(count, choice.money_weight),
        "meaning_weight": choice.meaning * spread(born.meaning, choice.meaning_spread) * selfish,
        "in_group": np.full(count, choice.in_group),
    }


def manager_traits(w: World, scenario: Scenario) -> Traits:
    """What each manager is like; where there is none, nobody presses."""
    present = w.managers.present
    return {
        "money_weight": np.where(present, scenario.managers.manager_money, 0.0),
        "status_weight": np.full(len(present), scenario.managers.status),
    }


def spread(normal: NDArray[np.float64], sd: float) -> NDArray[np.float64]:
    """Log-normal factors with mean 1, from standard normal draws."""
    return np.exp(sd * normal - 0.5 * sd * sd)


def write_differences(table: Rows, before: Traits, after: Traits) -> None:
    """Write what differs between two versions of the same people; all else stays, also what was changed by hand."""
    for column, values in after.items():
        differs = before[column] != values
        table[column][differs] = values[differs]
