"""Watching one company: films of what happens hour by hour, stories of problems, and why somebody chose something."""

from experiments.watching.watching import Watching

__all__ = ["Watching"]
