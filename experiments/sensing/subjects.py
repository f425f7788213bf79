"""What a dimension of an experiment is called, and how a value of it is written."""

from experiments.believing.assumption import Assumption, of
from experiments.believing.saying import value_text, words_of
from experiments.showing.language import Lang
from experiments.sweeping.dimension import Dimension
from experiments.sweeping.experiment import Experiment


def assumption_of(experiment: Experiment, dimension: Dimension) -> Assumption:
    """A dimension with its words."""
    question = experiment.question
    return of(dimension.key, dimension.low, dimension.high, question.of_courses, question.of_scenario)


def name_of(experiment: Experiment, key: str, lang: Lang) -> str:
    """What a dimension is called; its key where it has no name of its own."""
    dimension = next(each for each in experiment.dimensions if each.key == key)
    return words_of(assumption_of(experiment, dimension).subject.label, lang)


def value_of(experiment: Experiment, key: str, value: float, lang: Lang) -> str:
    """A value of a dimension, with the digits that matter in its range."""
    dimension = next(each for each in experiment.dimensions if each.key == key)
    return value_text(assumption_of(experiment, dimension), value, lang)
