"""What people type as a number is understood: the browser's own code, run once by Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.unit.golden import CASES, ROOT, read_case

ENTRIES = read_case(CASES / "number_entry.yml")
_RUN = "const {parseNumber} = require(process.argv[1]); console.log(JSON.stringify(JSON.parse(process.argv[2]).map(parseNumber)))"


@pytest.fixture(scope="module")
def understood(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the code makes of every entry, by what was typed."""
    bundle = tmp_path_factory.mktemp("number") / "number.cjs"
    esbuild = next((ROOT / "node_modules/@esbuild").glob("*/bin/esbuild"))
    source = ROOT / "overrides/components/quiz/number.js"
    subprocess.run(
        [esbuild, source, "--bundle", "--format=cjs", "--log-level=warning", f"--outfile={bundle}"], check=True
    )
    return run(bundle, [entry["typed"] for entry in ENTRIES])


def run(bundle: Path, typed: list[str]) -> dict[str, Any]:
    node = ROOT / ".venv/bin/node"
    done = subprocess.run([node, "-e", _RUN, bundle, json.dumps(typed)], check=True, capture_output=True, text=True)
    return dict(zip(typed, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: repr(entry["typed"]))
def test_entry(entry: dict[str, Any], understood: dict[str, Any]) -> None:
    assert understood[entry["typed"]] == entry["number"]
