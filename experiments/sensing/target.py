"""What is asked of each life: a number, its difference from another policy, or whether policies rank as usual.

Every target gives one value a point and future, so the analyses need not know what is asked.
"""

from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np

from experiments.comparing.intervals import Floats
from experiments.comparing.moved import mean
from experiments.comparing.reported import reported
from experiments.comparing.windows import WINDOWS, Window
from experiments.errors import RequestError
from experiments.sensing.answers import Answers
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.units import names
from sim.datafiles.mistakes import nearest, on_one_line
from sim.records.counts import Reported

Kind = Literal["measure", "difference", "first", "ranking"]
KINDS: tuple[Kind, ...] = ("difference", "measure", "first", "ranking")


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked. `policy` and `against` are texts of courses; `policy` is also the favourite of "first"."""

    kind: Kind
    measure: str
    window: Window
    policy: str
    against: str

    @property
    def reported(self) -> Reported:
        """The measure as declared."""
        return reported()[self.measure]

    @property
    def unit(self) -> str:
        """The unit of its values: the measure's, or a share."""
        return self.reported.unit if self.kind in ("measure", "difference") else "share"


def target_of(
    experiment: Experiment,
    kind: Kind = "difference",
    measure: str | None = None,
    window: str | None = None,
    policy: str | None = None,
    against: str | None = None,
) -> Target:
    """A target that this experiment can answer. Raises RequestError.

    Unless named: satisfaction (or the first measure that was kept) in the last window kept, the last policy against
    the first.
    """
    policies = experiment.question.policies
    usual = "satisfaction" if "satisfaction" in experiment.measures else experiment.measures[0]
    found = Target(
        kind, _one_of("measure", measure or usual, experiment.measures),
        _window(window, experiment), _one_of("policy", policy or _last(policies, against), policies),
        _one_of("policy", against or _first(policies, policy), policies),
    )  # fmt: skip
    if kind != "measure" and len(policies) < 2:
        raise RequestError("a difference or a ranking needs two policies; this sweep has one: ask for --of measure")
    if kind == "difference" and found.policy == found.against:
        raise RequestError(f"{found.policy} against itself is no difference; name another policy")
    return found


def values_of(answers: Answers, target: Target, usual: Floats) -> Floats:
    """The target's value of every life, shape (points, futures); NaN where it is not known.

    `usual`: see `usual_of`; a ranking is told by its distance to the usual one.
    """
    numbers = numbers_of(answers, target)
    policies = answers.experiment.question.policies
    place = policies.index(target.policy)
    if target.kind == "measure":
        return numbers[..., place]
    if target.kind == "difference":
        return numbers[..., place] - numbers[..., policies.index(target.against)]
    if target.kind == "first":
        return stays_first(numbers, place, target.reported.better)
    return kendall(numbers, usual)


def usual_of(answers: Answers, target: Target) -> Floats:
    """The means of the policies over these answers, which make the usual ranking, shape (policies,)."""
    return mean(numbers_of(answers, target).reshape(-1, len(answers.experiment.question.policies)), axis=0)


def numbers_of(answers: Answers, target: Target) -> Floats:
    """The measure in the window, shape (points, futures, policies)."""
    experiment = answers.experiment
    columns = list(names(experiment.measures, experiment.windows))
    return answers.numbers[..., columns.index(f"{target.window}.{target.measure}")]


def stays_first(numbers: Floats, place: int, better: int) -> Floats:
    """1 where the policy at that place is the best of all (shape (…, policies)), 0 where not; shared if it is a tie.

    >>> stays_first(np.array([[3.0, 1.0], [2.0, 2.0], [1.0, np.nan]]), 0, better=1).tolist()
    [1.0, 0.5, nan]
    """
    signed = numbers if better >= 0 else -numbers
    best = signed.max(axis=-1, keepdims=True)
    ties = (signed == best).sum(axis=-1)
    found: Floats = np.where(signed[..., place] == best[..., 0], 1.0 / np.maximum(ties, 1), 0.0)
    found[np.isnan(numbers).any(axis=-1)] = np.nan
    return found


def kendall(numbers: Floats, usual: Floats) -> Floats:
    """Share of the pairs of policies that stand the other way round than usual (Kendall's distance); a tie is half.

    >>> kendall(np.array([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0], [2.0, 1.0, 3.0]]), np.array([0.1, 0.2, 0.3])).round(2)
    array([0.  , 1.  , 0.33])
    """
    pairs = list(combinations(range(numbers.shape[-1]), 2))
    apart = [(1.0 - np.sign(numbers[..., a] - numbers[..., b]) * np.sign(usual[a] - usual[b])) / 2.0 for a, b in pairs]
    found: Floats = np.mean(apart, axis=0)
    found[np.isnan(numbers).any(axis=-1)] = np.nan
    return found


def _window(given: str | None, experiment: Experiment) -> Window:
    name = given or experiment.windows[-1]
    return next(each for each in WINDOWS if each == _one_of("window", name, experiment.windows))


def _one_of(kind: str, name: str, known: tuple[str, ...]) -> str:
    if name not in known:
        raise RequestError(f'{kind} "{on_one_line(name)}" is not in this sweep; {nearest(name, known)}')
    return name


def _first(policies: tuple[str, ...], but: str | None) -> str:
    """The first policy that is not the other one."""
    return next((each for each in policies if each != but), policies[0])


def _last(policies: tuple[str, ...], but: str | None) -> str:
    return next((each for each in reversed(policies) if each != but), policies[-1])
