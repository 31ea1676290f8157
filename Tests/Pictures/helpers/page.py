"""A summary as a page: GitHub's own parser of Markdown, and what GitHub adds to it."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import cmarkgfm
from cmarkgfm.cmark import Options

STYLE = Path(__file__).with_name("github.css")
# A bundle of Mermaid's own for the browser; the rest of that package is not used.
MERMAID = Path(find_spec("mermaidx").submodule_search_locations[0]) / "assets" / "mermaid.js"


def body(markdown: str) -> str:
    """Its HTML, with boxes and pictures in their places."""
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_GITHUB_PRE_LANG
    text = cmarkgfm.github_flavored_markdown_to_html(markdown, options)
    text = re.sub(r"<blockquote>\n<p>\[!(NOTE|WARNING|CAUTION)\](</p>)?\n(.*?)</blockquote>", _alert, text, flags=re.S)
    text = re.sub(r'<pre lang="mermaid"><code>(.*?)</code></pre>', r'<pre class="mermaid">\1</pre>', text, flags=re.S)
    return re.sub(r'<pre lang="diff"><code>(.*?)</code></pre>', _diff, text, flags=re.S)


def page(markdown: str) -> str:
    script = f"<script>{MERMAID.read_text()}\nmermaid.initialize({{startOnLoad: false}})</script>" if "```mermaid" in markdown else "<script>var mermaid;</script>"
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><style>{STYLE.read_text()}</style>{script}</head>"
        f"<body><article>{body(markdown)}</article></body></html>"
    )


def _alert(found: re.Match) -> str:
    kind, is_alone, rest = found.groups()
    start = "" if is_alone else "<p>"
    return f'<div class="alert" style="--kind: var(--{kind.lower()})"><p>{kind.capitalize()}</p>\n{start}{rest}</div>'


def _diff(found: re.Match) -> str:
    kinds = {"+": "added", "-": "removed"}
    lines = [f'<span class="{kinds.get(line[:1], "")}">{line}</span>' for line in found[1].splitlines()]
    return "<pre><code>" + "\n".join(lines) + "</code></pre>"
