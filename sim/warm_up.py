"""Compile all rules now, so that nobody waits for it later: `siloscope warm-up`, and part of `make setup`."""

from sim.chance import Luck, lucks
from sim.company.contracts import contract_in
from sim.company.organisation import build
from sim.company.scenario import Scenario
from sim.compiled import Progress, compile_loops
from sim.life import day, turn
from sim.policies import load_policy
from sim.tables import World

ROOMS = (day, turn)  # where the loops stand; loading a room makes its loops known


def warm_up(progress: Progress | None = None) -> int:
    """Compile every loop and what it calls, unless they are on disk; returns how many functions that took.

    Half a minute the first time; then none. Two may do so at once. Where nothing can be kept on disk, it is no error.
    """
    scenario = Scenario()
    empty = build(scenario, 0, 0, 1, with_events=False, by_division=False, with_flows=False)
    world = contract_in(empty, load_policy(scenario.run.start_policy), scenario)
    return compile_loops({World: world, Luck: lucks(0, 0, 1)[0], int: 0}, progress)
