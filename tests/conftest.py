"""Puts this folder on the path, so that test modules can share one (``score.labels_of``)."""

import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

# A shell that runs the tests in the background lets them ignore Ctrl-C, and so their children,
# which the tests of stopping send it to.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
