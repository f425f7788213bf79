"""What all tests share: how hypothesis searches, and where the raw incident log may be."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]

os.environ["SILOSCOPE_LANG"] = "en"  # whatever the computer speaks

# The same cases on every run; no time limit for one case, because the first one compiles the rules.
settings.register_profile("ci", max_examples=40, derandomize=True, deadline=None, database=None, print_blob=True)
# Ten times as many: make test-long
settings.register_profile("thorough", settings.get_profile("ci"), max_examples=400)
# A longer search with new cases each time: HYPOTHESIS_PROFILE=explore make test
settings.register_profile("explore", max_examples=1000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def raw_log() -> Path:
    """Path of the raw Volvo incident log (BPI Challenge 2013), which may not be shipped; skips where it is absent."""
    path = Path(os.environ.get("SILOSCOPE_BPI2013") or ROOT.parent / "shared" / "data" / "bpi2013_incidents.csv.gz")
    if not path.is_file():
        pytest.skip("the raw incident log is not here: it may not be shipped; set SILOSCOPE_BPI2013 to its path")
    return path
