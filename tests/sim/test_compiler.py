"""What we lean on inside numba, and cannot see in the figures: if a test fails here, numba has changed under us."""

import math
import os
import subprocess
import sys
from pathlib import Path

import numba
import numpy as np
import pytest

from sim import compiled

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(compiled.INTERPRETED, reason="there is no compiler")

ROW = np.dtype([("days", "i4", (4,)), ("worth", "f8"), ("kind", "i4")], align=True)


@pytest.fixture(autouse=True)
def apart(monkeypatch):
    """Nothing that is compiled here is kept, or counts among the rules of the model."""
    monkeypatch.setattr(compiled, "KEPT", False)
    monkeypatch.setattr(compiled, "_RULES", [])
    monkeypatch.setattr(compiled, "_LOOPS", [])


def table() -> np.ndarray:
    rows = np.zeros(3, ROW).view(np.recarray)
    rows.worth = [0.5, 1.5, 2.5]
    return rows


def small_loop():
    """A loop with rules in two layers, as the model's are: rows are taken from tables, and bins of rows are counted."""

    @compiled.rule
    def bin_of(value):
        return int(value)

    @compiled.rule
    def count(tables, i):
        row = tables[0][i]
        row.days[bin_of(row.worth)] += 1
        return row.worth

    @compiled.loop
    def visit(tables, times):
        total = 0.0
        for _ in range(times):
            for i in range(len(tables[0])):
                total += count(tables, i)
        return total

    return visit


def code_of(loop) -> str:
    """What the processor is told, before it is made machine code."""
    (code,) = loop.inspect_llvm().values()
    return code


def test_rules_do_not_count_references():
    loop = small_loop()
    loop((table(),), 2)
    inside = code_of(loop).split("define ")[1]  # the loop itself; then comes its way in from Python, which counts
    assert "NRT_incref" not in inside, (
        f"numba {numba.__version__} no longer takes _nrt=False: rules count references again, which takes five sixths "
        "of a run; see sim/compiled.py"
    )


def test_the_test_above_would_see_it():
    @numba.njit(nogil=True)
    def counting(tables, times):
        for _ in range(times):
            tables[0][0].worth += len(tables[1])
        return tables[times]

    counting((table(), table()), 1)
    assert "NRT_incref" in code_of(counting).split("define ")[1]


def test_a_loop_lets_go_of_its_streams_of_chance():
    @compiled.loop
    def draw(streams, times):
        total = 0.0
        for _ in range(times):
            total += streams[0].random()
        return total

    streams, times = (np.random.default_rng(1), np.random.default_rng(2)), 3
    draw(streams, times)
    held = [sys.getrefcount(each) for each in streams]
    drawn = draw(streams, times)
    assert [sys.getrefcount(each) for each in streams] == held, (
        f"numba {numba.__version__} holds what it is lent: every company ever lived stays in memory, see sim/linking.py"
    )
    assert drawn == np.random.default_rng(1).random(2 * times)[times:].sum()


def test_rules_are_linked_into_loops_and_only_there():
    version = f"numba {numba.__version__}"
    assert compiled.linking is not None, f"{version} is not as sim/linking.py expects: compiling takes twice as long"
    loop = small_loop()
    loop((table(),), 2)
    lines = [line for line in code_of(loop).splitlines() if " call " in line or line.startswith("define")]
    for rule in compiled._RULES:
        (made,) = rule.overloads.values()
        name = made.fndesc.llvm_func_name
        assert isinstance(made.library, compiled.linking.RuleLibrary), (
            f"{version} no longer lets a pass choose the library: every rule is made machine code again"
        )
        assert made.library.get_pointer_to_function(name) == 0
        assert not any(name in line for line in lines), f"{version} no longer puts rules where they are called"


def nested_loop(mark):
    """A loop with 5 calls of what has 5 calls of what has 5 calls in it, each marked so."""

    @mark
    def small(row, n):
        if row.worth < n:
            row.days[n % 4] += 1
        row.worth = math.sin(row.worth + n) * math.cos(row.worth) + math.exp(-row.worth * row.worth)

    @mark
    def middle(row, n):
        small(row, n)
        small(row, n + 1)
        small(row, n + 2)
        small(row, n + 3)
        small(row, n + 4)

    @mark
    def large(row, n):
        middle(row, n)
        middle(row, n + 1)
        middle(row, n + 2)
        middle(row, n + 3)
        middle(row, n + 4)

    @compiled.loop
    def visit(rows):
        for i in range(len(rows)):
            large(rows[i], i)
            large(rows[i], i + 1)
            large(rows[i], i + 2)
            large(rows[i], i + 3)
            large(rows[i], i + 4)

    return visit


