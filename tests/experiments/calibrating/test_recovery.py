"""Known parameters are found again in logs that the model made: the long form of what test_learning.py samples."""

from pathlib import Path

import pytest

from experiments.calibrating.bank import bank
from experiments.sweeping.engines import engine
from tests.experiments.calibrating.recovery import recovered, setting

DRAWS, LOGS, ENOUGH = 800, 20, 17


@pytest.mark.long
def test_intervals_hold_the_truth_of_17_logs_of_20(tmp_path: Path) -> None:
    known = setting()
    found = [*recovered(known, bank(known, DRAWS, tmp_path / "bank", engine()), LOGS)]
    for place, each in enumerate(known.dimensions):
        fits = [(one.learned.fits[place], one.truth[place]) for one in found]
        assert sum(fit.low <= truth <= fit.high for fit, truth in fits) >= ENOUGH, each.key
    assert all(one.learned.fits[0].told for one in found)  # load, because people are counted
