"""What a run notes down in its output folder, so that it can go on after it was stopped."""

import hashlib
from pathlib import Path
from typing import Literal

import msgspec

from extract import patterns
from extract.records import SCHEMA_VERSION, RunOptions
from extract.survey import Survey
from extract.tally import Tally
from extract.trail import START, Mark
from extract.version import __version__
from extract.write.durable import write_durably
from extract.write.folder import CHECKPOINT_FILE
from extract.write.scratch import PARTIAL

_NAME = CHECKPOINT_FILE + PARTIAL


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """What must be the same for a run to go on; ``inputs`` is None until they are surveyed."""

    version: str = __version__
    schema_version: str = SCHEMA_VERSION
    options: RunOptions
    rules: str
    inputs: Survey | None = None

    def differences(self, now: "Identity") -> list[str]:
        """What is not the same, in words."""
        found = [
            f"{name} {_shown(was)}, now {_shown(is_)}"
            for name, was, is_ in (
                ("the version was", self.version, now.version),
                ("the version of the records was", self.schema_version, now.schema_version),
            )
            if was != is_
        ]
        for name in RunOptions.__struct_fields__:
            was, is_ = getattr(self.options, name), getattr(now.options, name)
            if was != is_:
                found.append(f"option {name!r} was {_shown(was)}, now {_shown(is_)}")
        if self.rules != now.rules:
            found.append("the patterns or the program's code were others")
        if self.inputs is not None and now.inputs is not None:
            found += self.inputs.differences(now.inputs)
        return found


class Checkpoint(msgspec.Struct, kw_only=True):
    """How far a run is: the items done, and how long the files are with these.

    ``final`` is there when all is done and the files are about to take their places.
    """

    program: Literal["meeting-extract"] = "meeting-extract"
    identity: Identity
    mark: Mark = START
    lengths: dict[str, int]
    tally: Tally
    seconds: float = 0
    final: dict[str, int] | None = None


def save(folder: Path, checkpoint: Checkpoint) -> None:
    """Write the checkpoint; raises OSError, and leaves the one before, where that fails."""
    write_durably(folder / _NAME, msgspec.json.encode(checkpoint))


def load(folder: Path) -> Checkpoint | None:
    """The checkpoint in ``folder``; None where there is none that can be read."""
    try:
        return msgspec.json.decode((folder / _NAME).read_bytes(), type=Checkpoint)
    except (OSError, msgspec.DecodeError):
        return None


def rules_digest(own: Path | None) -> str:
    """A digest of the code, of all files of the built-in patterns and of those in ``own``."""
    code = Path(__file__).parent
    digest = hashlib.blake2b(digest_size=16)
    for root, kind in ((code, "*.py"), (patterns.default_directory(), "*"), (own, "*")):
        for path in sorted(root.rglob(kind)) if root else ():
            if root and path.is_file():
                name = path.relative_to(root).as_posix().encode("utf-8", "surrogateescape")
                digest.update(name + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    return "none" if value is None else str(value)
