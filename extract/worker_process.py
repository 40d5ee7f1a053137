"""One worker process: its life inside, and how the process that started it deals with it."""

import contextlib
import gc
import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import Any, Protocol

READY = "ready"  # what a worker says once its pipeline is built

# Seconds that a worker has beyond what its articles may take, to end that by itself and to build
# its pipeline anew after it.
_GRACE = 30.0
_context = multiprocessing.get_context("spawn")


class Work(Protocol):
    """What worker processes do with items, such as a `Job`; it is sent to each of them once."""

    def prepare(self) -> None:
        """Get ready, in the worker process."""

    def perform(self, items: tuple[Any, ...]) -> Any:
        """The outcome of some items, in the worker process."""

    def failed(self, item: Any, why: str) -> Any:
        """The outcome of one item that no worker could finish."""

    def seconds(self, item: Any) -> float:
        """What ``item`` may take."""

    def size(self, item: Any) -> int:
        """How much of the memory ``item`` takes, roughly, in characters or bytes."""


class Worker:
    """A worker process as seen from outside; ``died`` says how, once it has."""

    def __init__(self, work: Work) -> None:
        self.connection, inside = _context.Pipe()
        self._process = _context.Process(target=_live, args=(inside, work), daemon=True)
        with _no_interrupt():
            self._process.start()
        inside.close()  # so that ours is at its end when the worker is
        self.ready = False
        self.died = ""
        self._work = work
        self._due: float | None = None

    def give(self, items: tuple[Any, ...]) -> None:
        """Send ``items`` to be worked on; raises OSError where the worker has died."""
        self._due = time.monotonic() + max(map(self._work.seconds, items)) + _GRACE
        self.connection.send(items)

    def hear(self) -> Any:
        """What the worker has to say: an outcome, why it cannot work, None for being ready.

        Raises EOFError or OSError where it has died.
        """
        said = self.connection.recv()
        self._due = None
        if said == READY:
            self.ready = True
            return None
        return said

    def left(self) -> float | None:
        """Seconds until what it works on is overdue; None where it works on nothing."""
        return None if self._due is None else self._due - time.monotonic()

    def kill(self) -> None:
        """End it, whatever it is at."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self.connection.close()

    def bury(self) -> None:
        """Clear away a worker that has died by itself, and note how in ``died``."""
        self._process.join(5)
        code = self._process.exitcode
        self.died = f"signal {-code}" if code is not None and code < 0 else f"exit status {code}"
        self.kill()


def _live(connection: Connection, work: Work) -> None:
    """Answer what comes through ``connection`` until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    threading.Thread(target=_die_with_parent, daemon=True).start()
    try:
        work.prepare()
    except Exception as error:
        connection.send(error)
        return
    gc.freeze()  # the patterns stay for good: no need to look through them again and again
    with contextlib.suppress(EOFError, OSError):
        connection.send(READY)
        while True:
            connection.send(work.perform(connection.recv()))


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


@contextlib.contextmanager
def _no_interrupt() -> Iterator[None]:
    """Let what starts in the body never see a Ctrl-C, not even before its first line runs."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
