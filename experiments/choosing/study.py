"""The optimiser, asked for a generation of contracts and told what came of them. Optuna does the searching.

The same seed and the same answers give the same questions, so a search that was killed is asked again from its
beginning and told what is on the disk already; the optimiser itself need not be stored.
"""

import warnings
from typing import TYPE_CHECKING, NamedTuple

from experiments.choosing.choice import TPE, Choice
from experiments.errors import RequestError

if TYPE_CHECKING:
    from optuna.samplers import BaseSampler


class Told(NamedTuple):
    """What came of a contract: its goals, more is better, and by how much it breaks each limit (0 or less: kept)."""

    goals: tuple[float, ...]
    broken: tuple[float, ...]


class Study:
    """A search in the making."""

    def __init__(self, choice: Choice, first: tuple[float, ...] | None = None) -> None:
        """`first` is tried before all others, in shares of the way through each range. Raises RequestError."""
        try:
            import optuna
        except ImportError:
            raise RequestError(
                'choosing a contract needs Optuna; install it with: pip install "siloscope[analysis]"'
            ) from None
        optuna.logging.set_verbosity(optuna.logging.WARNING)
        self._failed = optuna.trial.TrialState.FAIL
        self._many, self._names = choice.search.generation, [each.key for each in choice.dimensions]
        self._study = optuna.create_study(sampler=_sampler(choice), directions=["maximize"] * len(choice.goals))
        if first is not None:
            self._study.enqueue_trial(dict(zip(self._names, first, strict=True)))
        self._asked: list[optuna.Trial] = []

    def ask(self) -> list[tuple[float, ...]]:
        """The next generation, in shares of the way through each range."""
        self._asked = [self._study.ask() for _ in range(self._many)]
        return [tuple(trial.suggest_float(name, 0.0, 1.0) for name in self._names) for trial in self._asked]

    def tell(self, found: list[Told | None]) -> None:
        """What came of that generation, in its order; None where nothing can be said."""
        for trial, told in zip(self._asked, found, strict=True):
            if told is None:
                self._study.tell(trial, state=self._failed)
                continue
            for place, broken in enumerate(told.broken):
                trial.set_constraint(str(place), broken)
            self._study.tell(trial, list(told.goals))


def _sampler(choice: Choice) -> "BaseSampler":
    from optuna.exceptions import ExperimentalWarning
    from optuna.samplers import NSGAIISampler, TPESampler
    from optuna.samplers.nsgaii import SBXCrossover

    seed = choice.question.with_seed % 2**32
    if choice.search.by == TPE:
        return TPESampler(n_startup_trials=choice.search.generation, seed=seed)
    # Simulated binary crossover, as NSGA-II had it (Deb, 2002): numbers of children lie around those of their parents.
    # Optuna calls it experimental; were it to change, a search that is gone on with would be refused, not mixed.
    with warnings.catch_warnings(action="ignore", category=ExperimentalWarning):
        crossover = SBXCrossover()
    return NSGAIISampler(population_size=choice.search.generation, crossover=crossover, seed=seed)
