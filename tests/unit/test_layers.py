"""Who may import whom: the library points downwards only, and knows nothing of mkdocs."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.unit.golden import ROOT

HOOKS = ROOT / "hooks"

# From the bottom up. A module may import what stands below it, and modules of its own package beside it.
# A longer name wins: `quiz.model` stands below `quiz`, because a question's hash is made of the model alone.
LAYERS = (
    ("errors", "languages", "own_pages", "staff"),
    ("sources",),
    ("city", "facts", "glossary", "lessons", "site_settings", "words"),
    ("facts_lock", "text"),
    ("drawings", "quiz.model", "quiz.rules"),
    ("pictures", "schemas", "source_hash"),
    ("quiz",),
    ("language_checks", "page_links", "page_structure"),
    ("page_checks",),
    ("course_checks", "fact_places"),
    ("course",),
    ("language",),
    (
        "annotations",
        "completeness",
        "counts",
        "facts_report",
        "pages",
        "publish",
        "question_lint",
        "server",
        "translation",
    ),
    ("dry_run",),
    ("cli",),
)
# What may import a package beside it, and why.
BESIDE = {
    ("publish", "pages"),  # the check of the site asks where each page stands
    # What comes back from a translator passes the whole check.
    ("translation", "question_lint"),
    ("translation", "language"),
}


def modules() -> dict[str, ast.Module]:
    """Every file of the library by its name without `coursekit.`; packages themselves hold no code."""
    found = {}
    for path in sorted((HOOKS / "coursekit").rglob("*.py")):
        if path.name != "__init__.py":
            name = ".".join(path.relative_to(HOOKS / "coursekit").with_suffix("").parts)
            found[name] = ast.parse(path.read_text("utf-8"))
    assert len(found) > 30
    return found


def hook_files() -> list[Path]:
    found = sorted(HOOKS.glob("*.py"))
    assert found
    return found


def imported(tree: ast.AST) -> set[str]:
    """The full names of everything that is imported anywhere in the file."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports fail in hook files; the library has none either"
            found.add(str(node.module))
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


MODULES = modules()


@cache
def own_imports(name: str) -> frozenset[str]:
    """The modules of the library that the module `name` imports."""
    return frozenset({found.removeprefix("coursekit.") for found in imported(MODULES[name])} & MODULES.keys())


def layer(name: str) -> int:
    prefixes = [".".join(name.split(".")[:depth]) for depth in range(name.count(".") + 1, 0, -1)]
    for prefix in prefixes:
        for height, names in enumerate(LAYERS):
            if prefix in names:
                return height
    pytest.fail(f"coursekit.{name} has no layer: write it into LAYERS of {Path(__file__).name}")


@pytest.mark.parametrize("name", MODULES)
def test_imports_point_downwards(name: str) -> None:
    package = name.split(".")[0]
    for other in own_imports(name):
        if other.split(".")[0] == package and layer(other) == layer(name):
            continue
        if (package, other.split(".")[0]) in BESIDE:
            continue
        assert layer(other) < layer(name), f"coursekit.{name} must not import coursekit.{other}"


def test_no_module_imports_itself_by_a_detour() -> None:
    done: set[str] = set()
    while len(done) < len(MODULES):
        free = {name for name in MODULES if name not in done and own_imports(name) <= done}
        assert free, f"these import each other: {sorted(MODULES.keys() - done)}"
        done |= free


def test_every_layer_is_used() -> None:
    named = [name for names in LAYERS for name in names]
    assert len(named) == len(set(named))
    for name in named:
        assert any(module == name or module.startswith(f"{name}.") for module in MODULES), f"no module {name}"
    for package, other in BESIDE:
        users = [name for name in MODULES if name.split(".")[0] == package]
        assert any(found.split(".")[0] == other for name in users for found in own_imports(name))


@pytest.mark.parametrize("name", MODULES)
def test_the_library_knows_no_mkdocs(name: str) -> None:
    roots = {found.split(".")[0] for found in imported(MODULES[name])}
    assert not roots & {"mkdocs", "properdocs", "mkdocs_static_i18n", "material"}
    assert not {found for found in roots if found.endswith("_hook")}


@pytest.mark.parametrize("name", MODULES)
def test_no_name_in_the_library_looks_like_an_event(name: str) -> None:
    """A hook file may import any of them, and a name `on_…` that is no event crashes the build."""
    for node in ast.walk(MODULES[name]):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            assert not node.name.startswith("on_")
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            assert not node.id.startswith("on_")


@pytest.mark.parametrize("path", hook_files(), ids=lambda path: path.name)
def test_hook_files_are_sockets(path: Path) -> None:
    assert path.name.endswith("_hook.py")
    text = path.read_text("utf-8")
    others = {other.stem for other in hook_files()}
    assert not {found.split(".")[0] for found in imported(ast.parse(text))} & others, "its events would run twice"
    assert len(text.splitlines()) <= 60
