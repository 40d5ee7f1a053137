"""FollowTheMoney: ``entities.ftm.json``, one entity a line, for knowledge graphs.

An article is an ``Article`` and the meeting it tells of an ``Event``; officials are ``Person``,
their titles ``Position`` and ``Occupancy``, bodies ``PublicBody``, places ``Address``. A title that
names a body of the article belongs to that body, and a member of it has a ``Membership``. An entity
with a key of the gazetteer is the same in all articles; all others (people have no such key) stay
those of their article: whether two of them are one is for a person, or for a tool such as
nomenklatura, to say. Lines are in the order of the ids, which come from the keys alone.

The `followthemoney` library (extra ``formats``) makes and validates every entity.
"""

import hashlib
import json
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.records import Entity, Official
from extract.result import ArticleResult

if TYPE_CHECKING:
    from followthemoney import EntityProxy

FILE = "entities.ftm.json"
# What a place's name is in an address; a country is one in itself.
_PARTS = {"province": "state", "city": "city", "region": "region"}


def write(results: Iterable[ArticleResult], folder: Path) -> None:
    """Write the entities of all articles, those of the same id made one, into ``folder``.

    Raises InvalidData of the library where an entity breaks the model.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # The parts wait in a file: there are as many as mentions, and those of one entity are apart.
    with tempfile.TemporaryDirectory(dir=folder, prefix=".ftm.") as scratch:
        parts = sqlite3.connect(Path(scratch) / "parts.sqlite")
        parts.execute("CREATE TABLE parts (id TEXT, number INTEGER PRIMARY KEY, entity TEXT)")
        for result in results:
            made = ((one.id, json.dumps(one.to_dict())) for one in entities(result))
            parts.executemany("INSERT INTO parts (id, entity) VALUES (?, ?)", made)
        parts.commit()
        with (folder / FILE).open("w", encoding="utf-8", newline="") as file:
            file.writelines(map(_line, _merged(parts)))
        parts.close()


def _merged(parts: sqlite3.Connection) -> Iterator["EntityProxy"]:
    """The entities in the order of their ids, the parts of each made one."""
    from followthemoney import model

    entity = None
    for (part,) in parts.execute("SELECT entity FROM parts ORDER BY id, number"):
        proxy = model.get_proxy(json.loads(part))
        if entity is not None and entity.id == proxy.id:
            entity.merge(proxy)
            continue
        if entity is not None:
            yield entity
        entity = proxy
    if entity is not None:
        yield entity


def _line(entity: "EntityProxy") -> str:
    given: Any = entity.to_dict()
    entity.schema.validate(given)
    given["properties"] = {name: sorted(one) for name, one in sorted(given["properties"].items())}
    kept = {key: given[key] for key in ("id", "schema", "properties")}
    return json.dumps(kept, ensure_ascii=False) + "\n"


def entities(result: ArticleResult) -> Iterator["EntityProxy"]:
    """The entities of one article; links come after what they link.

    >>> from extract import extract
    >>> result = extract("Minister Tran Van Minh spoke in Da Nang.", doc_id="a")
    >>> [one.schema.name for one in entities(result)]
    ['Article', 'Address', 'Person', 'Position', 'Occupancy', 'Event']
    """
    return _Article(result).entities()


class _Article:
    """The entities of one article in the making."""

    def __init__(self, result: ArticleResult) -> None:
        self._result = result
        self._doc_id = result.article.doc_id
        self._article = self._make("Article", "article", self._doc_id)
        self._roles = [
            one for one in result.mentions if isinstance(one, Official) and one.meeting_role
        ]
        self._bodies: dict[str, set[str]] = {}  # a name or spelling → the bodies of that name

    def entities(self) -> Iterator["EntityProxy"]:
        article = self._result.article
        self._add(self._article, "title", article.title)
        self._add(self._article, "author", article.author)
        self._add(self._article, "publishedAt", article.published)
        self._add(self._article, "sourceUrl", article.url)
        self._add(self._article, "fileName", article.source)
        self._add(self._article, "language", article.language)
        yield self._article
        event = self._event()
        for one in self._result.entities:
            if one.type == "agency":
                yield self._body(one)
            elif one.type == "locality":
                address = self._address(one)
                self._add(event, "locationMentioned", one.name)
                if self._is_of_the_meeting(one):
                    self._add(event, "addressEntity", address.id)
                yield address
        for one in self._result.entities:
            if one.type == "official":
                person = self._entity("Person", one)
                if self._has_role(one):
                    self._add(event, "involved", person.id)
                posts = list(self._posts(person, one))
                yield from (person, *posts)
        yield event

    def _event(self) -> "EntityProxy":
        """What the article tells of, on the article's own day."""
        article = self._result.article
        event = self._make("Event", "event", self._doc_id)
        first = next((line.strip() for line in article.text.splitlines() if line.strip()), "")
        self._add(event, "name", article.title or first[:200] or self._doc_id)
        self._add(event, "date", article.reference_date)
        self._add(event, "sourceUrl", article.url)
        self._add(event, "proof", self._article.id)
        return event

    def _body(self, one: Entity) -> "EntityProxy":
        body = self._entity("PublicBody", one)
        self._add(body, "classification", one.kind)
        for mention in self._result.mentions:
            if mention.start in one.mentions:
                name = " ".join(mention.text.split())
                self._bodies.setdefault(name.casefold(), set()).add(str(body.id))
                if name != one.name:
                    self._add(body, "weakAlias", name)
        self._bodies.setdefault(one.name.casefold(), set()).add(str(body.id))
        return body

    def _address(self, one: Entity) -> "EntityProxy":
        address = self._entity("Address", one)
        self._add(address, "full", one.name)
        self._add(address, _PARTS.get(one.kind or "", "remarks"), one.name)
        if one.code:
            self._add(address, "country", one.code[:2].lower())
        return address

    def _posts(self, person: "EntityProxy", one: Entity) -> Iterator["EntityProxy"]:
        """The titles of a person: the posts, that the person holds them, and memberships."""
        article = self._result.article
        for title in one.titles:
            self._add(person, "position", title)
            post = self._make("Position", "position", self._doc_id, title)
            self._add(post, "name", title)
            self._add(post, "proof", self._article.id)
            body = self._body_in(title)
            self._add(post, "organization", body)
            holds = self._make("Occupancy", "occupancy", person.id, post.id)
            self._add(holds, "holder", person.id)
            self._add(holds, "post", post.id)
            self._add(holds, "date", article.reference_date)
            self._add(holds, "proof", self._article.id)
            yield from (post, holds)
            if body and title.casefold().startswith("member"):
                link = self._make("Membership", "membership", person.id, body, title)
                self._add(link, "member", person.id)
                self._add(link, "organization", body)
                self._add(link, "role", title)
                self._add(link, "date", article.reference_date)
                self._add(link, "proof", self._article.id)
                yield link

    def _body_in(self, title: str) -> str | None:
        """The body that a title ends with, behind ``of``, where the article marks just one such.

        Of several names that fit, the longest counts.
        """
        words = " ".join(title.split()).casefold()
        named = [
            name for name in self._bodies if words.endswith((f" of {name}", f" of the {name}"))
        ]
        bodies = self._bodies[max(named, key=len)] if named else set()
        return next(iter(bodies)) if len(bodies) == 1 else None

    def _has_role(self, one: Entity) -> bool:
        return any(mention.start in one.mentions for mention in self._roles)

    def _is_of_the_meeting(self, place: Entity) -> bool:
        """Whether a sentence that names the place also says who chaired or attended."""
        told = [one for one in self._roles if one.meeting_role != "speaker"]
        return any(one.sent_start <= at < one.sent_end for one in told for at in place.mentions)

    def _entity(self, schema: str, one: Entity) -> "EntityProxy":
        """An entity of the article: by its key in the gazetteer, else by its number."""
        own = (self._doc_id, str(one.entity))
        made = self._make(schema, one.type, *((one.id,) if one.id else own))
        self._add(made, "name", one.name)
        self._add(made, "proof", self._article.id)
        return made

    def _make(self, schema: str, *key: str | None) -> "EntityProxy":
        from followthemoney import model

        made = model.make_entity(schema)
        digest = hashlib.sha1("\0".join(map(str, key)).encode("utf-8", "surrogatepass"))
        made.id = f"mx-{digest.hexdigest()}"
        return made

    def _add(self, entity: "EntityProxy", name: str, value: str | None) -> None:
        """Add a value in the library's own clean form; what it cannot clean is left out."""
        if value:
            entity.add(name, value)
