"""Pages for staff exist in German alone: the other languages neither build them nor name them."""

from __future__ import annotations

from typing import Any

from coursekit.languages import SOURCE
from coursekit.staff import for_staff
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files


def _for_staff(file: File) -> bool:
    return file.is_documentation_page() and for_staff(file.norm_src_uri.removesuffix(".md"))  # type: ignore[attr-defined]


# After the i18n plugin (-100), which puts the German page where a language has none.
@event_priority(-101)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    if config.plugins["i18n"].current_language == SOURCE:  # type: ignore[attr-defined]
        return files
    for file in list(files):
        if _for_staff(file):
            files.remove(file)
    # German is built first and once; each build starts from the file again.
    config.nav = [entry for entry in config.nav or [] if not for_staff(str(entry))]
    return files


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    # The sitemap is for readers and search engines.
    pages = context["i18n_alternates"].items()
    context["i18n_alternates"] = {
        language: [file for file in files if not _for_staff(file)] for language, files in pages
    }
    return context
