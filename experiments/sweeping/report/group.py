"""What a picture is of: one number of a sweep, in one company, over the dimensions that vary."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from experiments.comparing.reported import label_of, reported
from experiments.reporting.charts import Axes
from experiments.showing.numbers import UNDEFINED, chart_format, shown, unit_of
from experiments.sweeping.dimension import Dimension
from experiments.sweeping.report.finding import say
from experiments.sweeping.report.gathered import Gathered
from experiments.sweeping.saying import Named, dimension_name

MOST_DOTS = 400


def thinned(rows: pd.DataFrame) -> pd.DataFrame:
    """So many rows that a page stays light, evenly among them."""
    if len(rows) <= MOST_DOTS:
        return rows
    return rows.iloc[np.linspace(0, len(rows) - 1, MOST_DOTS).round().astype(int)]


class Group(NamedTuple):
    """One number of a sweep in one company (empty: there is but one), with the points that are its own."""

    found: Gathered
    number: str
    company: str
    mine: tuple[bool, ...]
    varied: tuple[int, ...]
    """Places of the dimensions that vary."""

    @property
    def label(self) -> str:
        """What the number is called."""
        return label_of(self.number.partition(".")[2], self.found.lang)

    @property
    def difference(self) -> str:
        """What a difference in it is called."""
        return say("difference", self.found.lang, measure=self.label.lower())

    @property
    def unit(self) -> str:
        """In what unit it is, as declared."""
        return reported()[self.number.partition(".")[2]].unit

    def dimension(self, place: int) -> Dimension:
        """A dimension by its place."""
        return self.found.experiment.dimensions[place]

    def name(self, place: int) -> Named:
        """What a dimension is called."""
        return dimension_name(self.found.experiment.question, self.dimension(place).key, self.found.lang)

    def frame(self, policy: str, apart: bool) -> pd.DataFrame:
        """The points of this company; see Gathered.frame. Those at which the number is not defined are left out."""
        rows = self.found.frame(self.number, policy, apart)
        return rows[list(self.mine)].dropna(subset="mean").reset_index(drop=True)

    def title(self, key: str, **values: object) -> str:
        """The title of a picture, with the company if there are several."""
        said = say(key, self.found.lang, measure=self.label, **values)
        return f"{said} [{self.company}]" if self.company else said

    def axes(self, rows: pd.DataFrame, x: str, y: str, dimension: Dimension | None = None) -> Axes:
        """Axes for these rows, whose y is this number; x is a dimension if one is given."""
        length = float(rows[["mean", "high"]].max().max() - rows[["mean", "low"]].min().min())
        unit = unit_of(self.unit, self.found.lang)
        head = f"{y} ({unit})" if unit else y
        return Axes(x, head, chart_format(self.unit, length), logarithmic=bool(dimension and dimension.logarithmic))

    def apart(self, policy: str) -> str:
        """What is drawn of a policy: its difference from the first, or the number itself if it is the only one."""
        names, lang = self.found.names, self.found.lang
        if not self.found.others:
            return self.label
        return say("less", lang, measure=self.label, policy=names[policy], base=self.found.base)

    def written(self, value: float, signed: bool = False) -> str:
        """A value of this number."""
        return shown(value, self.unit, self.found.brief.scale(self.number), self.found.lang, signed)

    def with_ends(self, row: pd.Series, signed: bool = False) -> str:
        """Mean and interval of a row of a frame."""
        mean, low, high = (self.written(float(row[each]), signed) for each in ("mean", "low", "high"))
        return mean if low == UNDEFINED else say("between", self.found.lang, mean=mean, low=low, high=high)
