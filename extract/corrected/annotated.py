"""What a tool says of one article, and the problems found on the way."""

from typing import NamedTuple

from extract.write.marks import Link, Mark


class Annotated(NamedTuple):
    """An article with its marks and links; ``where`` names the file (and task) they stand in."""

    doc_id: str
    text: str
    where: str
    marks: list[Mark]
    links: list[Link]


class Problems:
    """Errors, any of which stops the import, and warnings; one line each."""

    def __init__(self) -> None:
        self.errors: list[str] = []
        self.warnings: list[str] = []
