"""CSV: columns in the records' order, BOM, no cell that acts as a formula."""

import csv
import io

import pytest

from extract.records import ArticleRecord, Entity, Locality, Percentage, Quantity, RegionSpan
from extract.result import ArticleResult
from extract.write.csv import HEADERS, cell, rows

PLACED = {
    "doc_id": "a",
    "sent_start": 0,
    "sent_end": 90,
    "region": "body",
    "rule": "r",
    "problem": None,
}


ARTICLE = ArticleRecord(
    doc_id="a", source="a.txt", title=None, url=None, published="2024-07-10", author="=me", words=9,
    sha256="0", reference_date=None, reference_date_from=None,
    regions=(RegionSpan("body", 0, 90),), language="en", duplicate_of=None, warnings=("x", "y"),
    text="-" * 90,
)  # fmt: skip


def result(mentions, entities=()):
    return ArticleResult(article=ARTICLE, mentions=tuple(mentions), entities=tuple(entities))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+84", "'+84"),
        ("-2.3%", "'-2.3%"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("a=1", "a=1"),
        ("", ""),
        (-2.3, -2.3),
        (0, 0),
        (None, None),
        (True, "true"),
        (False, "false"),
        (("Minister", "Member"), "Minister; Member"),
        (("=A", "B"), "'=A; B"),
        ((12, 40), "12; 40"),
        ((), ""),
    ],
)
def test_cell(value, expected):
    assert cell(value) == expected


def test_headers():
    assert {file: header.decode("utf-8") for file, header in HEADERS.items()} == {
        "articles.csv": "\ufeffdoc_id,source,title,url,published,author,words,sha256,"
        "reference_date,reference_date_from,language,duplicate_of,warnings\n",
        "officials.csv": "\ufeffdoc_id,start,end,text,sent_start,sent_end,region,rule,problem,"
        "name,titles,meeting_role,entity,id\n",
        "agencies.csv": "\ufeffdoc_id,start,end,text,sent_start,sent_end,region,rule,problem,"
        "name,kind,entity,id\n",
        "localities.csv": "\ufeffdoc_id,start,end,text,sent_start,sent_end,region,rule,problem,"
        "name,kind,code,entity,id\n",
        "quantities.csv": "\ufeffdoc_id,start,end,text,sent_start,sent_end,region,rule,problem,"
        "value,value_max,unit,per,item,total,modifier\n",
        "percentages.csv": "\ufeffdoc_id,start,end,text,sent_start,sent_end,region,rule,problem,"
        "value,value_max,per,modifier,role,direction,points\n",
        "dates.csv": "\ufeffdoc_id,start,end,text,sent_start,sent_end,region,rule,problem,"
        "first_day,last_day,granularity,edtf,modifier\n",
        "entities.csv": "\ufeffdoc_id,entity,type,id,name,titles,kind,code,mentions\n",
        "facts.csv": "\ufeffdoc_id,start,end,type,rule,value,value_max,unit,per,total,modifier,"
        "role,direction,points,status,relates_to,measure,measure_start,measure_end,"
        "period_start,period_first_day,period_last_day,"
        "baseline_start,baseline_first_day,baseline_last_day,"
        "place_start,place,place_code,sent_start,sent_end\n",
        "audit.csv": "\ufeffdoc_id,check,rule,verdict,start,end,stated,stated_value,recomputed,"
        "recomputed_value,recomputed_low,recomputed_high,tolerance,explanation,numbers,"
        "sent_starts,sent_ends,sentences\n",
    }


def test_rows():
    mentions = [
        Percentage(
            **PLACED, start=0, end=5, text="-2.3%", value=-2.3, value_max=None, per=None,
            modifier="exact", role="change", direction="down", points=False,
        ),
        Quantity(
            **PLACED, start=9, end=11, text="12", value=12, value_max=None, unit="count", per=None,
            item='"big", roads', total=None, modifier="about",
        ),
        Locality(
            **PLACED, start=20, end=26, text="Hà Nội", name="Hanoi", kind="city", code="VN-HN",
            entity=1, id="VN-HN",
        ),
    ]  # fmt: skip
    entity = Entity(
        doc_id="a", entity=1, type="locality", id="VN-HN", name="Hanoi", titles=(), kind="city",
        code="VN-HN", mentions=(20, 40),
    )  # fmt: skip
    written = {
        file: part.decode("utf-8") for file, part in rows(result(mentions, [entity]), True).items()
    }
    assert written == {
        "articles.csv": "a,a.txt,,,2024-07-10,'=me,9,0,,,en,,x; y\n",
        "percentages.csv": "a,0,5,'-2.3%,0,90,body,r,,-2.3,,,exact,change,down,false\n",
        "quantities.csv": 'a,9,11,12,0,90,body,r,,12,,count,,"""big"", roads",,about\n',
        "localities.csv": "a,20,26,Hà Nội,0,90,body,r,,Hanoi,city,VN-HN,1,VN-HN\n",
        "entities.csv": "a,1,locality,VN-HN,Hanoi,,city,VN-HN,20; 40\n",
    }


def test_line_breaks_stay_within_a_cell():
    mention = Locality(
        **PLACED,
        start=0,
        end=3,
        text="A\r\nB",
        name="A\nB",
        kind=None,
        code=None,
        entity=1,
        id=None,
    )
    table = rows(result([mention]), True)["localities.csv"].decode("utf-8")
    assert [row[3] for row in csv.reader(io.StringIO(table, newline=""))] == ["A\r\nB"]
