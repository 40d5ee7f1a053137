"""A browser for the tests: Debian's chromium, without a network."""

import os
import shutil

import pytest

from extract import report
from report.results_of import ROOT, hostile, seeds, small, small_gold

CHROMIUM = shutil.which("chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
ARGUMENTS += ["--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None:
        if os.environ.get("BROWSER_TESTS") == "required":
            pytest.fail("no chromium: the tests of the report need one (apt-get install chromium)")
        pytest.skip("no chromium on this machine (apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def seeds_page(tmp_path_factory):
    """The address of the report of the seeds, with scores."""
    folder = tmp_path_factory.mktemp("seeds")
    report.write(seeds(), folder, ROOT / "gold")
    return (folder / report.FILE).as_uri()


@pytest.fixture(scope="session")
def small_page(tmp_path_factory):
    """The address of a report of two short articles, with something of everything in it."""
    folder = tmp_path_factory.mktemp("small")
    report.write(small(), folder, small_gold(folder / "gold"))
    return (folder / report.FILE).as_uri()


@pytest.fixture(scope="session")
def hostile_page(tmp_path_factory):
    """The address of the report of an article that tries to do harm, before a tame one."""
    folder = tmp_path_factory.mktemp("hostile")
    report.write([hostile(), seeds()[3]], folder)
    return (folder / report.FILE).as_uri()


@pytest.fixture
def open_page(browser):
    """Opens an address; the page must never ask for anything or complain."""
    contexts, wrong = [], []

    def open_(address, *, width=1280, height=800, **options):
        context = browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("console", lambda message: wrong.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: (wrong.append("dialog"), dialog.dismiss()))
        page.on(
            "request",
            lambda request: wrong.append(request.url) if request.url.startswith("http") else None,
        )
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert wrong == []
