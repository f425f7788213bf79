"""Tests of texts share what gathers them; the pages of the readmes are texts too."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "readme")]
