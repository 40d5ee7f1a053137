"""``python -m extract``: the same as the command ``meeting-extract``."""

from extract.cli import app

app(prog_name="meeting-extract")
