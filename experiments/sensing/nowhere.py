"""Which parameters move none of the numbers that a sweep kept, under none of its policies: candidates to go.

Two strengths of nothing: not a digit of any number ever changed (certain, for what was swept), and no change that
stands out from chance in any number (given how many were looked at).
"""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from experiments.comparing.intervals import Floats
from experiments.errors import RequestError
from experiments.sensing.answers import Answers, answers_in
from experiments.sensing.effects import SURE, is_still
from experiments.sensing.methods.morris import elementary
from experiments.sensing.noise import among_many, p_of_chance
from experiments.sensing.saying import say
from experiments.sensing.subjects import name_of
from experiments.showing.language import Lang
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.units import names


class Nowhere(NamedTuple):
    """Keys of parameters by what they move, and for those that move something the number that they move most surely."""

    experiment: Experiment
    still: tuple[str, ...]
    lost: tuple[str, ...]
    """Something changes, and nothing that stands out from chance."""
    moving: dict[str, tuple[str, float]]
    """Key to the number, as it is called in the files, and how likely chance alone did it."""
    numbers: int
    policies: int


def nowhere(folder: Path | str, company: str | None = None) -> Nowhere:
    """What each parameter of a Morris or a one-at-a-time sweep moves at all. Raises RequestError or OSError."""
    return nowhere_of(answers_in(folder, company))


def nowhere_of(answers: Answers) -> Nowhere:
    """The same of answers at hand."""
    experiment = answers.experiment
    keys = [each.key for each in experiment.dimensions]
    called = list(names(experiment.measures, experiment.windows))
    policies = len(experiment.question.policies)
    chances = np.full((len(keys), len(called), policies), np.nan)
    still = np.ones(len(keys), dtype=bool)
    for column in range(len(called)):
        for policy in range(policies):
            for place, each in enumerate(_changes(answers, answers.numbers[:, :, policy, column])):
                still[place] &= is_still(each)
                chances[place, column, policy] = p_of_chance(each)
    told = among_many(chances.ravel()).reshape(chances.shape).min(axis=2, initial=1.0, where=np.isfinite(chances))
    moving = {
        key: (called[int(row.argmin())], float(row.min())) for key, row in zip(keys, told, strict=True)
        if row.min() < SURE
    }  # fmt: skip
    return Nowhere(
        experiment, tuple(key for key, nothing in zip(keys, still, strict=True) if nothing),
        tuple(key for key, nothing in zip(keys, still, strict=True) if not nothing and key not in moving), moving,
        len(called), policies,
    )  # fmt: skip


def as_json(found: Nowhere, lang: Lang) -> dict[str, Any]:
    """Plain values, and the same in sentences."""
    moving = {key: {"number": number, "chance": chance} for key, (number, chance) in found.moving.items()}
    return {"says": says(found, lang), "still": list(found.still), "lost": list(found.lost), "moving": moving}


def says(found: Nowhere, lang: Lang) -> list[str]:
    """A few sentences; every name is said, because something may be deleted for it."""
    of = {"numbers": found.numbers, "policies": found.policies}
    told = [say("nowhere_moving", lang, count=len(found.moving), of=len(found.experiment.dimensions), **of)]
    for kind, keys in (("still", found.still), ("lost", found.lost)):
        named = ", ".join(f"{name_of(found.experiment, key, lang)} ({key})" for key in keys)
        told.append(say(f"nowhere_{kind}" if keys else f"nowhere_{kind}_none", lang, names=named))
    return told


def _changes(answers: Answers, values: Floats) -> Floats:
    """Changes of one number, shape (dimensions, spots, futures)."""
    design, many = answers.experiment.design, len(answers.experiment.dimensions)
    if design == "morris":
        return elementary(answers.shares, values)
    if design == "one":
        ends: Floats = values[1:].reshape(many, 2, -1) - values[0]
        return ends
    if design == "sobol":
        blocks = values.reshape(-1, many + 2, values.shape[-1])
        found: Floats = np.moveaxis(blocks[:, 1:-1] - blocks[:, :1], 1, 0)
        return found
    raise RequestError(f"a design of kind {design} says nothing of single parameters; sweep with one, morris or sobol")
