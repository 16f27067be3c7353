"""One script and one sheet for each kind of page, bundled by esbuild and named by their hash."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from coursekit.errors import Problem

KINDS = "overrides/kinds"
OUTPUT = ".cache/bundles"
# Phones from 2021 on, and what stands in their messengers.
_TARGET = "chrome80,firefox78,safari14.1"


def bundle(root: Path) -> tuple[dict[str, str], list[Problem]]:
    """Bundles below `.cache/bundles`, as a mapping like `lesson.js` → `assets/lesson.1A2B.js`."""
    program = next((root / "node_modules" / "@esbuild").glob("*/bin/esbuild"), None)
    if program is None:
        return {}, [
            Problem(
                "package.json", 1, "Das Programm esbuild fehlt.", "Führen Sie „make build“ aus: Es richtet alles ein."
            )
        ]
    entries = sorted(
        path.relative_to(root).as_posix() for path in (root / KINDS).iterdir() if path.suffix in (".js", ".css")
    )
    metafile = root / OUTPUT / "meta.json"
    command = [
        str(program), *entries, "--bundle", "--minify", "--format=iife", "--charset=utf8", f"--target={_TARGET}",
        "--log-level=warning", "--legal-comments=none", "--entry-names=[name].[hash]", f"--outdir={OUTPUT}/assets", f"--metafile={metafile}",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode != 0 or done.stderr.strip():
        return {}, [Problem(KINDS, 1, "Die Skripte und Stile lassen sich nicht zusammenstellen.", done.stderr.strip())]
    outputs = json.loads(metafile.read_text("utf-8"))["outputs"]
    assets = {
        Path(value["entryPoint"]).name: Path(path).relative_to(OUTPUT).as_posix()
        for path, value in outputs.items()
        if "entryPoint" in value
    }
    return assets, []
