"""The only file that knows the compiler (numba), with the one that tells it how to link (linking.py).

`rule` marks a function about one agent: it stays plain Python in a doctest or a debugger, and compiled loops may call
it. `loop` marks a function that visits many agents: it is compiled, releases the GIL (so that several runs
can go on in threads) and is kept on disk between sessions.

The disk cache is keyed by a hash of all sources of this package, because numba notices changes in a function's own
file only: an edited rule in *another* file would go on running in its old form. Where the folder cannot be written,
loops are compiled anew in each session. NUMBA_DISABLE_JIT=1 runs the same sources interpreted.
"""

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from inspect import signature
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import numba
import numpy as np
from numba.core import event
from numba.extending import register_jitable

linking: ModuleType | None = None
with suppress(ImportError, AttributeError):  # numba has changed inside: compile in the ordinary way, in twice the time
    from sim import linking as _linking

    linking = _linking

PACKAGE = Path(__file__).parent

type Progress = Callable[[int, int], None]
"""Is told how many of how many rules are compiled."""


def source_hash() -> str:
    """Hash of every Python source of the model and of the versions that compile it (16 hex digits)."""
    digest = hashlib.sha256()
    digest.update(f"{sys.version_info[:2]} numba {numba.__version__} numpy {np.__version__}".encode())
    for path in sorted(PACKAGE.rglob("*.py")):
        digest.update(str(path.relative_to(PACKAGE)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _cache_folder() -> Path:
    home = os.environ.get("SILOSCOPE_CACHE") or os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    checked = "-bounds" if numba.config.BOUNDSCHECK else ""
    return Path(home) / "siloscope" / f"compiled-{source_hash()}{checked}"


def _can_keep(folder: Path) -> bool:
    """Whether compiled loops can be kept there. numba itself would go on to folders whose names know no sources."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError:
        return False
    return True


numba.config.CACHE_DIR = str(_cache_folder())

INTERPRETED = bool(numba.config.DISABLE_JIT)
KEPT = not INTERPRETED and _can_keep(Path(numba.config.CACHE_DIR))
"""Whether what is compiled is kept on disk."""

_RULES: list[Any] = []  # numba's side of every rule, which it would else forget
_LOOPS: list[Any] = []


def rule[F: Callable[..., Any]](function: F) -> F:
    """Mark a function about one agent, or a step of a loop; compiled loops may call it, and so may plain Python.

    Two switches matter, both measured (see DESIGN.md). LLVM is told to inline; numba's own `inline="always"` lost the
    increment in `row.days[bin_of(x)] += 1` without a word (numba 0.68). And reference counting is off (`_nrt`): each
    `w.employees[i]` else counts the array up and down atomically, which took five sixths of a run. Hence a rule cannot
    make arrays; it writes into tables that its caller keeps alive.
    """
    return _rule(function, forceinline=True)


def routine[F: Callable[..., Any]](function: F) -> F:
    """Mark a rule that is long, or called from many places: it stays a function of its own in compiled code.

    Where rules are put one into another, ten calls of something that has ten calls in it are a hundred copies.
    """
    return _rule(function, forceinline=False)


def _rule[F: Callable[..., Any]](function: F, *, forceinline: bool) -> F:
    switches = {"forceinline": forceinline, "_nrt": False, "error_model": "numpy", "no_cfunc_wrapper": True}
    if linking is None or INTERPRETED:
        return cast(F, register_jitable(**switches)(function))
    compiled = numba.njit(no_cpython_wrapper=True, pipeline_class=linking.RuleCompiler, **switches)(function)
    _RULES.append(compiled)
    linking.name_rule(function, compiled)
    return function


def in_order(steps: Sequence[Callable[..., None]]) -> Callable[..., None]:
    """One rule that does all of these, in this order. A step takes the world, and the luck if it needs any.

    Compiled code cannot walk through a list of functions, so they are paired, and the pairs paired, and so on.
    """
    if len(steps) == 1:
        return _with_luck(steps[0])
    half = len(steps) // 2
    first, then = in_order(steps[:half]), in_order(steps[half:])

    def both(w: Any, luck: Any) -> None:
        first(w, luck)
        then(w, luck)

    return rule(both)


def _with_luck(step: Callable[..., None]) -> Callable[..., None]:
    if len(signature(step).parameters) > 1:
        return step

    def without(w: Any, _luck: Any) -> None:
        step(w)

    return rule(without)


def loop[F: Callable[..., Any]](function: F) -> F:
    """Mark a function that visits many agents; compiled, cached on disk, and running without the GIL."""
    own = {} if linking is None else {"no_cfunc_wrapper": True, "pipeline_class": linking.LoopCompiler}
    compiled = numba.njit(cache=KEPT, nogil=True, error_model="numpy", _nrt=False, **own)(function)
    _LOOPS.append(compiled)
    return cast(F, compiled)


def straight[**P, R](loop: Callable[P, R], *arguments: P.args, **_: P.kwargs) -> Callable[P, R]:
    """The loop without the look at the types of what it is given, which takes longer than many a loop.

    The first arguments ever are looked at; all later ones must be laid out like them, as one World is like another.
    """
    if INTERPRETED:
        return loop
    compiled = cast(Any, loop)
    if not compiled.overloads:
        compiled.compile(tuple(numba.typeof(each) for each in arguments))
    found: Callable[P, R] = next(iter(compiled.overloads.values())).entry_point
    return found


def compile_loops(examples: Mapping[type, object], progress: Progress | None = None) -> int:
    """Compile every loop that is not on disk yet; returns how many functions that took. Two may do so at once.

    `examples` has a value of each type that a loop takes, by that type: values of one type must have one layout.
    """
    if INTERPRETED:
        return 0
    with _counting(progress) as done:
        for each in _LOOPS:
            arguments = signature(each.py_func).parameters.values()
            each.compile(tuple(numba.typeof(examples[argument.annotation]) for argument in arguments))
    return len(done)


@contextmanager
def _counting(progress: Progress | None) -> Iterator[set[int]]:
    """The rules and loops that are compiled in this block."""
    ours = {id(each) for each in (*_RULES, *_LOOPS)}
    done: set[int] = set()

    class Counter(event.Listener):  # type: ignore[misc]
        def on_start(self, _event: event.Event) -> None:
            """Only what is done counts."""

        def on_end(self, ended: event.Event) -> None:
            if id(ended.data["dispatcher"]) in ours:
                done.add(id(ended.data["dispatcher"]))
                if progress is not None:
                    progress(len(done), len(ours))

    counter = Counter()
    event.register("numba:compile", counter)
    try:
        yield done
    finally:
        event.unregister("numba:compile", counter)
    if progress is not None and done:
        progress(len(ours), len(ours))
