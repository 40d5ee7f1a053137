"""Web pages in several processes: the same articles in the same order, whatever befalls a page."""

import os
from pathlib import Path

import pytest

import extract
from extract.read import html, pages
from read.reading import problem, read_all, write

PAGE = "<html><body><p>The council of Da Nang met on 5 May 2024 and spoke of {} roads.</p>{}"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Pages with texts, errors and sidecars among them."""
    monkeypatch.setattr(pages, "_FEW", 2)
    monkeypatch.setattr(pages, "_MOST_ITEMS", 3)
    for number in range(20):
        write(tmp_path / f"{number:02}.html", PAGE.format(number, "<p>x</p>"))
    write(tmp_path / "03.json", '{"title": "The third", "id": "3"}')
    write(tmp_path / "07.json", '{"other": 1}')
    write(tmp_path / "08.html", "")
    write(tmp_path / "08a.txt", "They met in Hanoi.")
    write(tmp_path / "09.html", PAGE.format(2, "<p>x</p>"))
    write(tmp_path / "12.json", "{broken")
    return tmp_path


def test_the_same_for_any_number_of_processes(folder):
    alone = read_all(folder)
    assert len(alone) == 21
    assert alone[8] == problem("08.html", "empty")
    assert alone[13].error.startswith("its metadata in 12.json: broken JSON")
    assert (alone[3].doc_id, alone[3].title) == ("3", "The third")
    assert alone[7].warnings == ("07.json has none of the fields id title url published author",)
    assert alone[10].duplicate_of == "02"
    assert read_all(folder, workers=2) == alone


def test_a_page_that_takes_too_long_is_named(folder, monkeypatch):
    real = html.article

    def article(page):
        while page.name == "01.html":
            pass
        return real(page)

    monkeypatch.setattr(html, "article", article)
    found = read_all(folder, timeout=1)
    assert found[1] == problem("01.html", "took longer than 1 s (--timeout)")
    assert found[2].doc_id == "02"


def test_a_page_that_kills_its_process_is_named(folder, monkeypatch):
    write(folder / "05.html", "die")
    site = write(
        folder.parent / "site" / "sitecustomize.py",
        "import os, extract.read.html as html\n"
        "real = html.article\n"
        "html.article = lambda page: os._exit(7) if page.raw == b'die' else real(page)\n",
    )
    root = str(Path(extract.__file__).parents[1])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(site.parent), root]))
    found = read_all(folder, workers=2)
    assert found[5] == problem("05.html", "worker died (exit status 7)")
    assert [item.doc_id for item in (found[4], found[6])] == ["04", "06"]
