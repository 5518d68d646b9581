"""Writes every file of branch REF into the workspace. A blob is asked for once a test: a token may ask 5,000 times."""

from __future__ import annotations

import base64
import json
import os
import urllib.request
from pathlib import Path

API = f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}"


def get(path: str):
    with urllib.request.urlopen(f"{API}/{path}") as answer:
        return json.load(answer)


KNOWN = Path(os.environ["STANDIN_BIN"], "blobs")


def blob(sha: str) -> bytes:
    if not (KNOWN / sha).exists():
        KNOWN.mkdir(exist_ok=True)
        (KNOWN / sha).write_bytes(base64.b64decode(get(f"git/blobs/{sha}")["content"]))
    return (KNOWN / sha).read_bytes()


for entry in get(f"git/trees/{os.environ['REF']}?recursive=1")["tree"]:
    if entry["type"] == "blob":
        file = Path(os.environ["GITHUB_WORKSPACE"], entry["path"])
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(blob(entry["sha"]))
