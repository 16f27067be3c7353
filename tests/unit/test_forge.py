"""What the forges run: valid by their schemas, safe, and nothing published that is not green."""

from __future__ import annotations

import http.server
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from coursekit.facts_report import NOTHING_DUE
from ruamel.yaml.cyaml import CSafeLoader

from tests.unit.golden import ROOT

WORKFLOWS = ROOT / ".github/workflows"
GITLAB = ROOT / ".gitlab-ci.yml"
IMAGE = "python:3.11-bookworm"
# A proposed change has another ref.
ON_MAIN = "github.ref == 'refs/heads/main'"


def read(path: Path) -> Any:
    return CSafeLoader(path.read_text("utf-8")).get_single_data()


def workflow(name: str) -> Any:
    return read(WORKFLOWS / f"{name}.yml")


def events(name: str) -> Any:
    """What starts the workflow; `on` is true in the YAML of old."""
    found = workflow(name)
    return found.get("on", found.get(True))


def jobs() -> Iterator[tuple[str, Any]]:
    """Every job of GitHub as `content.check`, with what it holds."""
    for path in sorted(WORKFLOWS.glob("*.yml")):
        for name, job in read(path)["jobs"].items():
            yield f"{path.stem}.{name}", job


def scripts(job: Any) -> list[str]:
    return [step["run"] for step in job.get("steps", ()) if "run" in step]


def runs_in(job: Any, script: str) -> bool:
    return any(script in text.split("\n") for text in scripts(job))


