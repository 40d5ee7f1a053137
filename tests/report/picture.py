"""Takes the README's picture of the report: ``python -m tests.report.picture OUTPUT_DIR``.

OUTPUT_DIR holds the report of the seeds, as ``make run`` writes it.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).parents[2] / "outputs" / "frozen" / "report.png"


def main(output: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.goto((output / "report.html").resolve().as_uri() + "#a2")
        mark = page.locator('mark.percentage:text-is("18.3%")').first
        mark.evaluate("mark => mark.scrollIntoView({block: 'center'})")
        page.wait_for_timeout(300)
        mark.hover()
        page.wait_for_timeout(500)
        page.screenshot(path=PICTURE)
        browser.close()
    print(f"{PICTURE}: {PICTURE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
