"""What a bank of simulated logs depends on, and how one of its logs is made and measured."""

import json
import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from experiments.calibrating.figures import COLUMNS, Floats, figures_of
from experiments.calibrating.windows import Window, in_weeks
from experiments.comparing.course import load_course
from experiments.comparing.jobs import model
from experiments.sweeping.dimension import Dimension
from experiments.xray.simulated import future_log
from experiments.xray.times import HOURS
from sim.company.scenario import Scenario
from sim.company.text import scenario_to_toml
from sim.records.events import START


@dataclass(frozen=True)
class Setting:
    """What a bank of simulated logs depends on; equal texts are equal settings."""

    scenario: Scenario
    dimensions: tuple[Dimension, ...]
    weeks: float
    """In which the cases of the log came."""
    cases: int
    """At most so many of a simulated log are measured."""
    ended: bool
    """Whether only cases that ended count."""
    in_hours: bool
    """Whether times are hours of work."""
    counted: bool
    """Whether it is known how many people share the cases, so that their load can be measured."""
    seed: int
    followed: float = 0.0
    """Weeks after that in which they are seen."""
    times: int = 1
    """So many such stretches in a row are lived: of a small company fewer cases come in each."""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The parameters that are drawn, without their sections."""
        return tuple(each.key.partition(".")[2] for each in self.dimensions)

    @property
    def text(self) -> str:
        """All of it, and the model, as the text of a file."""
        facts = {
            "model": model(), "window_weeks": self.weeks, "followed_weeks": self.followed, "times": self.times,
            "cases": self.cases, "ended": self.ended, "in_hours": self.in_hours, "counted": self.counted,
            "seed": self.seed, "figures": list(COLUMNS),
            "drawn": {each.key: [each.low, each.high] for each in self.dimensions},
            "scenario": scenario_to_toml(self.scenario, commented=False),
        }  # fmt: skip
        return json.dumps(facts, indent=1) + "\n"

    def draw(self, place: int) -> Floats:
        """The values of a draw by its number, shape (dimensions,): each evenly from its plausible range."""
        shares = np.random.default_rng([self.seed, place]).random(len(self.dimensions))
        return np.array([each.value(share) for each, share in zip(self.dimensions, shares, strict=True)])

    def shares(self, drawn: Floats) -> Floats:
        """Values as shares of the way through their plausible ranges, shape (draws, dimensions)."""
        return np.stack([_share(each, column) for each, column in zip(self.dimensions, drawn.T, strict=True)], axis=-1)

    def values(self, shares: Floats) -> Floats:
        """The values at shares, shape (draws, dimensions)."""
        columns = [
            [each.value(share) for share in column] for each, column in zip(self.dimensions, shares.T, strict=True)
        ]
        return np.array(columns, dtype=np.float64).T

    def elsewhere(self, apart: int) -> "Setting":
        """The same with other luck: its futures are those of no bank."""
        return replace(self, seed=(self.seed + apart) % 2**63)

    def at(self, values: Floats) -> Scenario:
        """The scenario with values set, shape (dimensions,)."""
        return self.scenario.with_parameters(**dict(zip(self.names, values.tolist(), strict=True)))

    def log(self, values: Floats, future: int) -> pd.DataFrame:
        """The events of a simulated log, from the first week that counts on."""
        scenario = self.at(values)
        course = load_course(scenario.run.start_policy)
        return future_log(scenario, course, self.window.whole_weeks, self.seed, future, in_hours=self.in_hours)

    def figures(self, values: Floats, future: int) -> Floats:
        """The numbers of a simulated log, shape (figures,)."""
        events = self.log(values, future)
        weeks = in_weeks(events["time"], HOURS if self.in_hours else "")
        luck, company = np.random.default_rng([self.seed, future, 1]), self.scenario.company
        people = company.units * company.divisions * company.employees if self.counted else math.nan
        return figures_of(events, weeks, self.window, ended=self.ended, people=people, most=self.cases, luck=luck)

    @property
    def window(self) -> Window:
        """The weeks of a simulated log that are measured."""
        warmup = self.scenario.run.warmup_weeks
        if self.in_hours:
            return self._from(float(warmup))
        begins = pd.Series([pd.Timestamp(START) + pd.Timedelta(weeks=warmup)])
        return self._from(float(in_weeks(begins, "")[0]))

    def _from(self, begins: float) -> Window:
        return Window(begins, self.weeks, self.followed, self.times, every=float(math.ceil(self.weeks)))


def _share(each: Dimension, values: Floats) -> Floats:
    if each.logarithmic:
        return np.asarray(np.log(values / each.low) / math.log(each.high / each.low))
    return np.asarray((values - each.low) / (each.high - each.low))
