"""How effects are counted, one file a design. A method is a file here, found by itself.

It has DESIGN (the design whose points it needs), and `effects(keys, shares, values)`, which takes the design in shares,
shape (points, dimensions), and the answers, shape (points, futures), and gives an Effect for each key.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from experiments.comparing.intervals import Floats
from experiments.sensing.effects import Effect


class Method(Protocol):
    """What a file of this folder has."""

    DESIGN: str

    @staticmethod
    def effects(keys: Sequence[str], shares: Floats, values: Floats) -> tuple[Effect, ...]:
        """One effect a key, in their order. Raises RequestError for too few answers."""


@cache
def methods() -> Mapping[str, Method]:
    """All methods, by the design that they need."""
    found = [import_module(f"{__name__}.{each.name}") for each in iter_modules(__path__)]
    return {method.DESIGN: method for method in cast(list[Method], found)}
