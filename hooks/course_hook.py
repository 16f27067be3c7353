"""Loads the course once a build; tells every problem, or shows it in the browser under `make serve`."""

from __future__ import annotations

from pathlib import Path

from coursekit.course import load_course
from coursekit.errors import report
from coursekit.pages.problems import problems_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page

log = get_plugin_logger("kurs")
# Which command runs never changes while the process lives; nothing about a build is kept here.
_serving = False


def on_startup(*, command: str, dirty: bool) -> None:
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    if "course" in config.extra:  # the i18n plugin builds once a language in one process
        return
    course, problems = load_course(Path(config.config_file_path).parent)
    errors = [problem for problem in problems if problem.level == "error"]
    if errors and not _serving:
        raise PluginError(f"Der Kurs kann so nicht gebaut werden.\n\n{report(errors)}")
    if errors:
        log.error("Der Kurs kann so nicht gebaut werden.\n\n%s", report(errors))
    config.extra["course"] = course
    config.extra["problems"] = tuple(errors)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return problems_page(config.extra["problems"]) if config.extra["problems"] else output


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    if config.extra["problems"] and template_name == "404.html":
        return problems_page(config.extra["problems"])
    return output_content
