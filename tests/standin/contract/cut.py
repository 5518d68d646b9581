"""Cuts GitHub's OpenAPI description down to the requests our bot makes: python cut.py PATH/TO/api.github.com.json

The description comes from npm `@octokit/openapi` (MIT, see LICENSE beside this file). Run it again after adding
an operation below or raising the version.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

VERSION = "@octokit/openapi 23.0.2"
OPERATIONS = frozenset(
    (
        "checks/create",
        "checks/list-for-ref",
        "checks/update",
        "git/create-commit",
        "git/create-ref",
        "git/create-tree",
        "git/get-blob",
        "git/get-commit",
        "git/get-ref",
        "git/get-tree",
        "git/update-ref",
        "issues/add-labels",
        "issues/create",
        "issues/create-comment",
        "issues/create-label",
        "issues/delete-comment",
        "issues/get",
        "issues/get-label",
        "issues/list-comments",
        "issues/list-for-repo",
        "issues/list-labels-for-repo",
        "issues/remove-label",
        "issues/update",
        "issues/update-comment",
        "pulls/create",
        "pulls/get",
        "pulls/list",
        "pulls/update",
        "reactions/create-for-issue-comment",
        "reactions/list-for-issue-comment",
        "repos/compare-commits",
        "repos/get-collaborator-permission-level",
    )
)
KEPT = ("operationId", "parameters", "requestBody")
PROSE = ("description", "summary", "example", "examples", "externalDocs", "x-github", "title")


def bare(node: Any, inside: str = "") -> Any:
    """Without prose: only what a validator reads. A property may be called "title" or "description"."""
    if isinstance(node, list):
        return [bare(item) for item in node]
    if not isinstance(node, dict):
        return node
    skip = () if inside == "properties" else PROSE
    return {key: bare(value, key) for key, value in node.items() if key not in skip}


def cut(whole: dict[str, Any]) -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for path, item in whole["paths"].items():
        for method, operation in item.items():
            if operation.get("operationId") in OPERATIONS:
                paths.setdefault(path, {})[method] = bare({key: operation[key] for key in KEPT if key in operation})
    also_allow_bare_labels(paths)
    found = {operation["operationId"] for item in paths.values() for operation in item.values()}
    if missing := OPERATIONS - found:
        raise SystemExit(f"not in {VERSION}: {sorted(missing)}")
    components: dict[str, Any] = {}
    gather(paths, whole["components"], components)
    return {"openapi": whole["openapi"], "x-cut-from": VERSION, "paths": paths, "components": components}


def also_allow_bare_labels(paths: dict[str, Any]) -> None:
    """Only the prose says it: "You can also pass an array of labels directly", as PyGithub does."""
    operation = paths["/repos/{owner}/{repo}/issues/{issue_number}/labels"]["post"]
    ways = operation["requestBody"]["content"]["application/json"]["schema"]["oneOf"]
    ways.append(ways[0]["properties"]["labels"])


def gather(node: Any, source: dict[str, Any], into: dict[str, Any]) -> None:
    """Copy every component that is referred to, and what those refer to."""
    if isinstance(node, list):
        for item in node:
            gather(item, source, into)
    elif isinstance(node, dict):
        if "$ref" in node:
            _, _, kind, name = node["$ref"].split("/")
            if name not in into.setdefault(kind, {}):
                into[kind][name] = bare(source[kind][name])
                gather(into[kind][name], source, into)
        for value in node.values():
            gather(value, source, into)


if __name__ == "__main__":
    text = json.dumps(cut(json.loads(Path(sys.argv[1]).read_text("utf-8"))), indent=1, sort_keys=True)
    Path(__file__).with_name("github.json").write_text(text + "\n", "utf-8")
