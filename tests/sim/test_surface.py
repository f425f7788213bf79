"""The public surface of the library: what notebooks import. A change here is a visible decision."""

import subprocess
import sys

import pytest

import sim

SURFACE = [
    "MEASURES", "Choice", "CompanyModel", "Employee", "Invitation", "Manager", "Measure", "Policy", "PolicyError",
    "Scenario", "Simulation", "Situation", "catalogue", "load_policy",
]  # fmt: skip


def test_the_surface_is_what_it_was() -> None:
    assert sorted(sim.__all__) == sorted(SURFACE)
    for name in SURFACE:
        assert getattr(sim, name).__doc__ or name == "MEASURES", f"{name} says nothing of itself"


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Emploee'"):
        sim.Emploee  # noqa: B018


def test_the_engine_comes_without_mesa_and_pandas() -> None:
    """They take a second to import, and the command line shall answer at once."""
    script = (
        "import sys, sim; print([name for name in ('mesa', 'pandas', 'networkx', 'altair') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
