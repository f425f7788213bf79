"""The only file that knows the compiler (numba).

`rule` marks a function about one agent: it stays plain Python in a doctest or a debugger, and compiled loops may call
it. `loop` marks a function that visits many agents: it is compiled, releases the GIL (so that several runs
can go on in threads) and is kept on disk between sessions.

The disk cache is keyed by a hash of all sources of this package, because numba notices changes in a function's own
file only: an edited rule in *another* file would go on running in its old form. NUMBA_DISABLE_JIT=1 runs the same
sources interpreted.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Sequence
from inspect import signature
from pathlib import Path
from typing import Any, cast

import numba
import numpy as np
from numba.core import typed_passes as typed
from numba.core import types
from numba.core import untyped_passes as untyped
from numba.core.codegen import JITCodeLibrary
from numba.core.compiler import CompilerBase, DefaultPassBuilder
from numba.core.compiler_machinery import AnalysisPass, PassManager, register_pass
from numba.core.typing.templates import infer_global
from numba.extending import models, register_model
from llvmlite.binding.newpassmanagers import create_new_module_pass_manager

PACKAGE = Path(__file__).parent


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


numba.config.CACHE_DIR = str(_cache_folder())

INTERPRETED = bool(numba.config.DISABLE_JIT)

RULES = {}

class _Codegen:
    """numba's code generator, but for the one step that needs machine code."""

    def __init__(self, of: Any) -> None:
        self._of = of

    def __getattr__(self, name: str) -> Any:
        return getattr(self._of, name)

    def set_env(self, _name: str, _env: object) -> None:
        """A rule has no environment: it never touches a Python object."""


class RuleLibrary(JITCodeLibrary):
    """The code of a rule, kept for the loops that it goes into; machine code is made of these only."""

    @property
    def codegen(self) -> _Codegen:
        """As the base class has it."""
        return _Codegen(self._codegen)

    def add_llvm_module(self, ll_module):
        if os.environ.get("V_FN","1") == "1":
            self._optimize_functions(ll_module)
        self._final_module.link_in(ll_module)

    def finalize(self) -> None:
        """What a rule calls is linked into the loop, not here: else all below would be optimised again at each level."""
        self._finalize_dynamic_globals()
        self._finalized = True

    def get_pointer_to_function(self, _name: str) -> int:
        """Nobody calls a rule by its address."""
        return 0


class LoopLibrary(JITCodeLibrary):
    def finalize(self):
        every = {}
        def collect(lib):
            for one in lib._linking_libraries:
                if one not in every:
                    every[one] = True
                    if isinstance(one, RuleLibrary):
                        collect(one)
        collect(self)
        self._linking_libraries = list(every)
        super().finalize()

    def _optimize_final_module(self):
            pm = create_new_module_pass_manager()
            pm.add_always_inliner_pass()
            pm.add_global_dead_code_eliminate_pass()
            pm.run(self._final_module, self._codegen._pass_builder())
            m, b = self._codegen._module_pass_manager(opt=int(os.environ.get("V_OPT","3")))
            m.run(self._final_module, b)


def library_pass(kind):
    @register_pass(mutates_CFG=False, analysis_only=True)
    class OwnLibrary(AnalysisPass):
        _name = f"siloscope_{kind.__name__}"

        def __init__(self) -> None:
            AnalysisPass.__init__(self)

        def run_pass(self, state: Any) -> bool:
            state.library = kind(state.targetctx.codegen(), state.func_id.func_qualname)
            state.library.enable_object_caching()
            return False
    return OwnLibrary

RULE_PASSES = (
            untyped.TranslateByteCode,
            untyped.FixupArgs,
            untyped.IRProcessing,
            untyped.GenericRewrites,
            untyped.ReconstructSSA,
            typed.NopythonTypeInference,
            typed.PreLowerStripPhis,
            library_pass(RuleLibrary),
            typed.IRLegalization,
            typed.AnnotateTypes,
            typed.NativeLowering,
            typed.NoPythonBackend,
)

class RuleCompiler(CompilerBase):
    """numba's way of compiling, up to but without machine code: that takes a third of the time."""

    def define_pipelines(self) -> list[Any]:
        passes = PassManager("rule")
        for each in RULE_PASSES:
            passes.add_pass(each, "")
        passes.finalize()
        return [passes]

_LL = library_pass(LoopLibrary)
class LoopCompiler(CompilerBase):
    def define_pipelines(self) -> list[Any]:
        passes = DefaultPassBuilder.define_nopython_pipeline(self.state)
        names = [one for one, _ in passes.passes]
        passes.add_pass_after(_LL, names[names.index(typed.NativeLowering) - 1])
        passes.finalize()
        return [passes]


def plain(ty):
    return types.int64 if isinstance(ty, types.Integer | types.IntEnumMember) else types.unliteral(ty)


class RuleType(types.Dispatcher):
    def get_call_type(self, context, args, kws):
        return super().get_call_type(context, tuple(map(plain, args)), {name: plain(a) for name, a in kws.items()})


register_model(RuleType)(models.OpaqueModel)


def rule[F: Callable[..., Any]](function: F) -> F:
    """Mark a function about one agent, or a step of a loop; compiled loops may call it, and so may plain Python.

    Two switches matter, both measured (see DESIGN.md). LLVM is told to inline; numba's own `inline="always"` lost the
    increment in `row.days[bin_of(x)] += 1` without a word (numba 0.68). And reference counting is off (`_nrt`): each
    `w.employees[i]` else counts the array up and down atomically, which took five sixths of a run. Hence a rule cannot
    make arrays; it writes into tables that its caller keeps alive.
    """
    if not INTERPRETED:
        d = RULES[function] = numba.njit(forceinline=True, _nrt=False, error_model="numpy", no_cfunc_wrapper=True, no_cpython_wrapper=True, pipeline_class=RuleCompiler)(function)
        infer_global(function, RuleType(d))
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
    return cast(F, numba.njit(cache=True, nogil=True, error_model="numpy", _nrt=False, no_cfunc_wrapper=True, pipeline_class=LoopCompiler)(function))
