"""Films: they show what the tables hold, two of them are in lockstep, and they are small."""

import json

import numpy as np
import pytest
from filmed import WEEKS, company, events_of

from experiments.comparing.run import run
from experiments.watching import Watching
from experiments.watching.film import MEASURED, as_json, unpacked
from experiments.watching.tape import FILM_PEOPLE
from sim.calendar import DAYS_A_WEEK, HOURS_A_DAY, HOURS_A_WEEK
from sim.company.scenario import Scenario
from sim.log import EventKind
from sim.simulation import Simulation
from sim.tables import PROBLEM, Task

MOVES = (EventKind.PASSED, EventKind.HANDED_ON)


def queues_by_events(film: dict, hour: int) -> np.ndarray:
    """How many problems wait in each division after so many hours, counted from the start and the events."""
    events, divisions = events_of(film), len(film["divisions"])
    time, kind = events["time"].astype(float), events["kind"]
    # At the stroke of an evening customers give up, which is still of the hour before.
    by_then = np.where(kind == EventKind.GIVEN_UP, time <= hour, time < hour)
    queue = unpacked(film["queues"], "<u2", -1, divisions)[0].astype(int)
    for kinds, column, step in (
        ((EventKind.ARRIVED,), "division", 1), (MOVES, "other", 1),
        ((EventKind.PICKED_UP, EventKind.GIVEN_UP), "division", -1),
    ):  # fmt: skip
        queue += step * np.bincount(events[column][by_then & np.isin(kind, kinds)], minlength=divisions)
    return queue


@pytest.mark.parametrize("course", [0, 1])
def test_queues_and_events_agree_with_each_other_and_with_the_tables(watched: Watching, course: int) -> None:
    film, world = watched.films[course], watched.tapes[course].end.world
    queues, opened = unpacked(film["queues"], "<u2", -1, len(film["divisions"])), unpacked(film["open"], "<u2")
    assert queues.shape[0] == len(opened) == film["hours"] + 1 == WEEKS * HOURS_A_WEEK + 1
    for hour in range(film["hours"] + 1):
        assert queues[hour].tolist() == queues_by_events(film, hour).tolist(), hour
    events = events_of(film)
    ends = np.isin(events["kind"], (EventKind.SOLVED, EventKind.GIVEN_UP))
    came = events["kind"] == EventKind.ARRIVED
    assert opened[-1] == opened[0] + came.sum() - ends.sum()
    assert queues[-1].tolist() == world.divisions.queue.tolist()
    assert opened[-1] == world.company[0].open


@pytest.mark.parametrize("course", [0, 1])
def test_the_film_is_of_the_same_company_as_a_run(watched: Watching, scenario: Scenario, course: int) -> None:
    film = watched.films[course]
    found = run(scenario, film["course"], seed=5, weeks=6)
    first = scenario.run.warmup_weeks - 2
    for name in MEASURED:
        expected = found.weekly[name][first : first + WEEKS]
        values = np.array(film["measures"][name]["values"], dtype=float)
        np.testing.assert_allclose(values, expected, atol=1e-6)
    assert film["switch_hour"] == 2 * HOURS_A_WEEK
    agendas = unpacked(film["agendas"], "<f4", WEEKS + 1, -1, 3)
    assert agendas.sum(axis=2) == pytest.approx(1.0, abs=1e-5)


def test_tasks_are_those_of_the_tables_but_for_guests(watched: Watching) -> None:
    film, tape = watched.films[1], watched.tapes[1]
    tasks = unpacked(film["tasks"]["data"], "<u1", film["hours"], film["people"])
    last, column = tasks[-1], tape.end.world.employees.task
    assert ((last == column) | (last == Task.GUEST)).all()
    assert len(film["tasks"]["names"]) == len(Task)
    events = events_of(film)
    came = np.flatnonzero(events["kind"] == EventKind.CAME)
    tables = events["time"][events["kind"] == EventKind.TABLE]
    held = [k for k in came if np.isclose(tables, events["time"][k]).any()]
    assert len(held) > 10
    for k in held:  # whoever came to a table sits there in that hour
        assert tasks[int(events["time"][k]), events["employee"][k]] == Task.GUEST


