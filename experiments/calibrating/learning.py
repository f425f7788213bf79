"""What a bank says of targets (parameters, or figures that were not fitted) where figures are as in a log.

1. A regression on all figures and their products learns what is to be expected of each target (Fearnhead & Prangle
   2012: the best few numbers to compare by are the expected parameters). Predictions are of rows that were not learnt
   from (cross-validation).
2. The draws whose expectations are nearest to the log's are moved along a local line to where the log is (Beaumont,
   Zhang & Balding 2002): joint draws of all targets.
3. The same is done for draws near the log as if they were logs, whose truth is known; intervals are stretched until
   they hold 95 % of these truths (conformal: Romano, Patterson & Candès 2019). So an interval keeps its promise
   whatever the regression is worth; a poor one makes it wide.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from experiments.calibrating.figures import Floats
from experiments.comparing.intervals import CONFIDENCE
from experiments.extras import extra

NEAR, LEAST_NEAR = 0.1, 150
"""Share of the bank that is near, and the fewest draws that are."""
TRIED = 200
"""Draws near the log whose truth tries the intervals."""
_FOLDS, _NEIGHBOURS, _CLIP = 10, 5, 1e-3
_RIDGE = np.logspace(-3, 3, 13)


class Learnt(NamedTuple):
    """Draws of the targets given the log, shape (draws, targets), with their 95 % intervals and middles."""

    draws: Floats
    low: Floats
    middle: Floats
    high: Floats
    stretch: Floats
    """By how much intervals had to be stretched to hold what they promise; 1: not at all."""
    strange: float
    """Share of the bank's logs that lie nearer to others than this one does; near 1: the model makes no such log."""


class Learner:
    """Learns of a bank once; answers for any log. Shapes: figures (draws, figures), targets (draws, targets)."""

    def __init__(self, figures: Floats, targets: Floats, bounded: bool = False) -> None:
        """`bounded` targets lie between 0 and 1, and so do all draws of them."""
        self._bounded = bounded
        self._middle, self._spread = figures.mean(axis=0), figures.std(axis=0)
        self._spread[self._spread == 0.0] = 1.0
        self._figures = self._scaled(figures)
        self._targets = self._free(targets)
        self._expected, self._model = self._learn()

    def ask(self, figures: Floats) -> Learnt:
        """What the figures of a log say, shape (figures,)."""
        scaled = self._scaled(figures)[None]
        here = np.atleast_2d(self._model.predict(scaled))[0].reshape(-1)
        draws = self._moved(here, skip=None)
        near = self._nearest(here, TRIED)
        tried = [(place, self._moved(self._expected[place], skip=place)) for place in near]
        stretch = _stretch([_beyond(found, self._targets[place]) for place, found in tried])
        middle = np.median(draws, axis=0)
        draws = middle + (draws - middle) * stretch
        tail = (1 - CONFIDENCE) / 2
        low, high = np.quantile(draws, [tail, 1 - tail], axis=0)
        draws, low, middle, high = (self._bound(each) for each in (draws, low, middle, high))
        return Learnt(draws, low, middle, high, stretch, self._strange(scaled[0]))

    def _learn(self) -> tuple[Floats, Any]:
        linear, selection = extra("sklearn.linear_model"), extra("sklearn.model_selection")
        pipeline, preprocessing = extra("sklearn.pipeline"), extra("sklearn.preprocessing")
        model = pipeline.make_pipeline(
            preprocessing.PolynomialFeatures(2, include_bias=False), preprocessing.StandardScaler(),
            linear.RidgeCV(_RIDGE),
        )  # fmt: skip
        folds = selection.KFold(_FOLDS, shuffle=True, random_state=0)
        expected = selection.cross_val_predict(model, self._figures, self._targets, cv=folds)
        return expected.reshape(len(self._targets), -1), model.fit(self._figures, self._targets)

    def _moved(self, here: Floats, skip: int | None) -> Floats:
        """Near draws, moved along a weighted local line to expectations `here`; without the draw `skip`."""
        apart = self._apart(here)
        if skip is not None:
            apart[skip] = np.inf
        many = max(LEAST_NEAR, round(NEAR * len(apart)))
        near = np.argpartition(apart, many)[:many]
        weight = np.sqrt(1.0 - (apart[near] / apart[near].max()) ** 2 + 1e-9)  # Epanechnikov's
        x = np.column_stack([np.ones(many), self._expected[near] - here])
        line = np.linalg.lstsq(x * weight[:, None], self._targets[near] * weight[:, None], rcond=None)[0]
        moved = self._targets[near] - x[:, 1:] @ line[1:]
        chosen = np.random.default_rng(0).choice(many, many, p=weight**2 / (weight**2).sum())
        return np.asarray(moved[chosen])

    def _apart(self, here: Floats) -> Floats:
        """How far all draws' expectations are from `here`, in spreads of the targets; what is told counts more."""
        return np.sqrt((((self._expected - here) / self._targets.std(axis=0)) ** 2).sum(axis=1))

    def _nearest(self, here: Floats, many: int) -> NDArray[np.intp]:
        return np.argsort(self._apart(here), kind="stable")[:many]

    def _strange(self, scaled: Floats) -> float:
        """Compared by what is left of the figures once they no longer go together (whitened)."""
        white = extra("sklearn.decomposition").PCA(whiten=True).fit(self._figures)
        rows = white.transform(self._figures)
        neighbours = extra("sklearn.neighbors").NearestNeighbors(n_neighbors=_NEIGHBOURS + 1).fit(rows)
        own = neighbours.kneighbors(rows)[0][:, 1:].mean(axis=1)  # the nearest is the log itself
        other = neighbours.kneighbors(white.transform(scaled[None]), n_neighbors=_NEIGHBOURS)[0].mean()
        return float((own < other).mean())

    def _scaled(self, figures: Floats) -> Floats:
        return np.asarray((figures - self._middle) / self._spread)

    def _free(self, targets: Floats) -> Floats:
        """Targets without bounds (logit), so that nothing is moved beyond them."""
        if not self._bounded:
            return targets
        share = np.clip(targets, _CLIP, 1 - _CLIP)
        return np.asarray(np.log(share / (1 - share)))

    def _bound(self, free: Floats) -> Floats:
        return np.asarray(1 / (1 + np.exp(-free))) if self._bounded else free


def _beyond(draws: Floats, truth: Floats) -> Floats:
    """How many half intervals a truth lies from the middle of draws, shape (targets,): more than 1 is outside."""
    tail = (1 - CONFIDENCE) / 2
    low, middle, high = np.quantile(draws, [tail, 0.5, 1 - tail], axis=0)
    half = np.where(truth < middle, middle - low, high - middle)
    return np.asarray(np.abs(truth - middle) / np.maximum(half, 1e-12))


def _stretch(beyond: list[Floats]) -> Floats:
    """The factor that makes intervals hold as many of the truths as they promise, shape (targets,)."""
    return np.asarray(np.quantile(np.stack(beyond), min(1.0, CONFIDENCE * (1 + 1 / len(beyond))), axis=0))
