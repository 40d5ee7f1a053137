"""Which mentions are one person."""

from extract.document import Document
from extract.link.people import link_people
from extract.span import Span


def linked(*names):
    spans = [
        Span(start=i, end=i + 1, type="official", rule="x", attributes={"name": name})
        for i, name in enumerate(names)
    ]
    link_people(spans, Document("", [], [], "", [], [], {}, {}))
    return [span.attributes["name"] for span in spans]


def test_short_forms_get_the_full_name():
    assert linked("Pham Minh Chinh", "Chinh") == ["Pham Minh Chinh"] * 2


def test_the_fullest_form_is_taken_from_later_mentions_too():
    assert linked("Bola Tinubu", "Bola Ahmed Tinubu", "Tinubu") == ["Bola Ahmed Tinubu"] * 3


def test_two_people_with_a_surname_leave_it_alone():
    assert linked("Ann Porter", "Bob Porter", "Porter") == ["Ann Porter", "Bob Porter", "Porter"]


def test_accents_do_not_part_one_person():
    assert linked("Nguyễn Thanh Long", "Long") == ["Nguyễn Thanh Long"] * 2


def test_hyphenated_names_fit_their_parts():
    assert linked("Umaru Tanko Al-Makura", "Al-Makura") == ["Umaru Tanko Al-Makura"] * 2


def test_two_full_names_stay_two_people():
    assert linked("Le Van Nam", "Tran Van Nam") == ["Le Van Nam", "Tran Van Nam"]