def test_two_films_are_in_lockstep(watched: Watching) -> None:
    """Before the switch they are the same; after it the same problems come, unless a customer has left in one."""
    one, other = watched.tapes
    assert (one.ids == other.ids).all()
    switch = int(watched.films[0]["switch_hour"])
    assert np.array_equal(one.tasks[:switch], other.tasks[:switch])
    assert np.array_equal(one.queues[: switch + 1], other.queues[: switch + 1])
    assert not np.array_equal(one.tasks[switch:], other.tasks[switch:])
    rows = [{int(row["id"]): row for row in tape.came} for tape in (one, other)]
    both = set(rows[0]) & set(rows[1])
    assert len(both) >= 0.95 * len(one.ids)
    luck = [name for name in PROBLEM.names if name.startswith("luck")]
    for identity in both:
        here, there = rows[0][identity], rows[1][identity]
        assert all(np.array_equal(here[name], there[name]) for name in (*luck, "arrived", "hours", "front", "parts"))
        needed = int(here["parts"])
        assert here["needs"][:needed].tolist() == there["needs"][:needed].tolist()


def test_trust_is_shown_between_partners_only(watched: Watching) -> None:
    film, divisions = watched.films[0], watched.tapes[0].end.world.divisions
    trust = unpacked(film["trust"], "<f4", WEEKS + 1, len(divisions), len(divisions))
    assert np.isfinite(trust[-1]).sum() == divisions.partners_known.sum()
    assert np.isnan(np.diagonal(trust[-1])).all()
    known = np.isfinite(trust)
    assert ((trust[known] >= 0.0) & (trust[known] <= 1.0)).all()


def test_a_later_film_shows_what_a_longer_one_shows(scenario: Scenario, watched: Watching) -> None:
    later = Watching(scenario, ["gate-and-shared-target"], seed=5, first_week=1, weeks=1)
    longer, from_hour = watched.tapes[1], 3 * HOURS_A_WEEK
    assert np.array_equal(later.tapes[0].queues, longer.queues[from_hour:])
    assert later.films[0]["switch_hour"] is None
    known = set(longer.ids.tolist())
    assert set(later.tapes[0].ids.tolist()) <= known


def test_every_step_of_a_course_is_taken(scenario: Scenario) -> None:
    course = "sales-commission > gate-and-shared-target@1"
    film = Watching(scenario, [course], seed=5, first_week=0, weeks=3)
    found = run(scenario, course, seed=5, weeks=6)
    expected = found.rows[scenario.run.warmup_weeks :][:3]
    assert film.tapes[0].weeks["decisions"].tolist() == expected["decisions"].tolist()
    assert film.tapes[0].end.policy.id == "gate-and-shared-target"


def test_a_film_of_200_people_over_a_quarter_is_small() -> None:
    film = Watching(company(5, 4, 10), ["gate-and-shared-target"], first_week=0, weeks=13).films[0]
    text = as_json(film)
    assert film["people"] == 200
    assert len(text.encode()) < 2_000_000
    assert json.loads(text) == film  # plain data, and no NaN in it


def test_of_a_large_company_only_flows_are_shown() -> None:
    large = company(4, 4, 30, warmup=2)
    watched = Watching(large, ["gate-and-shared-target"], seed=3, first_week=0, weeks=2)
    film = watched.films[0]
    assert film["people"] > FILM_PEOPLE
    assert film["large"]
    assert film["tasks"] is film["events"] is None
    kept = Simulation(large, seed=3, flows=True)
    kept.live_weeks(2)
    kept.adopt("gate-and-shared-target")
    kept.live_weeks(2)
    for kind, name in enumerate(("flows", "help")):
        day, source, target, count = (
            unpacked(film[name][column], "<u2" if column in ("day", "count") else "<i2")
            for column in ("day", "from", "to", "count")
        )
        counted = np.zeros_like(kept.flows[-2:, kind])
        np.add.at(counted, (day // DAYS_A_WEEK, source, target), count)
        assert counted.tolist() == kept.flows[-2:, kind].tolist()
    assert film["hours"] == 2 * DAYS_A_WEEK * HOURS_A_DAY
