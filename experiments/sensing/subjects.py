"""What a dimension of an experiment is called, and how a value of it is written."""

from functools import lru_cache

from experiments.believing.saying import value_text, words_of
from experiments.believing.subject import Subject, contract_numbers
from experiments.showing.language import Lang
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.sizes import Size, sizes
from sim.parameters import declared


def name_of(experiment: Experiment, key: str, lang: Lang) -> str:
    """What a dimension is called; of a number of a contract also of which part."""
    return words_of(_subjects(experiment)[key].label, lang)


def value_of(experiment: Experiment, key: str, value: float, lang: Lang) -> str:
    """A value of a dimension, with the digits that matter in its range."""
    dimension = next(each for each in experiment.dimensions if each.key == key)
    return value_text(dimension, value, lang)


@lru_cache(maxsize=4)
def _subjects(experiment: Experiment) -> dict[str, Subject | Size]:
    """What can be varied in an experiment, by key."""
    question = experiment.question
    known: list[Subject | Size] = [
        *declared(),
        *sizes().values(),
        *contract_numbers(question.of_courses, question.of_scenario),
    ]
    return {each.key: each for each in known}
