"""The company as it is, with nothing varied: what a ranking is usual by."""

from pathlib import Path

import numpy as np

from experiments.sensing.answers import Answers
from experiments.sweeping.recalled import reading
from experiments.sweeping.units import Task, Unit, live_task
from sim.compiled import source_hash


def in_design(answers: Answers) -> Answers | None:
    """The company as it is, as the one point of answers, where the design holds it: one at a time does."""
    bare = np.flatnonzero(np.isnan(answers.values).all(axis=1))
    return answers._replace(numbers=answers.numbers[bare[:1]]) if len(bare) else None


def lived(folder: Path, answers: Answers) -> Answers | None:
    """The same, lived here in the sweep's own futures and by the same luck where the design holds it not.

    None if the model is another by now than the one that made the folder.
    """
    known = in_design(answers)
    if known is not None:
        return known
    with reading(folder) as journal:
        if journal.about("model") != source_hash():
            return None
    experiment = answers.experiment
    company = answers.company if experiment.companies else ""
    futures = range(experiment.first, experiment.first + answers.numbers.shape[1])
    units = tuple(Unit(0, future, company, ()) for future in futures)
    done = live_task(Task(experiment.question, units, experiment.measures, experiment.windows))
    return answers._replace(numbers=np.stack([each.values for each in done.lived])[None])
