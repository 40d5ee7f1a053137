"""Stops what takes too long, within this process."""

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

_AGAIN = 1.0  # seconds until the alarm rings again, should Python have swallowed the exception


class TooLongError(BaseException):
    """The time is over; no ``Exception``, so that nothing on its way takes it for its own."""


def too_long(seconds: float) -> str:
    """What to say of something that took longer than it may.

    >>> too_long(0.5)
    'took longer than 0.5 s (--timeout)'
    """
    return f"took longer than {seconds:g} s (--timeout)"


def can_stop() -> bool:
    """Whether ``deadline`` works here: in the main thread, where there are POSIX signals."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


@contextlib.contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise TooLongError when the body takes longer than ``seconds``; see ``can_stop``.

    >>> with deadline(0.01):
    ...     while True:
    ...         pass
    Traceback (most recent call last):
    extract.deadline.TooLongError
    """
    if not can_stop():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(_: int, __: FrameType | None) -> None:
    raise TooLongError
