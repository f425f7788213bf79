"""The raw requests that tests of the server share stand in asking.py, next to this file."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
