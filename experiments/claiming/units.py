"""What a worker does: it lives one company of a draw, asks every pattern of it, and gives back how far each claim is.

A unit is one draw under one rule in one size. It lives one future, whose number is that of the draw, so that the draws
together are the spread of both: of what is uncertain, and of luck.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from experiments.claiming.asked import RULES, examined
from experiments.claiming.draws import drawn
from experiments.comparing.compare import Comparison
from experiments.comparing.course import CourseLike, load_course
from experiments.comparing.jobs import Job, live
from experiments.errors import RequestError
from experiments.evidence.emergence.lab import Lab
from experiments.evidence.emergence.pattern import Pattern
from experiments.evidence.emergence.patterns import patterns
from experiments.evidence.emergence.sizes import Size, sizes
from experiments.evidence.emergence.verdict import Kind
from experiments.sweeping.program import program
from sim.company.scenario import Scenario

_ROOT = Path(__file__).parents[1]
_READ = (
    "claiming/asked.py", "claiming/draws.py", "claiming/units.py", "evidence/calibrate.py",
    "evidence/emergence/lab.py", "evidence/emergence/shapley.py", "evidence/emergence/sizes.py",
    "evidence/emergence/variants.py", "evidence/emergence/verdict.py", "evidence/emergence/patterns/*.py",
)  # fmt: skip
"""What decides about a number here beside what decides about it in a sweep."""


class Unit(NamedTuple):
    """One draw under one rule in one size."""

    rule: str
    size: str
    draw: int


class Told(NamedTuple):
    """A claim as it stands in its pattern: in words, what it asks of its cases, and what these are called."""

    text: str
    kind: Kind
    looks: int
    cases: tuple[str, ...]


class Found(NamedTuple):
    """What came of a pattern: how far each case of each claim lies on its right side, NaN where undefined."""

    pattern: str
    told: tuple[Told, ...]
    apart: tuple[float, ...]
    error: str = ""


class Lived(NamedTuple):
    """What came of a unit."""

    unit: Unit
    found: tuple[Found, ...]
    error: str = ""

    @property
    def failed(self) -> bool:
        """Whether anything went wrong in it."""
        return bool(self.error) or any(each.error for each in self.found)


class Task(NamedTuple):
    """Units for one worker; who lives it must be this program."""

    units: tuple[Unit, ...]
    seed: int
    program: str


class Done(NamedTuple):
    """A task's results, and the seconds that it took."""

    lived: tuple[Lived, ...]
    seconds: float


def live_task(task: Task) -> Done:
    """Live all units of a task; what goes wrong in one is its result. Raises RequestError in another program."""
    if task.program != own_program():
        raise RequestError(
            f"a worker has another version of siloscope ({own_program()}, and this program is {task.program}); "
            "results of two versions must not be mixed: install the same on each machine"
        )
    begin = perf_counter()
    return Done(tuple(_lived(unit, task.seed) for unit in task.units), perf_counter() - begin)


def all_failed(task: Task, error: str) -> Done:
    """The results of a task of which nothing could be lived."""
    return Done(tuple(Lived(unit, (), error) for unit in task.units), 0.0)


@cache
def own_program() -> str:
    """Hash of all that decides about a number here (16 hex digits)."""
    digest = hashlib.sha256(program().encode())
    for pattern in _READ:
        for path in sorted(_ROOT.glob(pattern)):
            digest.update(path.relative_to(_ROOT).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _lived(unit: Unit, seed: int) -> Lived:
    try:
        size = company(next(each for each in sizes() if each.id == unit.size), unit.rule, seed, unit.draw)
        lab = Lab(1)
        lab.runs = partial(_one_future, seed, unit.draw)
        known = patterns()
        return Lived(unit, tuple(_found(known[each], lab, size) for each in examined(unit.draw)))
    except Exception as error:  # of any kind: it is one among many
        return Lived(unit, (), f"{type(error).__name__}: {error}")


def _found(pattern: Pattern, lab: Lab, size: Size) -> Found:
    """What a pattern finds in one company; what goes wrong in it leaves the other patterns alone."""
    try:
        claims = pattern.claims(lab, size)
    except Exception as error:
        return Found(pattern.id, (), (), f"{type(error).__name__}: {error}")
    told = tuple(Told(claim.text, claim.kind, claim.looks, tuple(claim.cases)) for claim in claims)
    apart = tuple(float(case[0]) for claim in claims for case in claim.cases.values())
    return Found(pattern.id, told, apart)


def _one_future(seed: int, future: int, scenario: Scenario, courses: Sequence[CourseLike], *, weeks: int) -> Comparison:
    """One future of a company along its courses, in this thread; `future` is its number."""
    job = Job(scenario, tuple(map(load_course, courses)), seed, future, weeks)
    return Comparison(scenario, job.courses, seed, live(job)[:, None], replicate_numbers=(future,))


def company(size: Size, rule: str, seed: int, draw: int) -> Size:
    """A size with the numbers of a draw, in which people decide by a rule."""
    values = drawn(seed, draw) | {"rule": float(RULES.index(rule))}
    return replace(size, scenario=size.scenario.with_parameters(**values))
