"""All that a report tells of a folder, read once."""

from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from experiments.comparing.intervals import t_intervals
from experiments.comparing.reported import reported
from experiments.showing.language import Lang
from experiments.sweeping.brief import Brief, InBrief
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.found import AtPoint, at_points, failures, in_brief, lived_at
from experiments.sweeping.load import experiment_in, rows_in
from experiments.sweeping.recalled import note_in, reading
from experiments.sweeping.saying import policy_names
from experiments.sweeping.stopping import Until
from experiments.sweeping.units import names

_FIRST = ("satisfaction", "profit", "silo_index")
"""What a finding speaks of first, if it was kept and the experiment does not say what decides."""
_MOST_FIRST = 3


class Progress(NamedTuple):
    """How far a sweep is: points that are done, those of them that stayed undecided, and whether all is over."""

    done: int
    undecided: int
    finished: bool
    model: str
    """The hash of the model's sources that lived it."""


class Gathered:
    """A sweep's folder. Raises RequestError or OSError."""

    def __init__(self, folder: Path, lang: Lang) -> None:
        """Read it; `lang` is the language of names."""
        self.folder, self.lang = folder, lang
        self.experiment: Experiment = experiment_in(folder)
        rows = rows_in(folder, self.experiment)
        self.points: list[AtPoint] = lived_at(rows, self.experiment)
        self.failures = failures(rows, self.experiment)
        self.numbers = list(names(self.experiment.measures, self.experiment.windows))
        self.names = policy_names(self.experiment.question, lang)
        with reading(folder) as journal:
            closed, over = journal.points(), journal.about("files") is not None
            undecided = journal.undecided()
            self.progress = Progress(len(closed), undecided, over, journal.about("model") or "")
        self.brief: InBrief = in_brief(self.experiment, self.points, self.failures, undecided)

    @property
    def others(self) -> tuple[str, ...]:
        """The policies but the first."""
        return self.brief.policies[1:]

    @property
    def base(self) -> str:
        """The name of the first policy."""
        return self.names[self.brief.policies[0]]

    @cached_property
    def first(self) -> tuple[str, ...]:
        """The numbers that matter most, the very first first: of the measure that decides, and in the last window."""
        rule, kept = self.experiment.replicates, self.experiment.measures
        window = "last_quarter" if "last_quarter" in self.experiment.windows else self.experiment.windows[0]
        decides = [f"{rule.window}.{rule.measure}"] if isinstance(rule, Until) else []
        measures = [each for each in dict.fromkeys((*_FIRST, *kept)) if each in kept]
        return tuple(dict.fromkeys((*decides, *(f"{window}.{each}" for each in measures))))[:_MOST_FIRST]

    @cached_property
    def note(self) -> dict[str, Any]:
        """What provenance.json holds; empty where the sweep is not finished. Raises RequestError."""
        return note_in(self.folder) if self.progress.finished else {}

    def row(self, policy: str, number: str) -> Brief:
        """One number of one policy in brief."""
        return next(row for row in self.brief.of(number) if row.policy == policy)

    def better(self, number: str) -> int:
        """+1 if more of it is better, -1 if less is, 0 if that depends."""
        return reported()[number.partition(".")[2]].better

    def frame(self, number: str, policy: str, apart: bool) -> pd.DataFrame:
        """A row a point: point, company, the dimensions (d0, d1, …), mean, low, high and state (charts.State).

        Of a policy's number, or with `apart` of its paired difference from the first; only that can be ahead or behind.
        """
        column, place = self.numbers.index(number), self.brief.policies.index(policy)
        ends = np.stack(t_intervals(at_points(self.points, place, column, apart))[:3], axis=-1)
        where = [self.experiment.point(point.place) for point in self.points]
        table: dict[str, Any] = {"point": [each.place for each in where], "company": [each.company for each in where]}
        for dimension in range(len(self.experiment.dimensions)):
            table[f"d{dimension}"] = [each.values[dimension] for each in where]
        table |= {"mean": ends[:, 0], "low": ends[:, 1], "high": ends[:, 2]}
        found = pd.DataFrame(table)
        better = (self.better(number) or 1) if apart else 0
        found["state"] = [_state(low, high, better) for low, high in ends[:, 1:]]
        return found


def _state(low: float, high: float, better: int) -> str:
    """What an interval says of a difference of which `better` (+1 or -1, 0: neither) is good."""
    way = (int(low > 0.0) - int(high < 0.0)) * better
    return "ahead" if way > 0 else "behind" if way < 0 else "undecided"
