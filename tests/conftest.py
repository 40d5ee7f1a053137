"""Puts this folder on the path, so that test modules can share one (``score.labels_of``)."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
