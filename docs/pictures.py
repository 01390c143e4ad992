"""The pictures of the README, made from the program.

    python -m docs.pictures            writes all of docs/pictures/
    python -m docs.pictures show page  writes these

Those of the terminal are SVG and ask for no font of any host; that of the page needs playwright and Chromium
(`pip install playwright`; Chromium on the path).
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.text import Text
from tests.pages import ROOT, WIDTH, on_terminal

FOLDER = ROOT / "docs" / "pictures"
FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
SIZE = {"width": 1280, "height": 720}


class Shot(NamedTuple):
    """A command line, and how many of the lines it prints are shown."""

    command: str
    lines: int


TERMINAL = {
    "extract": Shot("claims extract data/samples/sanctions-panel.txt --evidence", 25),
    "show": Shot("claims show data/samples/ferry-fire.txt", 30),
    "compare": Shot("claims compare data/samples/ferry-*.txt --disputed", 26),
    "timeline": Shot("claims timeline data/samples/ferry-*.txt --entity Villaluz", 24),
}


def svg(name: str, shot: Shot) -> str:
    """Give the picture of a terminal that ran a command."""
    lines = on_terminal(shot.command).splitlines()
    shown = lines if len(lines) <= shot.lines else [*lines[: shot.lines - 1], "…"]
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    for line in shown:
        console.print(Text.from_ansi(line.rstrip()), no_wrap=True, overflow="crop", highlight=False)
    return _without_web_fonts(console.export_svg(title=f"$ {shot.command}", unique_id=name))


def _without_web_fonts(drawn: str) -> str:
    """Leave out the fonts that rich's frame would fetch."""
    bare = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    return bare.replace("Fira Code, monospace", FONTS).replace("font-family: arial", f"font-family: {FONTS}")


def png(target: Path) -> None:
    """Take the picture of the page of `claims report`: a claim picked from the list, and its article beside it."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        report = Path(folder) / "report.html"
        samples = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "data" / "samples").glob("*.txt"))
        command = [sys.executable, "-m", "newsclaims", "report", "--quiet", *samples, "-o", str(report)]
        subprocess.run(command, check=True, cwd=ROOT)
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        tab = browser.new_page(viewport=SIZE, color_scheme="light")
        tab.goto(report.as_uri())
        tab.fill("#q", "Santa Regina")
        tab.click("#claims .row:has-text('were killed')")
        tab.screenshot(path=target)
        browser.close()


def main(names: list[str]) -> None:
    """Write the pictures of these names, or all."""
    FOLDER.mkdir(exist_ok=True)
    for name, shot in TERMINAL.items():
        if not names or name in names:
            (FOLDER / f"{name}.svg").write_text(svg(name, shot), encoding="utf-8")
    if not names or "page" in names:
        png(FOLDER / "page.png")


if __name__ == "__main__":
    main(sys.argv[1:])
