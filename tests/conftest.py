"""Puts this folder on the path, so that test modules can share one (``score.labels_of``)."""

import os
import signal
import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

# On a busy machine any example may take any time.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

# Processes that tests start would otherwise compile the whole package each.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A shell that runs the tests in the background lets them ignore Ctrl-C, and so their children,
# which the tests of stopping send it to.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