@pytest.mark.parametrize(
    ("schema", "path"),
    [*(("vendor.github-workflows", path) for path in sorted(WORKFLOWS.glob("*"))), ("vendor.gitlab-ci", GITLAB)],
    ids=lambda value: value.name if isinstance(value, Path) else "",
)
def test_the_forge_can_read_it(schema: str, path: Path) -> None:
    program = Path(sys.executable).parent / "check-jsonschema"
    done = subprocess.run([program, "--builtin-schema", schema, path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_push_and_every_proposed_change_is_checked_and_built() -> None:
    started = events("content")
    assert started["push"] == {"branches": ["**"]}
    assert "pull_request" in started
    assert not started["pull_request"]
    content = workflow("content")["jobs"]
    for name, command in (("check", 'make check CHECK="--format github"'), ("build", "make build")):
        assert runs_in(content[name], command)
        assert "if" not in content[name]
        assert "needs" not in content[name]
    (kept,) = (step for step in content["build"]["steps"] if "actions/upload-artifact@" in step.get("uses", ""))
    assert kept["with"]["path"] == "site"
    assert "if" not in kept, "the preview is for proposed changes above all"


def test_only_what_is_green_on_main_is_published() -> None:
    content = workflow("content")["jobs"]
    publish = content["publish"]
    assert set(publish["needs"]) == {"check", "build", "test"}
    assert publish["if"] == content["test"]["if"] == ON_MAIN
    assert content["test"]["uses"] == "./.github/workflows/tests.yml"
    assert publish["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    publishing = [name for name, job in jobs() if "actions/deploy-pages@" in str(job)]
    assert publishing == ["content.publish"]


def test_the_tests_run_when_code_changes_and_remember_only_what_was_green() -> None:
    job = workflow("tests")["jobs"]["test"]
    known, tests, kept = job["steps"][1:]
    assert tests["run"].split("\n")[0] == ".ci/run"
    assert (ROOT / ".ci/run").read_text("utf-8").rstrip().endswith("make test")
    assert job["steps"].index(tests) < job["steps"].index(kept)
    assert all("always()" not in str(step) and "continue-on-error" not in step for step in job["steps"])
    assert kept["with"]["key"] == "${{ steps.known.outputs.cache-primary-key }}"
    started = events("tests")
    paths = started["push"]["paths"]
    assert started["pull_request"]["paths"] == paths
    assert {"workflow_call", "push", "pull_request"} <= started.keys()
    for path in ("hooks/**", "overrides/**", "tests/**", "Makefile", "requirements.lock", "package-lock.json"):
        assert path in paths
    # The same list once more: in the key of the mark, and in both places for GitLab.
    assert re.findall(r"'([^']+)'", known["with"]["key"]) == paths
    gitlab = read(GITLAB)["test"]
    changes = next(rule["changes"] for rule in gitlab["rules"] if "changes" in rule)
    assert [path.replace("**/*", "**") for path in changes] == paths
    listed = gitlab["script"][0].partition(" -- ")[2].partition(" | ")[0].split()
    assert listed == [path.removesuffix("/**") for path in paths]
    for path in listed:
        assert (ROOT / path).exists(), path


def test_the_least_permissions() -> None:
    for path in WORKFLOWS.glob("*.yml"):
        assert read(path)["permissions"] == {"contents": "read"}, path.name
    more = {name: job["permissions"] for name, job in jobs() if "permissions" in job}
    assert more == {
        "content.publish": {"pages": "write", "id-token": "write"},
        "monthly.report": {"contents": "read", "issues": "write"},
    }
    for name, job in jobs():
        for step in job.get("steps", ()):
            if "actions/checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False, name
    for path in WORKFLOWS.glob("*.yml"):
        text = path.read_text("utf-8")
        assert "pull_request_target" not in text
        assert "secrets." not in text
        # Words from outside (titles, branch names) never stand in a script.
        assert not any("${{" in script for _, job in jobs() for script in scripts(job))


def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it() -> None:
    seen: dict[str, set[str]] = {}
    for path in WORKFLOWS.glob("*.yml"):
        for line in path.read_text("utf-8").split("\n"):
            if "uses:" in line and "uses: ./" not in line:
                match = re.search(r"uses: (actions/[a-z-]+)(?:/[a-z]+)?(@[0-9a-f]{40} # v\d+\.\d+\.\d+)$", line)
                assert match, line
                seen.setdefault(match[1], set()).add(match[2])
    assert len(seen) >= 4
    assert all(len(versions) == 1 for versions in seen.values()), seen


def test_both_forges_run_where_python_git_and_make_are() -> None:
    assert read(GITLAB)["default"]["image"] == IMAGE
    for name, job in jobs():
        if scripts(job):
            assert job["container"] == IMAGE, name
            assert job["timeout-minutes"] <= 60
    for path in WORKFLOWS.glob("*.yml"):
        assert "concurrency" in read(path), path.name


def test_gitlab_publishes_from_the_default_branch_after_every_other_stage() -> None:
    gitlab = read(GITLAB)
    assert gitlab["stages"] == ["check", "build", "test", "pages", "monthly"]
    for stage in gitlab["stages"]:
        assert gitlab[stage]["stage"] == stage
        # A job that needs but some of the others would not wait for the stages.
        assert ("needs" in gitlab[stage]) is (stage == "monthly")
        assert gitlab[stage].get("allow_failure", False) is (stage == "monthly")
    pages = gitlab["pages"]
    assert pages["rules"] == [
        {"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"},
    ]
    assert pages["resource_group"] == "pages"
    assert pages["interruptible"] is False
    assert pages["dependencies"] == ["build"]
    assert pages["artifacts"]["paths"] == ["public/"]
    assert gitlab["monthly"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule"'}]
    for name in ("check", "build"):
        assert "rules" not in gitlab[name]
    report = gitlab["check"]["artifacts"]["reports"]["codequality"]
    assert gitlab["check"]["script"] == [f'make check CHECK="--format gitlab --output {report}"']
    assert gitlab["check"]["artifacts"]["when"] == "always"
    assert gitlab["build"]["script"][-1] == "make build"
    assert ".ci/run" in gitlab["test"]["script"]


def test_the_address_of_the_site_comes_from_the_forge() -> None:
    assert 'site_url: !ENV [SITE_URL, "http://127.0.0.1:8000/"]\n' in (ROOT / "mkdocs.yml").read_text("utf-8")
    build = workflow("content")["jobs"]["build"]
    assert build["env"] == {"SITE_URL": "${{ vars.SITE_URL }}"}
    (script,) = scripts(build)
    line = script.split("\n")[0]
    for known, address in (("", "https://stadt.github.io/kurs/"), ("https://kurs.example/", "https://kurs.example/")):
        environment = {"SITE_URL": known, "GITHUB_REPOSITORY_OWNER": "stadt", "GITHUB_REPOSITORY": "stadt/kurs"}
        told = subprocess.run(
            ["bash", "-c", f"{line}; printf %s $SITE_URL"], env=environment, capture_output=True, text=True, check=True
        )
        assert told.stdout == address
    assert read(GITLAB)["build"]["script"][0] == 'export SITE_URL="${SITE_URL:-$CI_PAGES_URL/}"'
    assert "\t@course check --spelling $(CHECK)\n" in (ROOT / "Makefile").read_text("utf-8")


def test_the_monthly_report_is_never_red() -> None:
    started = events("monthly")
    assert [entry["cron"].split()[2] for entry in started["schedule"]] == ["1"]
    steps = workflow("monthly")["jobs"]["report"]["steps"][1:]
    assert all(step["continue-on-error"] is True for step in steps)
    assert any(".ci/monthly " in script for script in scripts({"steps": steps}))
    text = (ROOT / ".ci/monthly").read_text("utf-8")
    assert f'"{NOTHING_DUE}"' in text, "else there is an issue every month"
    assert "course facts --due" in text
    assert os.access(ROOT / ".ci/monthly", os.X_OK)
    assert os.access(ROOT / ".ci/run", os.X_OK)


class _Answers(http.server.BaseHTTPRequestHandler):
    """/404 is not there, /403 refuses programs, everything else answers."""

    def do_GET(self) -> None:
        self.send_response(int(self.path[1:]) if self.path[1:].isdigit() else 200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None: ...  # noqa: A002


def test_dead_links_are_told_with_their_place(tmp_path: Path) -> None:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        here = f"http://127.0.0.1:{server.server_port}"
        (tmp_path / "data").mkdir()
        (tmp_path / "docs/de").mkdir(parents=True)
        (tmp_path / "data/facts.yml").write_text(f'a:\n  url: "{here}/404"\n  b: "{here}/gut"\n', "utf-8")
        (tmp_path / "docs/de/a.md").write_text(f"[x]({here}/404), {here}/403.\n<{here}/503>\n", "utf-8")
        environment = os.environ | {"no_proxy": "127.0.0.1", "PYTHONUTF8": "1"}
        done = subprocess.run(
            [sys.executable, ROOT / ".ci/links.py", tmp_path],
            capture_output=True,
            text=True,
            check=False,
            env=environment,
        )
        server.shutdown()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"- <{here}/404>: Antwort 404 (data/facts.yml:2, docs/de/a.md:1)",
        f"- <{here}/503>: Antwort 503 (docs/de/a.md:2)",
    ]
