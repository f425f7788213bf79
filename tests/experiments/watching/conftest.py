"""One small company on film along two courses; filmed.py can be imported from the tests of this folder."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from filmed import WEEKS, company

from experiments.watching import Watching
from sim.company.scenario import Scenario


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    """A company of two units, of three divisions of four people each."""
    return company()


@pytest.fixture(scope="session")
def watched(scenario: Scenario) -> Watching:
    """Two weeks before the switch and two after it, along two courses."""
    return Watching(scenario, ["sales-commission", "gate-and-shared-target"], seed=5, first_week=-2, weeks=WEEKS)
