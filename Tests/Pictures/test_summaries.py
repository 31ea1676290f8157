"""Summaries as GitHub shows them: in a real browser, light and dark, in the width of a job's page.

The pages are what runs in virtual time have written (`SummaryPageTests`). With LOCKSTEP_PICTURES=keep the pictures of them
in docs are made anew.
"""

from __future__ import annotations

import os
import struct
import unittest
from importlib.util import find_spec
from pathlib import Path

from helpers.browser import WIDTH, Browser, program

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((Path(__file__).parent / "pages").glob("*.md"))
KEPT = ("success", "conflict", "failed-test", "alarm", "rollback", "superseded", "plan", "wrong-inputs")
THEMES = {"light": False, "dark": True}
HOSTS = {"github.com", "eu-west-1.console.aws.amazon.com"}
CAN_SHOW = program() is not None and find_spec("cmarkgfm") is not None and find_spec("mermaidx") is not None

# What is wider than its place has to be scrolled sideways. Only logs and answers are shown as they are, with long lines.
TOO_WIDE = """[document.documentElement, ...document.querySelectorAll('article, table, .mermaid')]
  .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.outerHTML.slice(0, 300))"""
UNDRAWN = "[...document.querySelectorAll('.mermaid')].filter(one => !one.querySelector('svg .task')).length"
RAGGED = """[...document.querySelectorAll('table')].filter(table =>
  [...table.rows].some(row => row.cells.length != table.rows[0].cells.length)).length"""
LEAKING = """[...document.querySelectorAll('.mermaid text')].map(one => one.textContent).filter(text =>
  !/^[A-Za-z0-9 .:]*$/.test(text))"""
FOREIGN = """[...document.querySelectorAll('article *')].map(one => one.tagName.toLowerCase()).filter(name => !['h3', 'p', 'a',
  'code', 'pre', 'strong', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'ul', 'li', 'br', 'wbr', 'details', 'summary', 'div',
  'span'].includes(name) && !document.querySelector(`.mermaid ${CSS.escape(name)}`))"""
UNFOLD = "document.querySelectorAll('details').forEach(one => one.open = true)"


@unittest.skipUnless(CAN_SHOW or os.environ.get("CI") == "true", "there is no Chromium, or no parser of Markdown")
class Summaries(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        global page
        from helpers.page import page

        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)

    def each_page(self):
        for file in PAGES:
            for theme, is_dark in THEMES.items():
                with self.subTest(page=file.stem, theme=theme):
                    text = file.read_text()
                    self.browser.show(page(text), is_dark)
                    yield file.stem, theme, text

    def test_nothing_has_to_be_scrolled_sideways_and_nothing_is_broken(self):
        for name, theme, text in self.each_page():
            if os.environ.get("LOCKSTEP_PICTURES") == "keep" and name in KEPT:
                (ROOT / "docs" / "summary" / f"{name}-{theme}.png").write_bytes(self.browser.picture())
            self.assertEqual(self.browser.ask("document.querySelectorAll('.mermaid').length"), text.count("```mermaid"))
            self.browser.ask(UNFOLD)
            for wrong in (TOO_WIDE, LEAKING, FOREIGN):
                self.assertEqual(self.browser.ask(wrong), [])
            self.assertEqual((self.browser.ask(UNDRAWN), self.browser.ask(RAGGED)), (0, 0))

    def test_links_of_ours_lead_to_github_and_to_the_console(self):
        for name, _, _ in self.each_page():
            if name.startswith("hostile"):
                continue
            hosts = set(self.browser.ask("[...document.querySelectorAll('article a')].map(one => new URL(one.href).host)"))
            self.assertLessEqual(hosts, HOSTS)

    def test_what_is_too_wide_or_not_drawn_is_seen(self):
        self.browser.show(page(f"| a |\n| --- |\n| {'W' * 200} |\n"), False)
        self.assertEqual(len(self.browser.ask(TOO_WIDE)), 1)
        with self.assertRaises(AssertionError):
            self.browser.show(page("```mermaid\ngantt\n    dateFormat x\n    a: b :c, d, e, f:\n```\n"), False)

    def test_the_pictures_in_the_documents_are_there(self):
        for name in KEPT:
            for theme in THEMES:
                header = (ROOT / "docs" / "summary" / f"{name}-{theme}.png").read_bytes()[:24]
                self.assertEqual(struct.unpack(">8x4x4sI4x", header), (b"IHDR", WIDTH), name)


if __name__ == "__main__":
    unittest.main()
