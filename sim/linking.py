"""How the compiler (numba) is told to do less: rules have no machine code, and are optimised where they end up only.

numba makes a library of every function: it links in all that the function calls, optimises the whole twice, and makes
machine code of it, at every level of calls anew. Nobody calls a rule but other rules and loops, so a rule's library
keeps its own few lines, and a loop's library links all of them at once, puts each where it is called, and is optimised
then. Rules also do without numba's passes for what no rule has (array expressions, closures, context managers).
Together this takes the time of compiling to about half, and changes no bit of what is computed.

This leans on insides of numba that may change; sim/compiled.py compiles in the ordinary way if they are not there, and
tests/sim/test_compiler.py says in words what is different.
"""

from collections.abc import Callable
from typing import Any

from llvmlite.binding.newpassmanagers import create_new_module_pass_manager
from numba.core import boxing, cgutils, types
from numba.core import typed_passes as typed
from numba.core import untyped_passes as untyped
from numba.core.codegen import CPUCodeLibrary, JITCodeLibrary
from numba.core.compiler import CompilerBase, DefaultPassBuilder
from numba.core.compiler_machinery import AnalysisPass, PassManager, register_pass
from numba.core.pythonapi import NativeValue, _unboxers
from numba.core.types.misc import unliteral
from numba.core.typing.templates import infer_global
from numba.extending import models, register_model

for _name in (
    "finalize",
    "add_llvm_module",
    "_optimize_functions",
    "_optimize_final_module",
    "_finalize_dynamic_globals",
):
    getattr(CPUCodeLibrary, _name)  # AttributeError: numba is not as expected


class _Codegen:
    """numba's code generator, but for the one step that needs machine code."""

    def __init__(self, of: Any) -> None:
        self._of = of

    def __getattr__(self, name: str) -> Any:
        return getattr(self._of, name)

    def set_env(self, _name: str, _env: object) -> None:
        """A rule has no environment: it never touches a Python object."""


class RuleLibrary(JITCodeLibrary):
    """The code of a rule, kept for the loops that it goes into."""

    @property
    def codegen(self) -> _Codegen:
        """As the base class has it."""
        return _Codegen(self._codegen)

    def add_llvm_module(self, ll_module: Any) -> None:
        """Take the rule's own code, made smaller by itself once."""
        self._optimize_functions(ll_module)
        self._final_module.link_in(ll_module)

    def finalize(self) -> None:
        """Link nothing in: the loop does."""
        self._finalize_dynamic_globals()
        self._finalized = True

    def get_pointer_to_function(self, _name: str) -> int:
        """Nobody calls a rule by its address."""
        return 0


class LoopLibrary(JITCodeLibrary):
    """The code of a loop and of all rules that it comes to."""

    def finalize(self) -> None:
        """Link in what the loop calls, and what that calls, and so on, each once."""
        self._linking_libraries = list(_all_below(self, {}))
        super().finalize()

    def _optimize_final_module(self) -> None:
        """Put every rule where it is called, drop the rules by themselves, and only then optimise.

        Without vectors: nothing here is a long row of like numbers, and looking for one takes a tenth of the time.
        """
        inline = create_new_module_pass_manager()
        inline.add_always_inliner_pass()
        inline.add_global_dead_code_eliminate_pass()
        inline.run(self._final_module, self._codegen._pass_builder())
        passes, builder = self._codegen._module_pass_manager(loop_vectorize=False, slp_vectorize=False)
        passes.run(self._final_module, builder)


def _all_below(library: Any, found: dict[Any, None]) -> dict[Any, None]:
    for below in library._linking_libraries:
        if below not in found:
            found[below] = None
            if isinstance(below, RuleLibrary):
                _all_below(below, found)
    return found


def _library_of(kind: type[JITCodeLibrary]) -> type[AnalysisPass]:
    """A pass that makes the library of that kind, before the code is written down."""

    class OwnLibrary(AnalysisPass):
        _name = f"siloscope_{kind.__name__}"

        def __init__(self) -> None:
            AnalysisPass.__init__(self)

        def run_pass(self, state: Any) -> bool:
            state.library = kind(state.targetctx.codegen(), state.func_id.func_qualname)
            state.library.enable_object_caching()
            return False

    found: type[AnalysisPass] = register_pass(mutates_CFG=False, analysis_only=True)(OwnLibrary)
    return found


_RULE_PASSES = (
    untyped.TranslateByteCode,
    untyped.FixupArgs,
    untyped.IRProcessing,
    untyped.GenericRewrites,
    untyped.ReconstructSSA,
    typed.NopythonTypeInference,
    typed.PreLowerStripPhis,
    typed.IRLegalization,
    typed.AnnotateTypes,
    _library_of(RuleLibrary),
    typed.NativeLowering,
    typed.NoPythonBackend,
)
_LOOP_LIBRARY = _library_of(LoopLibrary)


class RuleCompiler(CompilerBase):
    """The passes that a rule needs."""

    def define_pipelines(self) -> list[PassManager]:
        """As the base class asks for them."""
        passes = PassManager("rule")
        for each in _RULE_PASSES:
            passes.add_pass(each, each.__name__)
        passes.finalize()
        return [passes]


class LoopCompiler(CompilerBase):
    """The usual passes, and one before the code is written down."""

    def define_pipelines(self) -> list[PassManager]:
        """As the base class asks for them."""
        passes = DefaultPassBuilder.define_nopython_pipeline(self.state)
        names = [one for one, _ in passes.passes]
        passes.add_pass_after(_LOOP_LIBRARY, names[names.index(typed.NativeLowering) - 1])
        passes.finalize()
        return [passes]


class RuleType(types.Dispatcher):
    """The type of a rule: compiled once for all callers, for one kind of whole number only."""

    def get_call_type(self, context: Any, args: tuple[Any, ...], kws: Any) -> Any:
        """As the base class has it."""
        return super().get_call_type(context, tuple(map(_plain, args)), {name: _plain(kws[name]) for name in kws})


register_model(RuleType)(models.OpaqueModel)


def _plain(each: Any) -> Any:
    return types.int64 if isinstance(each, types.Integer | types.IntEnumMember) else unliteral(each)


def name_rule(function: Callable[..., Any], dispatcher: Any) -> None:
    """Let compiled code that names the plain function call the compiled one."""
    infer_global(function, RuleType(dispatcher))


_HELD = boxing.unbox_numpy_random_generator
"""How numba takes a stream of chance: it holds it, and whoever counts no references never lets it go."""


def _borrowed(kind: Any, stream: Any, c: Any) -> NativeValue:
    """A stream of chance for a loop. One that counts no references (`_nrt`) does not hold it: its caller does."""
    if c.context.enable_nrt:
        return _HELD(kind, stream, c)
    bits = c.pyapi.object_getattr_string(stream, "bit_generator")
    taken = cgutils.create_struct_proxy(kind)(c.context, c.builder)
    taken.bit_generator = c.unbox(boxing._bit_gen_type, bits).value
    taken.parent = stream
    c.pyapi.decref(bits)
    return NativeValue(taken._getvalue(), is_error=cgutils.is_not_null(c.builder, c.pyapi.err_occurred()))


_unboxers.functions[types.NumPyRandomGeneratorType] = _borrowed
