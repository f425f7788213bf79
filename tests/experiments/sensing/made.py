"""Answers of a stand-in for the model, at the points of a design of ours: the pipeline with a known answer."""

from collections.abc import Callable

import numpy as np

from experiments.comparing.intervals import Floats
from experiments.comparing.question import Question
from experiments.sensing.answers import Answers, shares_of
from experiments.sweeping.dimension import Dimension
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.stopping import Fixed

KEYS = ("choice.meaning", "choice.toil", "choice.pressure", "choice.duty", "choice.reluctance", "problems.triage")


def experiment_of(design: str, size: int, dimensions: int = 3, futures: int = 2, seed: int = 5) -> Experiment:
    """An experiment over the first so many parameters, two policies, satisfaction only."""
    return Experiment(
        "made", Question(scenario="small-shop", weeks=4, seed=seed), design=design, size=size,
        dimensions=tuple(Dimension(key, 0.0, 1.0) for key in KEYS[:dimensions]), replicates=Fixed(futures),
        measures=("satisfaction",), windows=("last_quarter",),
    )  # fmt: skip


def answers_of(
    experiment: Experiment, truth: Callable[[Floats], Floats], noise: float = 0.0, futures: int = 2, seed: int = 0
) -> Answers:
    """The first policy answers 0 and the second `truth` of the points, shape (points, dimensions), plus noise."""
    shares = shares_of(experiment)
    true = truth(np.where(np.isnan(shares), 0.5, shares))
    rng = np.random.default_rng(seed)
    numbers = np.zeros((len(true), futures, 2, 1))
    numbers[..., 1, 0] = true[:, None] + noise * rng.standard_normal((len(true), futures))
    return Answers(experiment, experiment.question.scenario, shares, numbers, 0)


def ishigami(shares: Floats) -> Floats:
    """The function of Ishigami and Homma (1990) with a = 7 and b = 0.1, on shares of -π to π."""
    x = (2.0 * shares - 1.0) * np.pi
    found: Floats = np.sin(x[:, 0]) + 7.0 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])
    return found
