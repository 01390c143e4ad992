"""The page of `claims report` in headless Chromium: how large it is, and how long it takes to open, filter and draw.

    pip install playwright; python -m benchmarks.page --articles 1 100 2000

Needs Chromium. The articles are the samples, read once and repeated; times are milliseconds, as the page's reader has them.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from newsclaims.claim import Generator
from newsclaims.flow import Reading, readings
from newsclaims.render.page.html import page
from newsclaims.settings import Settings

SAMPLES = Path(__file__).resolve().parent.parent / "data" / "samples"
CLICK = """(selector) => {
    const start = performance.now();
    document.querySelector(selector).click();
    document.body.offsetHeight;
    return performance.now() - start;
}"""
TYPED = "(words) => document.querySelector('#active').textContent.includes(words)"
TABS = ("timeline", "network", "matrix", "compare", "claims")


def repeated(count: int) -> list[Reading]:
    """The samples' readings, over and over until there are so many; each is another article to the page."""
    known = [reading for reading in readings([f"{SAMPLES}/*.txt"], Settings(keep_text=True)) if isinstance(reading, Reading)]
    numbered = enumerate(islice(cycle(known), count))
    return [reading._replace(record=reading.record.model_copy(update={"path": f"{n}.txt"})) for n, reading in numbered]


def measured(browser: Any, path: Path) -> Iterator[tuple[str, float]]:
    """Open a page and use it; give what was done and the milliseconds it took."""
    tab = browser.new_page(viewport={"width": 1280, "height": 800})
    start = time.perf_counter()
    tab.goto(path.as_uri())
    tab.wait_for_selector("#claims .row")
    yield "open", 1000 * (time.perf_counter() - start)
    for words in ("government", "government said"):
        start = time.perf_counter()
        tab.fill("#q", words)
        tab.wait_for_function(TYPED, arg=f"“{words}”")
        yield f"type “{words}”", 1000 * (time.perf_counter() - start)
    yield "clear", tab.evaluate(CLICK, "#active .chip")
    yield "choose a source", tab.evaluate(CLICK, "#facets .choices button")
    yield "clear", tab.evaluate(CLICK, "#active .chip")
    for name in TABS:
        if not tab.query_selector(f"#tab-{name}"):  # one article is compared with none
            continue
        yield name, tab.evaluate(CLICK, f"#tab-{name}")
    tab.close()


def main() -> None:
    """Print a table for each size."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1, 100, 2000])
    arguments = parser.parse_args()
    with sync_playwright() as started, tempfile.TemporaryDirectory() as folder:
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for count in arguments.articles:
            path = Path(folder) / "report.html"
            many = repeated(count)
            path.write_text(page(many, Generator(version="0", model="m")), encoding="utf-8")
            claims = sum(len(reading.claims) for reading in many)
            print(f"{count} articles, {claims} claims: {path.stat().st_size / 1e6:.2f} MB")
            for what, milliseconds in measured(browser, path):
                print(f"  {what:24} {milliseconds:7.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()
