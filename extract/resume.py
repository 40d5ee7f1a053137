"""Where a run begins: at the first article, or where an earlier one was stopped."""

import time
from pathlib import Path

import msgspec

from extract import checkpoint
from extract.checkpoint import Checkpoint, Identity
from extract.records import RunRecord
from extract.survey import Surveyor
from extract.tally import Tally
from extract.trail import Mark
from extract.write.folder import RUN_FILE, Folder, OutputError, check

_EVERY = 1.0  # seconds between checkpoints, or more where they take long
_SHARE = 20  # a checkpoint may take one part in so many of the time


class FinishedError(Exception):
    """There is nothing to go on with: the run was not stopped. ``record`` says what it gave."""

    def __init__(self, path: Path, record: RunRecord) -> None:
        super().__init__(f"{path}: holds the whole output already; nothing is left to do")
        self.record = record


def begin(output: Path, now: Identity, *, resume: bool, overwrite: bool) -> Checkpoint | None:
    """Where to go on in ``output``; None where the run begins at the beginning.

    Raises OutputError where ``output`` cannot be taken or what is in it was another run,
    FinishedError where ``resume`` finds the run finished.
    """
    stopped = checkpoint.load(output)
    if stopped is not None and resume:
        if differences := stopped.identity.differences(now):
            raise OutputError(
                f"{output}: the run that was stopped cannot go on: {'; '.join(differences)}. "
                "Start again with --overwrite instead of --resume"
            )
        return stopped
    if stopped is not None and not overwrite:
        raise OutputError(
            f"{output}: holds a run that was stopped after {stopped.mark.items:,} articles; "
            "go on with --resume or start again with --overwrite"
        )
    if resume and not overwrite:
        _check_finished(output, now)
    check(output, overwrite=overwrite)
    return None


def _check_finished(output: Path, now: Identity) -> None:
    try:
        record = msgspec.json.decode((output / RUN_FILE).read_bytes(), type=RunRecord)
    except (OSError, msgspec.DecodeError):
        return
    if (record.version, record.options) == (now.version, now.options):
        raise FinishedError(output, record)


class Notes:
    """Writes checkpoints of a run, now and then."""

    def __init__(self, folder: Folder, identity: Identity, surveyor: Surveyor | None) -> None:
        self._folder = folder
        self._identity = identity
        self._surveyor = surveyor
        self._due = 0.0
        self._now: Checkpoint | None = None

    def note(self, mark: Mark, tally: Tally, seconds: float) -> None:
        """All items up to ``mark`` are done and added to the folder; write that if it is time.

        Raises WriteError.
        """
        self._now = Checkpoint(
            identity=self._identity,
            mark=mark,
            lengths=self._folder.lengths,
            tally=tally,
            seconds=seconds,
        )
        if self._surveyor is not None and time.monotonic() >= self._due:
            self.write()

    def write(self, *, final: bool = False) -> None:
        """Write what was noted last; ``final`` when everything is about to be put in place.

        Raises WriteError.
        """
        if self._now is None or self._surveyor is None:
            return
        began = time.monotonic()
        self._folder.sync()
        if self._identity.inputs is None:
            self._identity = msgspec.structs.replace(
                self._identity, inputs=self._surveyor.wait() if final else self._surveyor.now()
            )
        self._now.identity = self._identity
        self._now.final = self._folder.lengths if final else None
        checkpoint.save(self._folder.path, self._now)
        took = time.monotonic() - began
        self._due = began + max(_EVERY, _SHARE * took)
