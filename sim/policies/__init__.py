"""Reward policies: who is paid for what. Everything else of the model sees prices, never a policy."""

from sim.policies.checks import PolicyError
from sim.policies.policy import Policy
from sim.policies.reading import catalogue, load_policy

__all__ = ["Policy", "PolicyError", "catalogue", "load_policy"]
