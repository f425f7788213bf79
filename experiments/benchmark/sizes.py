"""Seconds by size of the company: building it, a week of it, and a decision in it."""

from experiments.benchmark.companies import company_of, decisions_of, seconds
from sim.simulation import Simulation

WINDOW = 2  # weeks timed at once
DECISIONS = 400_000  # that a size is timed for, within the rounds
ROUNDS_LEAST, ROUNDS_MOST = 3, 20


def times(people: int, rounds: int | None = None) -> dict[str, float]:
    """Seconds to build, seconds a week and nanoseconds a decision of the best of several windows of two weeks."""
    scenario = company_of(people)
    rounds = rounds or max(ROUNDS_LEAST, min(ROUNDS_MOST, DECISIONS // (40 * people)))
    held: list[Simulation] = []
    build = seconds(lambda: held.append(Simulation(scenario, weeks=1 + WINDOW * rounds)))
    run = held[0]
    run.live_weeks(1)
    week, decision = float("inf"), float("inf")
    for _ in range(rounds):
        before = decisions_of(run)
        took = seconds(lambda: run.live_weeks(WINDOW))
        week = min(week, took / WINDOW)
        decision = min(decision, took / max(decisions_of(run) - before, 1))
    return {
        f"people_{people}_build_seconds": build,
        f"people_{people}_seconds_per_week": week,
        f"people_{people}_ns_per_decision": 1e9 * decision,
    }
