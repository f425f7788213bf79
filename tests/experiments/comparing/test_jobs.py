"""Results stream: the same bits from every executor, prompt stops, keys made of content, and warm-ups that are kept."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from multiprocessing import get_context

import numpy as np
import pytest

from experiments.comparing import jobs as jobs_module
from experiments.comparing.compare import collected, compare
from experiments.comparing.course import Course, load_course
from experiments.comparing.jobs import Job, jobs_of, live, stream
from experiments.comparing.run import run
from experiments.comparing.warmups import Stopped, Warmups, warm
from experiments.errors import RequestError
from sim.company.scenario import Company, Run, Scenario
from sim.policies import load_policy

SMALL = Scenario(
    name="small",
    company=Company(units=1, divisions=2, employees=3),
    run=Run(warmup_weeks=3, weeks=8, replicates=5, seed=7),
)
COURSES = ("sales-commission", "fair-salary", "fair-salary > desk-clearing@5")


def some(replicates: int, weeks: int = 8, scenario: Scenario = SMALL) -> list[Job]:
    courses = tuple(map(load_course, COURSES))
    return jobs_of(scenario, courses, seed=7, replicates=range(replicates), weeks=weeks)


def customers(rows: np.ndarray) -> list[float]:
    """What a worker sends back instead of rows: customers at the end of each course."""
    return [float(each) for each in rows["customers"][:, -1]]


@contextmanager
def processes() -> Iterator[Executor]:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        yield pool


def no_thread_of_ours_lives() -> bool:
    """Whether our threads end within a few seconds."""
    mine = [thread for thread in threading.enumerate() if thread.name.startswith("siloscope")]
    for thread in mine:
        thread.join(timeout=10)
    return not any(thread.is_alive() for thread in mine)


# ------------------------------------------------------------------------------------------------- jobs and keys


def test_a_job_is_its_courses_lived_one_by_one() -> None:
    (job, *_) = some(1)
    rows = live(job)
    assert rows.shape == (3, 11)
    for course, found in zip(job.courses, rows, strict=True):
        assert run(SMALL, course).rows.tobytes() == found.tobytes()
    with pytest.raises(RequestError, match="let it come sooner"):
        replace(job, weeks=5)


def test_a_key_is_made_of_all_that_a_result_depends_on(monkeypatch: pytest.MonkeyPatch) -> None:
    (job, *_) = some(1)
    assert len(job.key) == 64
    assert job.key == some(1)[0].key
    dearer = load_policy("fair-salary").model_copy(update={"employee": load_policy("sales-commission").employee})
    others = [
        replace(job, seed=8), replace(job, replicate=1), replace(job, weeks=9), replace(job, courses=job.courses[:2]),
        replace(job, courses=job.courses[::-1]), replace(job, scenario=SMALL.with_parameters(triage=0.5)),
        replace(job, courses=tuple(map(load_course, (COURSES[0], dearer, COURSES[2])))),
        replace(job, courses=tuple(map(load_course, (*COURSES[:2], "fair-salary > desk-clearing@6")))),
    ]  # fmt: skip
    assert len({job.key, *(other.key for other in others)}) == 1 + len(others)
    before = job.key
    monkeypatch.setattr(jobs_module, "model", lambda: "another model")
    assert job.key != before


# ----------------------------------------------------------------------------------------------------- streaming


@pytest.mark.parametrize("workers", [1, 2, 7])
def test_what_arrives_is_what_was_asked_for_whoever_works(workers: int) -> None:
    asked = some(5)
    arrived = dict(stream(asked, workers=workers))
    assert set(arrived) == set(asked)
    assert all(arrived[job].tobytes() == live(job).tobytes() for job in asked)
    assert list(stream([])) == []


def test_processes_get_tasks_that_can_be_pickled_and_reduce_there() -> None:
    asked = some(9, weeks=6)
    with processes() as pool:
        arrived = dict(stream(asked, executor=pool, workers=1, reduce=customers))
        assert pool.submit(int, "3").result() == 3
    assert arrived == {job: customers(live(job)) for job in asked}


def test_results_arrive_before_all_are_there() -> None:
    first = threading.Event()

    def wait_for_the_first(rows: np.ndarray) -> None:
        assert first.is_set() or threading.current_thread().name.endswith("_0") or first.wait(20)

    with closing(stream(some(2, weeks=6), workers=2, reduce=wait_for_the_first)) as results:
        next(results)
        first.set()
        assert len(list(results)) == 1


@pytest.mark.parametrize("kind", [ThreadPoolExecutor, None])
def test_a_stop_ends_it_promptly(kind: type[ThreadPoolExecutor] | None) -> None:
    stop = threading.Event()
    pool = None if kind is None else kind(2)
    began, count = time.monotonic(), 0
    for _ in stream(some(5000, weeks=400 + 8), executor=pool, workers=2, stop=stop):
        count += 1
        stop.set()
    assert 1 <= count < 50
    assert time.monotonic() - began < 30
    if pool is not None:
        assert pool.submit(int, "3").result(timeout=10) == 3  # nothing of ours is in its way
        pool.shutdown()
    assert no_thread_of_ours_lives()


def test_a_stop_can_be_a_function_and_come_before_the_first_result() -> None:
    assert list(stream(some(50), stop=lambda: True)) == []
    assert no_thread_of_ours_lives()
    with processes() as pool:
        assert list(stream(some(50), executor=pool, stop=lambda: True)) == []
    with pytest.raises(Stopped):
        live(some(1)[0], stop=lambda: True)


def test_whoever_leaves_ends_the_work() -> None:
    with closing(stream(some(5000), workers=2)) as results:
        next(results)
    assert no_thread_of_ours_lives()


def test_what_a_worker_raises_is_raised_here_and_the_rest_cancelled() -> None:
    done: list[int] = []

    def fail(rows: np.ndarray) -> None:
        done.append(1)
        raise ZeroDivisionError("in a worker")

    with pytest.raises(ZeroDivisionError, match="in a worker"):
        list(stream(some(5000), workers=2, reduce=fail))
    assert no_thread_of_ours_lives()
    assert len(done) < 100


# ---------------------------------------------------------------------------------------------- whole and in part


def test_three_of_five_are_a_comparison_and_the_other_two_make_it_whole() -> None:
    whole = compare(SMALL, COURSES)
    results = dict(stream(some(5)))
    late = collected((job, rows) for job, rows in reversed(results.items()) if job.replicate in (4, 0, 3))
    rest = collected((job, rows) for job, rows in results.items() if job.replicate in (2, 1))
    assert (late.replicate_numbers, late.replicates) == ((0, 3, 4), 3)
    assert late.rows.tobytes() == whole.rows[:, [0, 3, 4]].tobytes()
    assert late.weekly_frame()["replicate"].unique().tolist() == [0, 3, 4]
    assert late.runs_frame()["replicate"].unique().tolist() == [0, 3, 4]
    for both in (late.with_more(rest), rest.with_more(late)):
        assert both.replicate_numbers == whole.replicate_numbers == (0, 1, 2, 3, 4)
        assert both.rows.tobytes() == whole.rows.tobytes()
        assert both.to_json() == whole.to_json()


def test_what_cannot_be_put_together() -> None:
    first, second = (collected(stream(some(2)[n : n + 1])) for n in range(2))
    with pytest.raises(RequestError, match="future 0 is in both"):
        first.with_more(first)
    with pytest.raises(RequestError, match="same scenario, courses, seed and weeks"):
        first.with_more(replace(second, seed=8, replicate_numbers=(1,)))
    with pytest.raises(RequestError, match="same scenario"):
        first.with_more(replace(second, courses=second.courses[::-1]))
    with pytest.raises(RequestError, match="one future at least"):
        collected([])
    (job, *_) = some(1)
    with pytest.raises(RequestError, match="one scenario"):
        collected([(job, live(job)), (replace(job, seed=8), live(job))])


# ------------------------------------------------------------------------------------------------------- warm-ups


def test_kept_warm_ups_give_the_same_bits() -> None:
    warmups = Warmups()
    straight = compare(SMALL, COURSES)
    for _ in range(2):
        assert compare(SMALL, COURSES, warmups=warmups).rows.tobytes() == straight.rows.tobytes()
    assert len(warmups) == 5
    longer = compare(SMALL, COURSES, weeks=30, warmups=warmups)  # room for more weeks than the kept ones have
    assert longer.rows.tobytes() == compare(SMALL, COURSES, weeks=30).rows.tobytes()
    assert len(warmups) == 5


def test_a_kept_warm_up_is_lived_once_and_never_handed_out_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    lived: list[tuple[int, int]] = []

    def counted(scenario: Scenario, seed: int, replicate: int, **more: object) -> object:
        lived.append((seed, replicate))
        return warm(scenario, seed, replicate)

    monkeypatch.setattr("experiments.comparing.warmups.warm", counted)
    warmups = Warmups(most=2)
    one = warmups.fork(SMALL, 7, 0)
    one.live_weeks(4)
    assert warmups.fork(SMALL, 7, 0).weeks.tobytes() == warm(SMALL, 7, 0).weeks.tobytes()
    assert lived == [(7, 0)]
    warmups.fork(SMALL, 7, 1)
    warmups.fork(SMALL, 7, 0)
    warmups.fork(SMALL.with_parameters(triage=0.5), 7, 0)  # pushes out 1, which was not used for longest
    assert len(warmups) == 2
    warmups.fork(SMALL, 7, 0)
    assert lived == [(7, 0), (7, 1), (7, 0)]
    warmups.fork(SMALL, 8, 1)
    assert lived[-1] == (8, 1)


def test_threads_share_warm_ups_and_processes_cannot() -> None:
    warmups, courses = Warmups(), tuple(map(load_course, COURSES))
    jobs = [Job(SMALL, (course,), 7, replicate % 2, 8) for course in courses for replicate in range(6)]
    for job, rows in stream(jobs, workers=6, warmups=warmups):
        assert rows.tobytes() == live(job).tobytes()
    assert len(warmups) == 2
    with processes() as pool, pytest.raises(RequestError, match="leave out warmups="):
        list(stream(jobs, executor=pool, warmups=warmups))


def test_a_course_of_its_own_name_is_compared_under_it() -> None:
    text = load_course(COURSES[2])
    named = Course("late", text.name, text.steps)
    found = compare(SMALL, [*COURSES, named], replicates=2)
    assert found.ids == (*COURSES, "late")
    assert found.rows[2].tobytes() == found.rows[3].tobytes()
    assert [policy.id for policy in found.policies] == ["sales-commission", "fair-salary", "desk-clearing"]
