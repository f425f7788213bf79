"""What a worker does: it lives units, and gives back the numbers that are kept, or what went wrong.

A task is small to send: the question, and for each unit where it is and what is set there. What comes back depends on
the unit alone, so neither the number of workers nor the order in which they finish changes a bit of any result.
"""

import hashlib
import json
from collections.abc import Iterator
from functools import lru_cache
from time import perf_counter
from typing import NamedTuple

import numpy as np

from experiments.comparing.comparison import Comparison
from experiments.comparing.course import course_to_toml
from experiments.comparing.intervals import Floats
from experiments.comparing.jobs import Job, live, model
from experiments.comparing.question import Question
from experiments.comparing.warmups import content
from experiments.comparing.windows import Window
from experiments.errors import RequestError
from experiments.sweeping.experiment import Settings, place_in
from experiments.sweeping.program import program
from sim.policies.reading import policy_to_toml

KEY_BYTES = 16


class Unit(NamedTuple):
    """One point in one future: the point's place, the number of the future, and what makes the point what it is."""

    place: int
    replicate: int
    company: str
    settings: Settings


class Task(NamedTuple):
    """Units for one worker, and which numbers it is to keep of them."""

    question: Question
    units: tuple[Unit, ...]
    measures: tuple[str, ...]
    windows: tuple[Window, ...]
    program: str = ""
    """Who lives it must be this program, see program.py; empty: any will do."""


class Lived(NamedTuple):
    """What came of a unit: `values`, shape (policies, windows × measures), NaN where undefined, or an error."""

    place: int
    replicate: int
    key: bytes
    """Hash of all that it depends on: the model's sources, the company, the policies, the seed and the future."""
    values: Floats
    error: str = ""


class Done(NamedTuple):
    """A task's results, and the seconds that its worker took: in all, and in the compiled model."""

    lived: tuple[Lived, ...]
    seconds: float
    model_seconds: float


def live_task(task: Task) -> Done:
    """Live all units of a task; what goes wrong in one is its result, and the next is lived.

    Raises RequestError if the task comes from another version of the program.
    """
    if task.program not in ("", program()):
        raise RequestError(
            f"a worker has another version of siloscope ({program()}, and this program is {task.program}); "
            "results of two versions must not be mixed: install the same on each machine"
        )
    begin, inside = perf_counter(), 0.0
    found = []
    for unit in task.units:
        try:
            asked, key = asked_at(task.question, unit.company, unit.settings)
            job = Job(asked.of_scenario, asked.of_courses, asked.with_seed, unit.replicate, asked.in_weeks)
            started = perf_counter()
            rows = live(job)
            inside += perf_counter() - started
            comparison = Comparison(
                job.scenario, job.courses, job.seed, rows[:, None], replicate_numbers=(job.replicate,)
            )
            values = kept(comparison, task.measures, task.windows)[:, 0]
            found.append(Lived(unit.place, unit.replicate, key_of(key, unit.replicate), values))
        except Exception as error:  # of any kind: it is one row among many
            found.append(failed(task, unit, f"{type(error).__name__}: {error}"))
    return Done(tuple(found), perf_counter() - begin, inside)


def failed(task: Task, unit: Unit, error: str) -> Lived:
    """The result of a unit that could not be lived; it has its key, unless that is what cannot be made."""
    shape = (len(task.question.policies), len(task.windows) * len(task.measures))
    try:
        key = key_of(asked_at(task.question, unit.company, unit.settings)[1], unit.replicate)
    except Exception:
        key = b""
    return Lived(unit.place, unit.replicate, key, np.full(shape, np.nan), error or "unknown")


def all_failed(task: Task, error: str) -> Done:
    """The results of a task of which nothing could be lived."""
    return Done(tuple(failed(task, unit, error) for unit in task.units), 0.0, 0.0)


def kept(found: Comparison, measures: tuple[str, ...], windows: tuple[Window, ...]) -> Floats:
    """The numbers of a comparison in the order of `names`, shape (policies, replicates, windows × measures)."""
    return np.stack([found.measure(measure, window) for window in windows for measure in measures], axis=-1)


def names(measures: tuple[str, ...], windows: tuple[Window, ...]) -> Iterator[str]:
    """The names of the numbers that are kept: `last_quarter.satisfaction`."""
    return (f"{window}.{measure}" for window in windows for measure in measures)


def key_of(point: bytes, replicate: int) -> bytes:
    """The key of a unit."""
    return hashlib.blake2b(point + replicate.to_bytes(8, "big"), digest_size=KEY_BYTES).digest()


@lru_cache(maxsize=32)
def asked_at(question: Question, company: str, settings: Settings) -> tuple[Question, bytes]:
    """The question at a point, and a hash of all that its results depend on but the future (32 bytes)."""
    asked = place_in(question, company, settings)
    policies = {policy for course in asked.of_courses for policy in course.policies}
    depends = [
        model(), content(asked.of_scenario), [course_to_toml(course) for course in asked.of_courses],
        sorted(map(policy_to_toml, policies)), asked.with_seed, asked.in_weeks,
    ]  # fmt: skip
    return asked, hashlib.blake2b(json.dumps(depends).encode(), digest_size=32).digest()
