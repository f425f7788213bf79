"""Compare reward policies under the same luck: warm up under the scenario's start policy, switch, live on, N futures.

In a notebook:

    from experiments.comparing.compare import compare
    found = compare(Scenario(), ["sales-commission", "gate-and-shared-target"], replicates=20)
    found.paired()["gate-and-shared-target"]["week6"]["silo_index"]  # Difference(mean=…, low=…, high=…, …)
    found.weekly_frame()  # a pandas frame, one row a policy, future and week

A course of several policies is compared like a policy: "gate-and-shared-target > sales-commission@26". To look at
results as they arrive, see `stream` (jobs.py) and `collected`.
"""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import closing

import numpy as np

from experiments.comparing.comparison import Comparison
from experiments.comparing.course import MOST_WEEKS, Course, CourseLike, load_course
from experiments.comparing.jobs import Job, Progress, jobs_of, stream
from experiments.comparing.warmups import Warmups
from experiments.errors import RequestError
from sim.company.scenario import Scenario
from sim.policies import Policy

__all__ = ["Comparison", "collected", "compare"]


def compare(
    scenario: Scenario,
    courses: Sequence[CourseLike],
    *,
    replicates: int | None = None,
    seed: int | None = None,
    weeks: int | None = None,
    workers: int | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
    warmups: Warmups | None = None,
) -> Comparison:
    """Compare policies, or courses of policies, in a scenario; the first is the one that the others are set against.

    `replicates`, `seed` and `weeks` (from the switch on) default to the scenario's. `workers` threads (default: all
    cores) share the work, or an `executor` of yours, say a ProcessPoolExecutor: the result is the same to the bit, and
    so it is with `warmups` kept from comparison to comparison. `progress(done, replicates)` is called in this thread.
    Raises PolicyError for a policy that cannot be read and RequestError for numbers out of range, a step after the last
    week, or a policy that is given twice.
    """
    chosen = tuple(map(load_course, courses))
    replicates, weeks, seed = checked(scenario, chosen, replicates, weeks, seed, workers)
    jobs = jobs_of(scenario, chosen, seed=seed, replicates=range(replicates), weeks=weeks)
    with closing(stream(jobs, executor=executor, workers=workers, warmups=warmups)) as results:
        return collected(_told(results, replicates, progress))


def collected(results: Iterable[tuple[Job, np.ndarray]]) -> Comparison:
    """The comparison of jobs that differ in their replicate only, as far as they are there, in whatever order.

    Raises RequestError if there is none, or if they differ in more.
    """
    rows: dict[int, np.ndarray] = {}
    whole: set[tuple[Scenario, tuple[Course, ...], int, int]] = set()
    for job, found in results:
        rows[job.replicate] = found
        whole.add((job.scenario, job.courses, job.seed, job.weeks))
    if len(whole) != 1:
        raise RequestError("a comparison is made of one future at least, and of one scenario, seed and set of courses")
    scenario, courses, seed, _ = whole.pop()
    numbers = tuple(sorted(rows))
    side_by_side = np.stack([rows[number] for number in numbers], axis=1)
    return Comparison(scenario, courses, seed, side_by_side, replicate_numbers=numbers)


def checked(
    scenario: Scenario,
    courses: Sequence[Course],
    replicates: int | None = None,
    weeks: int | None = None,
    seed: int | None = None,
    workers: int | None = None,
) -> tuple[int, int, int]:
    """Futures, weeks after the switch, and seed; the scenario's where None is given.

    Raises RequestError as `compare` does, before anything is lived.
    """
    run = scenario.run
    replicates = run.replicates if replicates is None else replicates
    weeks = run.weeks if weeks is None else weeks
    seed = run.seed if seed is None else seed
    check_courses(courses)
    check_number("replicates", replicates, 1, 100_000)
    check_number("weeks", weeks, 1, MOST_WEEKS)
    check_number("seed", seed, 0, 2**63 - 1)
    if workers is not None:
        check_number("workers", workers, 1, 10_000)
    for course in courses:
        course.stretches(weeks)
    return replicates, weeks, seed


def check_courses(courses: Sequence[Course]) -> None:
    """Refuse no course at all, two of the same name, and two policies of the same name. Raises RequestError."""
    if not courses:
        raise RequestError("there is no policy to compare; name at least one")
    names = [course.id for course in courses]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise RequestError(f'policy "{twice}" is given twice; every policy needs a name of its own')
    known: dict[str, Policy] = {}
    for policy in (policy for course in courses for policy in course.policies):
        if known.setdefault(policy.id, policy) != policy:
            raise RequestError(f'policy "{policy.id}" is two different policies; every policy needs a name of its own')


def check_number(name: str, value: int, low: int, high: int) -> None:
    """Refuse a number that is out of range. Raises RequestError."""
    if not low <= value <= high:
        raise RequestError(f"{name} = {value} must be a whole number from {low:,} to {high:,}")


def _told(
    results: Iterator[tuple[Job, np.ndarray]], replicates: int, progress: Progress | None
) -> Iterator[tuple[Job, np.ndarray]]:
    """The results, and word of each to `progress`."""
    for done, result in enumerate(results, start=1):
        if progress is not None:
            progress(done, replicates)
        yield result
