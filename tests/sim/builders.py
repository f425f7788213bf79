"""Small companies and random policies for the tests of the engine, and what must hold in any of them."""

import hashlib
from typing import Any

import numpy as np
from hypothesis import strategies as st

from sim.agents.effort import MOST_HELP
from sim.company.scenario import Scenario, checked
from sim.parameters import declared
from sim.policies import Policy, catalogue
from sim.policies.metrics import METRICS
from sim.policies.terms import KINDS
from sim.policies.vocabulary import Above, Period, Scope, word
from sim.simulation import Simulation
from sim.tables import VISITS_MOST, Raw, Task, World

SCRATCH = ("standings", "so_far", "foreseen")
CATALOGUE = list(catalogue())


def company(units: int = 2, divisions: int = 2, employees: int = 3, managed: bool = True, **values: float) -> Scenario:
    """An even company with some parameters changed."""
    size = {"units": units, "divisions": divisions, "employees": employees, "managed": managed}
    return checked({"company": size}).with_parameters(**values)


def tree(*units: dict[str, Any], **values: float) -> Scenario:
    """A company written out."""
    return checked({"company": {"tree": units}}).with_parameters(**values)


def unit(name: str, *heads: int, below: tuple[dict[str, Any], ...] = (), managed: bool = True) -> dict[str, Any]:
    """A unit with divisions of so many people, and units below it."""
    divisions = [{"name": f"{name}{n}", "employees": count, "managed": managed} for n, count in enumerate(heads)]
    return {"name": name, "divisions": divisions, "units": list(below)}


# ------------------------------------------------------------------------------------------------- random companies

SWITCHES = [row.name for row in declared() if row.unit.en == "switch"]
NUMBERS = [row for row in declared() if row.is_quantity]
NEVER_ZERO = {"effort_base", "effort_most", "hours_least", "hours_mean"}


@st.composite
def trees(draw: st.DrawFn) -> list[dict[str, Any]]:
    """One to three units of one to three divisions of one to three people, one of them perhaps below another."""
    managed = draw(st.booleans())
    sizes = draw(st.lists(st.lists(st.integers(1, 3), min_size=1, max_size=3), min_size=1, max_size=3))
    units = [unit(name, *heads, managed=managed) for name, heads in zip("ABC", sizes, strict=False)]
    if len(units) > 1 and draw(st.booleans()):
        units[0]["units"] = [units.pop()]
    return units


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """A small company of any shape, with some parameters anywhere within a factor of four, or at their lowest."""
    values: dict[str, float] = {}
    for row in draw(st.lists(st.sampled_from(NUMBERS), max_size=8, unique_by=lambda row: row.name)):
        value = row.low
        if row.name in NEVER_ZERO or draw(st.integers(0, 3)):
            value = min(max(row.default * draw(st.sampled_from([0.25, 0.5, 2.0, 4.0])), row.low), row.high)
        values[row.name] = value
    for name in SWITCHES:
        values[name] = float(draw(st.booleans()))
    return checked({"company": {"tree": draw(trees())}}).with_parameters(**values)


# -------------------------------------------------------------------------------------------------- random policies

PLAUSIBLE = {"satisfaction": (5.0, 9.5), "nps": (-50.0, 80.0), "days": (0.5, 20.0)}


@st.composite
def terms(draw: st.DrawFn, period: Period, kinds: list[str]) -> dict[str, Any]:
    """One term of any of the kinds on any metric that it can carry, as a policy file would hold it."""
    kind = draw(st.sampled_from(kinds))
    metric = draw(st.sampled_from(KINDS[kind].metrics))
    scopes = list(Scope)[:3] if KINDS[kind].ranked else list(Scope)
    term: dict[str, Any] = {
        "kind": kind, "metric": metric, "scope": word(draw(st.sampled_from(scopes))), "period": word(period),
    }  # fmt: skip
    low, high = PLAUSIBLE.get(metric, (0.2, 2.0))
    keys = KINDS[kind].keys
    if "share" in keys:
        fined = keys["share"].signed and METRICS[metric].lower_is_better
        term["share"] = draw(st.floats(0.05, 1.0)) * (-1.0 if fined else 1.0)
    if "winners" in keys:
        term["winners"] = draw(st.sampled_from([0.1, 0.333, 0.5, 1.0, 2.0]))
    lower = low + 0.5 * (high - low) * draw(st.floats(0.0, 1.0))
    upper = lower + 0.5 * (high - low) * draw(st.floats(0.1, 1.0))
    levels = (upper, lower) if METRICS[metric].lower_is_better else (lower, upper)
    if not KINDS[kind].ranked and draw(st.booleans()):
        term["above"] = word(draw(st.sampled_from([Above.START, Above.LAST])))
        levels = (lower - low, upper - low)  # improvements, whatever is better
    term.update({key: level for key, level in zip(("threshold", "cap"), levels, strict=True) if key in keys})
    return term


