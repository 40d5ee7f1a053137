"""Every field of every table is described, and nothing else is."""

from extract.glossary import MEANINGS, UNITS, meaning, unit
from extract.records import Percentage, Quantity, RegionSpan
from extract.write.tables import TABLES

RECORDS = [*(table.record for table in TABLES), RegionSpan]
FIELDS = {
    name
    for record in RECORDS
    for field in record.__struct_fields__
    for name in (field, f"{record.__name__}.{field}")
}


def test_every_field_has_a_meaning():
    lacking = [
        f"{record.__name__}.{field}"
        for record in RECORDS
        for field in record.__struct_fields__
        if field not in MEANINGS and f"{record.__name__}.{field}" not in MEANINGS
    ]
    assert lacking == []


def test_nothing_else_is_described():
    assert set(MEANINGS) - FIELDS == set()
    assert set(UNITS) - FIELDS == set()


def test_a_record_may_say_otherwise():
    assert (
        meaning(Percentage, "value") == "The number before the per cent sign: 80.44 for '80.44%'."
    )
    assert (unit(Percentage, "value"), unit(Quantity, "value")) == ("%", None)
    assert (unit(Quantity, "start"), unit(Quantity, "item")) == ("code points", None)
