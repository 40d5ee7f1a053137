"""FollowTheMoney: its own library reads, validates and changes nothing."""

import json

import msgspec
import pytest
from followthemoney import ValueEntity, model
from followthemoney.exc import InvalidData

from extract import extract
from extract.write import followthemoney
from write.articles import everything, seeds

MEETING = (
    "On March 5, 2024, Deputy Prime Minister Tran Van Minh, Member of the Party Central Committee,"
    " chaired a meeting in Da Nang. The National Assembly praised it. Minister of Health Le Van An"
    " attended. Vietnam exports more."
)


def read(folder):
    lines = (folder / "entities.ftm.json").read_bytes().splitlines()
    return [model.get_proxy(json.loads(line)) for line in lines]


def written(folder, *results):
    followthemoney.write(iter(results), folder)
    return read(folder)


def of(entities, schema):
    return [one for one in entities if one.schema.name == schema]


@pytest.fixture(scope="module")
def entities(tmp_path_factory):
    return written(tmp_path_factory.mktemp("ftm"), *everything())


def test_the_library_takes_every_entity_as_it_is(entities):
    ids = [one.id for one in entities]
    assert ids == sorted(set(ids)) and len(ids) > 150
    for one in entities:
        given = one.to_dict()
        one.schema.validate(given)
        assert all(one.has(name) for name in one.schema.required)
        clean = ValueEntity.from_dict(given, cleaned=False)
        found = {name: sorted(values) for name, values in clean.to_dict()["properties"].items()}
        assert found == {name: sorted(values) for name, values in given["properties"].items()}
        for prop, value in one.itervalues():
            assert prop.type.name != "entity" or value in ids


def test_the_same_people_bodies_and_places(entities):
    articles = {one.id for one in of(entities, "Article")}
    assert len(articles) == len(of(entities, "Event")) == len(everything())
    for schema, kind in (("Person", "official"), ("PublicBody", "agency"), ("Address", "locality")):
        expected = {}
        for result in everything():
            for one in result.entities:
                if one.type == kind:
                    key = one.id or (result.article.doc_id, one.entity)
                    name = " ".join(one.name.replace("\0", "").split())
                    expected.setdefault(key, set()).add(name)
        found = sorted(sorted(one.get("name")) for one in of(entities, schema))
        assert found == sorted(map(sorted, expected.values()))
        assert all(set(one.get("proof")) <= articles for one in of(entities, schema))


def test_a_meeting(tmp_path):
    result = extract(MEETING, doc_id="a", title="A meeting", url="https://example.com/a")
    entities = written(tmp_path, result)
    named = {one.id: one.caption for one in entities}
    [event] = of(entities, "Event")
    assert (event.get("name"), event.get("date")) == (["A meeting"], ["2024-03-05"])
    assert sorted(named[one] for one in event.get("involved")) == ["Le Van An", "Tran Van Minh"]
    assert [named[one] for one in event.get("addressEntity")] == ["Da Nang"]
    assert sorted(event.get("locationMentioned")) == ["Da Nang", "Vietnam"]
    held = {
        (named[one.first("holder")], named[one.first("post")]) for one in of(entities, "Occupancy")
    }
    assert held == {
        ("Tran Van Minh", "Deputy Prime Minister"),
        ("Tran Van Minh", "Member of the Party Central Committee"),
        ("Le Van An", "Minister of Health"),
    }
    [link] = of(entities, "Membership")
    assert named[link.first("member")] == "Tran Van Minh"
    assert named[link.first("organization")] == "Party Central Committee"
    posts = {one.caption: one.get("organization") for one in of(entities, "Position")}
    assert posts["Minister of Health"] == []
    assert posts["Member of the Party Central Committee"] == [link.first("organization")]
    [place] = [one for one in of(entities, "Address") if one.caption == "Da Nang"]
    assert (place.get("country"), place.get("state")) == (["vn"], ["Da Nang"])
    [body] = [one for one in of(entities, "PublicBody") if one.caption == "National Assembly"]
    assert body.get("classification") == ["legislature"]


def test_what_has_a_key_is_one_in_all_articles(tmp_path):
    first = extract(MEETING, doc_id="a")
    second = extract("Tran Van Minh, Minister of Justice, spoke in Da Nang.", doc_id="b")
    entities = written(tmp_path, first, second)
    [place] = [one for one in of(entities, "Address") if one.caption == "Da Nang"]
    assert len(place.get("proof")) == 2
    people = [one for one in of(entities, "Person") if one.caption == "Tran Van Minh"]
    assert [len(one.get("proof")) for one in people] == [1, 1]

    def keyed(result):
        people = [
            msgspec.structs.replace(one, id="tran-van-minh") if one.name == "Tran Van Minh" else one
            for one in result.entities
        ]
        return msgspec.structs.replace(result, entities=tuple(people))

    entities = written(tmp_path, keyed(first), keyed(second))
    [person] = [one for one in of(entities, "Person") if one.caption == "Tran Van Minh"]
    assert len(person.get("proof")) == 2
    assert "Minister of Justice" in person.get("position")


def test_the_same_bytes_in_any_order(tmp_path):
    (tmp_path / "back").mkdir()
    followthemoney.write(seeds(), tmp_path)
    followthemoney.write(reversed(seeds()), tmp_path / "back")
    files = [path / "entities.ftm.json" for path in (tmp_path, tmp_path / "back")]
    assert files[0].read_bytes() == files[1].read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["back", "entities.ftm.json"]


def test_what_breaks_the_model_is_refused(tmp_path, monkeypatch):
    def broken(result):
        made = model.make_entity("Person")
        made.id = "x"
        made.unsafe_add(made.schema.get("birthDate"), "soon", cleaned=True)
        yield made

    monkeypatch.setattr(followthemoney, "entities", broken)
    with pytest.raises(InvalidData):
        followthemoney.write(seeds()[:1], tmp_path)


def test_nothing_at_all(tmp_path):
    assert written(tmp_path) == []
