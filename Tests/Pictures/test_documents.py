"""The documents in a browser: their diagrams are drawn, light and dark, and as wide as the page at most."""

from __future__ import annotations

import os
import unittest

from helpers.browser import Browser
from test_summaries import CAN_SHOW, ROOT, THEMES

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
UNDRAWN = """[...document.querySelectorAll('.mermaid')].filter(one =>
  !one.querySelector('svg .node') || one.scrollWidth > one.clientWidth + 1).length"""


@unittest.skipUnless(CAN_SHOW or os.environ.get("CI") == "true", "there is no Chromium, or no parser of Markdown")
class Documents(unittest.TestCase):
    def test_diagrams_are_drawn(self):
        from helpers.page import page

        browser = Browser()
        self.addCleanup(browser.close)
        drawn = 0
        for file in PAGES:
            text = file.read_text()
            if "```mermaid" not in text:
                continue
            for theme, is_dark in THEMES.items():
                with self.subTest(file.name, theme=theme):
                    browser.show(page(text), is_dark)
                    drawn += browser.ask("document.querySelectorAll('.mermaid svg').length")
                    self.assertEqual(browser.ask(UNDRAWN), 0)
        self.assertGreater(drawn, 0)


if __name__ == "__main__":
    unittest.main()
