"""The patterns, found by folder: every other file here is one, and adding a pattern is adding a file.

A file holds `PATTERN` (see pattern.py). Its bars stand in it as numbers, and are not changed because of what is found.
"""

import importlib
import pkgutil

from experiments.evidence.emergence.pattern import Pattern


def patterns() -> dict[str, Pattern]:
    """All patterns by id, in the order of their files."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    found: list[Pattern] = [importlib.import_module(f"{__name__}.{name}").PATTERN for name in names]
    return {pattern.id: pattern for pattern in found}
