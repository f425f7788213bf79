"""What both pages end in: how the sweep was set up, what this is not, and where it comes from."""

from collections.abc import Iterator
from pathlib import Path

from experiments.reporting.parts import Bullets, Facts, Heading, Part
from experiments.sensing.saying import say
from experiments.showing.language import Lang
from experiments.sweeping.experiment import Experiment
from experiments.sweeping.experiment_file import experiment_to_toml
from experiments.sweeping.recalled import note_in
from experiments.sweeping.report.origin import as_file, model_of, origin, rows_are_in


def set_up(experiment: Experiment, company: str, more: tuple[tuple[str, str], ...], lang: Lang) -> Iterator[Part]:
    """The sweep's design, the company that is looked at, and what the analysis has to add."""
    yield Heading(say("set_up", lang))
    looked_in = ((say("looked_in", lang), company),) if experiment.companies else ()
    yield Facts((*looked_in, *experiment.facts(lang), *more))
    yield Heading(say("is_not", lang))
    yield Bullets((say("not_measured", lang), say("not_outside", lang)))


def comes_from(folder: Path | str, experiment: Experiment, lang: Lang) -> Iterator[Part]:
    """The provenance of the sweep. Raises RequestError or OSError."""
    folder = Path(folder)
    file = as_file(experiment_to_toml(experiment), lang)
    seed = experiment.question.with_seed
    yield from origin(note_in(folder), model_of(folder), seed, lang, rows_are_in(lang), file)
