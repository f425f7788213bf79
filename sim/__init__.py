"""Siloscope: how reward policies turn a company of islands into one team, or not."""

from typing import TYPE_CHECKING

from sim.agents.guest import Invitation
from sim.agents.reasons import Situation
from sim.company.scenario import Scenario
from sim.policies import Policy, PolicyError, catalogue, load_policy
from sim.records.measures import MEASURES, Measure
from sim.simulation import Simulation
from sim.tables import Choice

if TYPE_CHECKING:
    from sim.model import CompanyModel, Employee, Manager

__all__ = [
    "MEASURES",
    "Choice",
    "CompanyModel",
    "Employee",
    "Invitation",
    "Manager",
    "Measure",
    "Policy",
    "PolicyError",
    "Scenario",
    "Simulation",
    "Situation",
    "catalogue",
    "load_policy",
]


def __getattr__(name: str) -> object:
    """Mesa takes a second to import and most runs do without it: its classes come when they are asked for."""
    if name in ("CompanyModel", "Employee", "Manager"):
        import sim.model

        return getattr(sim.model, name)
    raise AttributeError(f"module 'sim' has no attribute {name!r}")
