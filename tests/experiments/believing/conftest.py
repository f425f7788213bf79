"""Maps without lives stand in synthetic.py, next to this file."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
