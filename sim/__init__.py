"""Siloscope: how reward policies turn a company of islands into one team, or not."""

from sim.agents.employee import Situation
from sim.measures import MEASURES, Measure
from sim.model import CompanyModel, Employee, Manager
from sim.policies import Policy, PolicyError, catalogue, load_policy
from sim.scenario import Scenario
from sim.simulation import Simulation
from sim.tables import Choice

__all__ = [
    "MEASURES",
    "Choice",
    "CompanyModel",
    "Employee",
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
