"""Hands each page to the library: its Markdown before, its HTML after, what its template shows, and what came out."""

from __future__ import annotations

from datetime import date
from typing import Any

from coursekit.pages import compose
from coursekit.pages.direction import with_directions
from coursekit.pages.view import view
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page


def _who(page: Page, config: MkDocsConfig) -> compose.Reader:
    # The page's own language is asked of its file: the theme has that of the last build.
    name = page.file.norm_src_uri.removesuffix(".md")  # type: ignore[attr-defined]
    return compose.reader(config.extra["course"], name, page.file.locale_alternate_of)  # type: ignore[attr-defined]


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    if config.extra["problems"]:
        return ""
    return compose.prepare(config.extra["course"], _who(page, config), markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    if config.extra["problems"]:
        return html
    return compose.finish(config.extra["course"], _who(page, config), html)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    if not config.extra["problems"]:
        who = _who(page, config)
        context["view"] = view(config.extra["course"], who.name, who.language, date.today())
        context["assets"] = config.extra["assets"]
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return output if config.extra["problems"] else with_directions(output, config.extra["course"].languages)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    if config.extra["problems"] or template_name != "404.html":
        return output_content
    return with_directions(output_content, config.extra["course"].languages)