@st.composite
def contracts(draw: st.DrawFn) -> dict[str, Any]:
    """A salary, or what all is expected to pay, and up to four terms; with a gate, all run over one period."""
    kinds = [name for name in KINDS if not KINDS[name].gate]
    period = draw(st.sampled_from(list(Period)))
    paying = draw(st.lists(terms(period, kinds), max_size=3))
    guards = draw(st.lists(terms(period, ["gate"]), max_size=2)) if paying else []
    return {draw(st.sampled_from(["salary", "pay"])): draw(st.floats(0.5, 1.5)), "terms": paying + guards}


@st.composite
def invented(draw: st.DrawFn) -> Policy:
    """A policy that nobody wrote."""
    text = {"en": "invented", "nl": "verzonnen"}
    return Policy.model_validate(
        {
            "id": "invented", "origin": "none", "name": text, "meaning": text,
            "attribution": draw(st.sampled_from(["owner", "last", "all"])),
            "survey": {"coverage": draw(st.floats(0.0, 1.0)), "noise": draw(st.floats(0.0, 2.0))},
            "employee": draw(contracts()), "manager": draw(contracts()),
        }
    )  # fmt: skip


def policies() -> st.SearchStrategy[Policy]:
    """Any policy: from the catalogue, or invented."""
    return st.sampled_from(list(catalogue().values())) | invented()


# --------------------------------------------------------------------------------------------------- what is looked at


def bits(simulation: Simulation, without: tuple[str, ...] = ()) -> str:
    """Hash of everything that a run remembers, column by column (what lies between columns means nothing)."""
    digest = hashlib.sha256()
    for name, table in zip(World._fields, simulation.world, strict=True):
        if name in SCRATCH or name in without:
            continue
        for column in table.dtype.names or (None,):
            if f"{name}.{column}" not in without:
                digest.update(np.ascontiguousarray(table[column] if column else table).tobytes())
    digest.update(repr([stream.bit_generator.state for luck in simulation.lucks for stream in luck]).encode())
    return digest.hexdigest()


ROW_NUMBERS = ("problems", "employees.problem", "divisions.queue_head", "divisions.queue_tail", "divisions.closing",
               "company.free_problem", "company.free_problems", "weeks", "events", "company.events")  # fmt: skip


def seen(simulation: Simulation, without: tuple[str, ...] = ()) -> str:
    """Hash of what does not depend on how long the tables are, or on whether a log is kept."""
    return (
        bits(simulation, (*ROW_NUMBERS, *without))
        + hashlib.sha256(
            b"".join(np.ascontiguousarray(simulation.weeks[name]).tobytes() for name in simulation.weeks.dtype.names)
        ).hexdigest()
    )


def queue_of(world: World, d: int) -> list[int]:
    """The problems that wait in a division, first in line first."""
    waiting, j = [], int(world.divisions.queue_head[d])
    for _ in range(int(world.divisions.queue[d])):
        waiting.append(j)
        j = int(world.problems.next[j])
    return waiting


def closing_of(world: World, d: int) -> list[int]:
    """The problems of tables held in a division whose last guest is not ready yet."""
    closing, j = [], int(world.divisions.closing[d])
    while j >= 0 and len(closing) <= len(world.problems):
        closing.append(j)
        j = int(world.problems.next[j])
    return closing


def free_rows(world: World) -> list[int]:
    """The rows of the pool that no problem uses."""
    free, j = [], int(world.company[0].free_problem)
    while j >= 0 and len(free) <= len(world.problems):
        free.append(j)
        j = int(world.problems.next[j])
    return free


