"""Compare reward policies under the same luck: warm up under the scenario's start policy, switch, live on, N futures.

In a notebook:

    from experiments.comparing.compare import compare
    found = compare(Scenario(), ["sales-commission", "gate-and-shared-target"], replicates=20)
    found.paired()["gate-and-shared-target"]["week6"]["silo_index"]  # Difference(mean=…, low=…, high=…, …)
    found.weekly_frame()  # a pandas frame, one row a policy, future and week
"""

from collections.abc import Sequence
from concurrent.futures import Executor
from pathlib import Path

from experiments.comparing.comparison import Comparison
from experiments.comparing.replicates import Progress, live_replicates
from experiments.errors import RequestError
from sim.company.scenario import Scenario
from sim.policies import Policy, load_policy

__all__ = ["Comparison", "compare"]


def compare(
    scenario: Scenario,
    policies: Sequence[Policy | str | Path],
    *,
    replicates: int | None = None,
    seed: int | None = None,
    weeks: int | None = None,
    workers: int | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Comparison:
    """Compare policies in a scenario; the first is the one that the others are set against.

    `replicates`, `seed` and `weeks` (from the switch on) default to the scenario's. `workers` threads (default: all
    cores) share the work, or an `executor` of yours, say a ProcessPoolExecutor: the result is the same to the bit.
    `progress(done, replicates)` is called in this thread. Raises PolicyError for a policy that cannot be read and
    RequestError for numbers out of range or a policy that is given twice.
    """
    run = scenario.run
    chosen = tuple(policy if isinstance(policy, Policy) else load_policy(policy) for policy in policies)
    replicates = run.replicates if replicates is None else replicates
    seed = run.seed if seed is None else seed
    weeks = run.weeks if weeks is None else weeks
    check_policies(chosen)
    check_number("replicates", replicates, 1, 100_000)
    check_number("weeks", weeks, 1, 5_200)
    check_number("seed", seed, 0, 2**63 - 1)
    if workers is not None:
        check_number("workers", workers, 1, 10_000)
    rows = live_replicates(
        scenario, chosen, seed=seed, replicates=replicates, weeks=weeks,
        workers=workers, executor=executor, progress=progress,
    )  # fmt: skip
    return Comparison(scenario, chosen, seed, rows)


def check_policies(policies: Sequence[Policy]) -> None:
    """Refuse no policy at all, and two of the same name. Raises RequestError."""
    if not policies:
        raise RequestError("there is no policy to compare; name at least one")
    names = [policy.id for policy in policies]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise RequestError(f'policy "{twice}" is given twice; every policy needs a name of its own')


def check_number(name: str, value: int, low: int, high: int) -> None:
    """Refuse a number that is out of range. Raises RequestError."""
    if not low <= value <= high:
        raise RequestError(f"{name} = {value} must be a whole number from {low:,} to {high:,}")
