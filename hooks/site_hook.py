"""What concerns the site as a whole: its files, its 404 page, the check of what came out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from coursekit.drawings import inline_svg
from coursekit.errors import report
from coursekit.publish.bundles import OUTPUT, bundle
from coursekit.publish.pictures import picture_files
from coursekit.publish.site_check import check_site
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files


def _inside_another_build(config: MkDocsConfig) -> bool:
    """Whether this is a build inside the build: the i18n plugin starts one for each further language."""
    return bool(config.plugins["i18n"].building)  # type: ignore[attr-defined]


# After the i18n plugin (-100), which makes every file anew and loses what was added before.
@event_priority(-101)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    root = Path(config.config_file_path).parent
    for file in list(files):
        if not file.is_documentation_page():
            files.remove(file)  # Material's 2.5 MB, drawings (set into the pages), components' sources
    if _inside_another_build(config):
        return files  # scripts and styles are there since the first language
    assets, problems = bundle(root)
    if problems:
        raise PluginError(report(problems))
    config.extra["assets"] = assets
    for path in (*assets.values(), "assets/icon.svg"):
        source = root / OUTPUT if path != "assets/icon.svg" else root / config.docs_dir
        files.append(File(path, str(source), config.site_dir, config.use_directory_urls))
    for path, content in picture_files(config.extra["course"]):
        files.append(File.generated(config, path, content=content))
    return files


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    context["course"] = config.extra["course"]
    context["assets"] = config.extra["assets"]
    if context["course"]:
        context["not_found_picture"] = inline_svg(context["course"].root, "not-found.svg", "", "art")
    return context


@event_priority(-101)
def on_post_build(config: MkDocsConfig) -> None:
    if _inside_another_build(config) or config.extra["problems"]:
        return
    problems = check_site(Path(config.site_dir), config.extra["course"], config.site_url or "")
    if problems:
        raise PluginError(f"Die gebaute Seite ist nicht in Ordnung.\n\n{report(problems)}")
