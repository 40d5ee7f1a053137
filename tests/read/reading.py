"""What the tests of all formats share."""

from extract.read import read
from extract.read.sources import find_sources
from extract.records import ErrorRecord


def read_all(*inputs, **options):
    """What reading ``inputs`` gives."""
    return list(read(find_sources([str(name) for name in inputs]), **options))


def write(path, content):
    """The file ``path``, made with ``content``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def problem(source, error, record=None):
    """An ErrorRecord."""
    return ErrorRecord(source=source, record=record, error=error)
