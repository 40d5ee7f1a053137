"""Languages: told where there is enough to tell, null otherwise, and English at no cost."""

import subprocess
import sys

import pytest

from extract import extract, language
from extract.language import language_of

ENGLISH = "The Prime Minister told the council that the roads of the province will open in May. "
VIETNAMESE = "Thủ tướng yêu cầu các bộ, ngành và địa phương mở lại các tuyến đường trong tháng 5. "

TEXTS = [
    ("en", ENGLISH),
    ("en", "The Board of Customs will meet in Hanoi on 5 May."),
    ("en", "Cabinet approves 450 million rupees for rural roads in nine districts"),
    ("en", "1. Roads\nRs. 5 m | 12 | 34\n" * 5 + ENGLISH * 4 + "Photo: VGP\n" * 5),
    ("en", "Tran Van Minh, Nguyen Thu Ha, Le Van Son and others were received by the minister."),
    ("vi", VIETNAMESE),
    ("vi", "Thu tuong yeu cau cac bo nganh va dia phuong mo lai cac tuyen duong trong thang 5."),
    ("es", "El ministro dijo que las carreteras de la provincia se abrirán en mayo."),
    ("fr", "Le ministre a déclaré que les routes de la province ouvriraient en mai."),
    ("id", "Menteri mengatakan bahwa jalan di provinsi itu akan dibuka pada bulan Mei mendatang."),
    ("tl", "Sinabi ng kalihim na bubuksan ang mga kalsada ng lalawigan sa darating na Mayo."),
    ("zh", "国务院总理表示，该省的公路将于五月开放，并要求各部门抓紧落实。"),
    ("hi", "प्रधानमंत्री ने कहा कि प्रांत की सड़कें मई में खोली जाएंगी।"),
    ("de", "Der Minister sagte, die Straßen der Provinz würden im Mai geöffnet."),
    (
        "da",
        "Ministeren sagde, at vejene i provinsen skal åbne for trafik til maj, og at det haster.",
    ),
    ("nl", "De minister zei dat de wegen van de provincie in mei open zouden gaan of later."),
    ("si", "පළාතේ මාර්ග මැයි මාසයේදී විවෘත කරන බව අමාත්‍යවරයා පැවසීය."),
    (None, ""),
    (None, "PM opens bridge"),
    (None, "Photo: VGP"),
    (None, "Hanoi, July 5"),
    (None, "2021 | 12.5 | 34%\n2022 | 13.5 | 36%\n" * 40),
    (None, "https://example.org/news/the-minister-of-the-province-said-that-it-will-open"),
]


@pytest.mark.parametrize(("code", "text"), TEXTS, ids=[f"{c}-{t[:20]}" for c, t in TEXTS])
def test_language(code, text):
    assert language_of(text).code == code


def test_what_is_not_english_is_said():
    assert language_of(ENGLISH).warnings == ()
    assert language_of("PM opens bridge").warnings == ()
    assert language_of(VIETNAMESE).warnings == (
        "not in English but in 'vi': little of it is understood",
    )


@pytest.mark.parametrize(
    ("text", "code", "warned"),
    [
        (ENGLISH * 10 + VIETNAMESE * 10, None, True),
        (VIETNAMESE * 10 + ENGLISH * 10, None, True),
        (ENGLISH * 30 + VIETNAMESE, "en", False),
        (VIETNAMESE * 30 + ENGLISH, "vi", True),
    ],
)
def test_mixed(text, code, warned):
    found = language_of(text)
    assert (found.code, bool(found.warnings)) == (code, warned)
    if code is None:
        assert found.warnings == ("in several languages (en, vi); only English is understood",)


def test_other_languages_are_extracted_all_the_same():
    result = extract(VIETNAMESE + "Năm 2024, 12,5% dân số.")
    assert (result.article.language, len(result.article.warnings)) == ("vi", 1)
    assert result.article.text.startswith(VIETNAMESE)
    assert extract(ENGLISH).article.language == "en"


def test_english_needs_no_library():
    code = (
        "import sys; from extract.language import language_of;"
        f"assert language_of({ENGLISH * 20!r}).code == 'en';"
        "print('py3langid' in sys.modules, 'numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False False\n"


def test_a_long_text_is_looked_at_in_a_few_places(monkeypatch):
    asked = []
    monkeypatch.setattr(language, "_ask", lambda plain: asked.append(plain) or "vi")
    assert language_of(VIETNAMESE * 100_000).code == "vi"
    assert len(asked) == 8
    assert max(map(len, asked)) <= 500
