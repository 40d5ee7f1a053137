"""What a run says when it is stopped, and how to go on."""

import contextlib
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import typer

_FULL, _CTRL_C, _TERMINATED = 3, 130, 143  # exit status


class _TerminatedError(KeyboardInterrupt):
    """SIGTERM came."""


@contextlib.contextmanager
def stopping(output: Path) -> Iterator[None]:
    """Where the body is stopped by Ctrl-C, SIGTERM, a full disk or for want of workers: say so, say
    what is kept in ``output``, and end with the exit status of it.
    """
    from extract.crew import WorkerError
    from extract.write.growing import WriteError

    with _sigterm_raises():
        try:
            yield
        except KeyboardInterrupt as stop:
            terminated = isinstance(stop, _TerminatedError)
            _end("stopped", output, _TERMINATED if terminated else _CTRL_C)
        except (WriteError, WorkerError) as error:
            _end(str(error), output, _FULL)


def _end(cause: str, output: Path, status: int) -> None:
    from extract.checkpoint import load

    left = load(output)
    if left is None:
        kept = "nothing is kept"
    else:
        done = f"{left.mark.items:,} articles" if left.mark.items != 1 else "1 article"
        kept = f"{done} done and kept; to go on, give the same command with --resume"
    typer.echo(f"meeting-extract: {cause}; {kept}", err=True)
    raise typer.Exit(status) from None


@contextlib.contextmanager
def _sigterm_raises() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _raise)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _raise(_: int, __: FrameType | None) -> None:
    raise _TerminatedError