def test_a_routine_stays_a_function_of_its_own_where_a_rule_is_copied_into_each_call():
    length, made = {}, {}
    for mark in (compiled.rule, compiled.routine):
        loop, made[mark] = nested_loop(mark), table()
        loop(made[mark])
        length[mark] = len(code_of(loop).splitlines())
    assert np.array_equal(made[compiled.rule], made[compiled.routine])
    plain = table()
    loop.py_func(plain)
    np.testing.assert_allclose(plain.worth, made[compiled.routine].worth, rtol=1e-9)
    assert length[compiled.rule] > 5 * length[compiled.routine], (
        f"numba {numba.__version__} copies a routine into each call, and compiling takes minutes: see sim/compiled.py"
    )


def test_no_increment_is_lost():
    rows, times = table(), 7
    assert small_loop()((rows,), times) == 4.5 * times
    assert rows.days.tolist() == [[7, 0, 0, 0], [0, 7, 0, 0], [0, 0, 7, 0]], (
        f"numba {numba.__version__} loses `row.days[bin_of(x)] += 1` without a word; see `rule` in sim/compiled.py"
    )


def test_a_rule_is_compiled_once_for_all_whole_numbers():
    @compiled.rule
    def twice(number):
        return number + number

    @compiled.loop
    def visit(rows):
        return twice(rows[0].kind) + twice(len(rows)) + twice(3)

    assert visit(table()) == 12
    assert len(compiled._RULES[0].overloads) == 1


def test_a_rule_stays_plain_python():
    loop = small_loop()
    rows = table()
    assert loop.py_func((rows,), 2) == 9.0
    assert rows.days.sum() == 6


def test_without_the_insides_of_numba_rules_are_compiled_in_the_ordinary_way(monkeypatch):
    monkeypatch.setattr(compiled, "linking", None)
    rows = table()
    assert small_loop()((rows,), 3) == 13.5
    assert rows.days.sum() == 9
    assert compiled._RULES == []


def test_progress_counts_what_is_compiled():
    told = []
    loop = small_loop()
    loop.py_func.__annotations__.update(tables=tuple, times=int)
    examples = {tuple: (table(),), int: 1}
    assert compiled.compile_loops(examples, lambda done, total: told.append((done, total))) == 3
    assert told == [(1, 3), (2, 3), (3, 3), (3, 3)]
    assert compiled.compile_loops(examples, lambda done, total: told.append((done, total))) == 0
    assert len(told) == 4


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path):
    assert compiled._can_keep(tmp_path / "new" / "folder")
    (tmp_path / "file").touch()
    assert not compiled._can_keep(tmp_path / "file" / "below")


EVERYTHING = """
from numba.core import event

names = []

class Listener(event.Listener):
    def on_start(self, started):
        names.append(str(started.data["dispatcher"]))

    def on_end(self, ended):
        pass

event.register("numba:compile", Listener())

from experiments.catalogue import load_scenario
from experiments.comparing.compare import compare
from sim import CompanyModel, Employee, Manager, Simulation
from sim.company.scenario import Scenario

class Thinker(Employee):
    def decide(self, see):
        return super().decide(see)

    def comes(self, see):
        return super().comes(see)

class Boss(Manager):
    def decide(self, see):
        return super().decide(see)

small = load_scenario("small-shop")
compare(small, ("sales-commission", "gate-and-shared-target"), replicates=2, weeks=2)
run = Simulation(small, events=True, by_division=True, flows=True, weeks=1)
run.live_weeks(2)
run.adopt("fair-salary")
run.set(temperature=0.4)
run.close_books()
run.fork().live_weeks(1)
large = Simulation(load_scenario("conglomerate"), weeks=1)
large.live(1)
model = CompanyModel(small, employee_class=Thinker, manager_class=Boss)
model.run_for(6)
next(iter(model.agents_by_type[Thinker])).situation()
print(names)
"""


def test_after_the_warm_up_nobody_waits():
    """Whatever is run then, nothing is compiled: each loop is found on disk."""
    ours = {**os.environ, "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-c"]
    subprocess.run([*words, "from sim.warm_up import warm_up; warm_up()"], env=ours, check=True, timeout=280)
    after = subprocess.run([*words, EVERYTHING], env=ours, check=False, timeout=280, capture_output=True, text=True)
    assert after.returncode == 0, after.stderr[-2000:]
    assert after.stdout.strip() == "[]", f"compiled while a user waits: {after.stdout}"