def nothing_is_lost(simulation: Simulation) -> None:
    """Law 6: every problem is in one queue, pair of hands or table, and arrived = open + solved + given up."""
    world = simulation.world
    c, weeks, people = world.company[0], world.weeks, world.employees
    queues = [queue_of(world, d) for d in range(len(world.divisions))]
    in_hand = people.problem[people.problem >= 0].tolist()
    in_hand += [j for d in range(len(world.divisions)) for j in closing_of(world, d)]
    free = free_rows(world)
    waiting = [j for queue in queues for j in queue]
    assert len(free) == c.free_problems
    assert sorted(waiting + in_hand + free) == list(range(len(world.problems)))
    assert c.open == len(waiting) + len(in_hand)
    assert weeks.arrived.sum() == c.open + weeks.solved.sum() + weeks.given_up.sum()
    for d, queue in enumerate(queues):
        assert all(world.problems.at[j] == d for j in queue)
        if queue:
            assert queue[-1] == world.divisions.queue_tail[d]
    holders = people.problem >= 0
    assert np.array_equal(world.problems.at[people.problem[holders]], people.division[holders])
    assert np.isin(people.task[holders], [Task.OWN_PART, Task.PASSING, Task.TABLE]).all()
    open_ids = world.problems.id[waiting + in_hand]
    assert len(set(open_ids.tolist())) == len(open_ids)


def hours_are_conserved(simulation: Simulation, at_the_start: np.ndarray) -> None:
    """Every hour of everybody is in one task, and in the weeks' sums; `at_the_start` are the hours of a new company."""
    people, weeks = simulation.world.employees, simulation.world.weeks
    np.testing.assert_allclose(people.hours.sum(axis=1), people.free_at, rtol=1e-9, atol=1e-6)
    np.testing.assert_allclose(weeks.hours.sum(axis=0), (people.hours - at_the_start).sum(axis=0), rtol=1e-9, atol=1e-6)
    assert (people.hours >= 0.0).all()


def within_bounds(simulation: Simulation) -> None:
    """Shares are shares, scores are scores, and nothing is negative that cannot be."""
    world = simulation.world
    people, managers, divisions, p = world.employees, world.managers, world.divisions, world.parameters[0]
    for table in (people, managers, divisions, world.units, world.company, world.weeks, world.customers):
        for name in table.dtype.names:
            if table[name].dtype.kind == "f" and name != "next_arrival":
                assert np.isfinite(table[name]).all(), name
    assert_share(people.habits)
    np.testing.assert_allclose(people.habits.sum(axis=1), 1.0, rtol=1e-9)
    agenda = np.stack([managers.agenda_sales, managers.agenda_customer, managers.agenda_politics])
    assert_share(agenda)
    np.testing.assert_allclose(agenda.sum(axis=0), 1.0, rtol=1e-9)
    assert_share(divisions.trust)
    for score in (divisions.believed_score, world.customers.satisfaction, world.company.satisfaction):
        assert (score >= 0.0).all()
        assert (score <= 10.0 + 1e-9).all()
    assert (divisions.believed_days >= 0.0).all()
    for effort, most in ((people.effort, p.effort_most), (people.desk_effort, p.effort_most),
                         (people.help_effort, MOST_HELP)):  # fmt: skip
        assert ((effort >= 0.0) & (effort <= most)).all()
    assert_share(people.sells)
    assert_share(managers.behind)
    assert_share(world.company.belief)
    assert (world.company.salary >= 0.0).all()
    for books in (people.books, divisions.books, world.units.books, world.company.books):
        assert (np.delete(books, Raw.PROMOTERS, axis=-1) >= 0.0).all()
    assert world.company[0].customers == np.count_nonzero(world.customers.present)
    assert (world.problems.visits <= VISITS_MOST).all()


def assert_share(values: np.ndarray) -> None:
    assert (values >= -1e-12).all()
    assert (values <= 1.0 + 1e-12).all()


def weeks_add_up(simulation: Simulation) -> None:
    """The counts of a week belong together."""
    k = simulation.weeks
    ended = k.solved + k.given_up
    assert np.array_equal(k.no_handoff + k.one_handoff + k.two_handoffs + k.more_handoffs, ended)
    assert np.array_equal(k.days.sum(axis=1), k.solved)
    for part, whole in ((k.returns, k.handoffs), (k.avoidable, k.handoffs), (k.volleys, k.handoffs),
                        (k.pingpong, ended), (k.shared, ended), (k.joint, k.tabled), (k.tabled, k.shared),
                        (k.surveyed, ended), (k.came_in, k.asked_in), (k.came_out, k.asked_out),
                        (k.promoters + k.detractors, ended)):  # fmt: skip
        assert (part >= 0).all()
        assert (part <= whole).all()
    choices = k.sell + k.own_part + k.pass_on + k.table + k.idle + k.asked_in + k.asked_out
    assert np.array_equal(k.decisions, choices)
