"""Are the bot's requests what GitHub's own OpenAPI description (contract/github.json) allows?"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from jsonschema import Draft202012Validator

HERE = Path(__file__).parent / "contract"
SLASHES = re.compile(r"\{(ref|path|basehead)\}")  # GitHub marks these x-multi-segment


@cache
def description() -> dict[str, Any]:
    return nullable(json.loads((HERE / "github.json").read_text("utf-8")))


def nullable(node: Any) -> Any:
    """OpenAPI 3.0 says `nullable: true` where JSON Schema has a type null."""
    if isinstance(node, list):
        return [nullable(item) for item in node]
    if not isinstance(node, dict):
        return node
    made = {key: nullable(value) for key, value in node.items() if key != "nullable"}
    return {"anyOf": [made, {"type": "null"}]} if node.get("nullable") is True else made


@cache
def patterns() -> list[tuple[re.Pattern[str], str]]:
    """Longest first, so that a fixed part beats a parameter."""
    found = []
    for path in sorted(description()["paths"], key=len, reverse=True):
        pattern = re.sub(r"\\\{\w+\\\}", "([^/]+)", re.escape(SLASHES.sub("~", path))).replace(re.escape("~"), "(.+)")
        found.append((re.compile(pattern), path))
    return found


def complaints(entry: dict[str, Any]) -> list[str]:
    """What is wrong with one request of the stand-in's log; empty for GraphQL, which the stand-in checks itself."""
    if entry["path"] == "/graphql":
        return []
    operation = next(
        (item[entry["method"].lower()] for item in matching(entry["path"]) if entry["method"].lower() in item), None
    )
    if operation is None:
        return [f"GitHub has no {entry['method']} {entry['path']} (or cut.py lacks it)"]
    where = f"{operation['operationId']}: "
    return [where + text for text in (*wrong_query(operation, entry["query"]), *wrong_body(operation, entry["body"]))]


def matching(path: str) -> list[dict[str, Any]]:
    return [description()["paths"][key] for pattern, key in patterns() if pattern.fullmatch(path)]


def wrong_query(operation: dict[str, Any], query: str) -> list[str]:
    known = {p["name"]: p["schema"] for p in map(resolved, operation.get("parameters", ())) if p["in"] == "query"}
    found = [f"no query parameter {name}" for name, _ in parse_qsl(query) if name not in known]
    for name, value in parse_qsl(query):
        if name in known:
            typed = int(value) if known[name].get("type") == "integer" and value.isdigit() else value
            found += problems(known[name], typed)
    return found


def wrong_body(operation: dict[str, Any], body: Any) -> list[str]:
    if "requestBody" not in operation:
        return [] if body is None else ["takes no body"]
    if body is None and not resolved(operation["requestBody"]).get("required"):
        return []
    schema = resolved(operation["requestBody"])["content"]["application/json"]["schema"]
    unknown = [f"no property {key}" for key in body if schema.get("properties") and key not in schema["properties"]]
    return unknown + problems(schema, body)


def resolved(node: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in node:
        return node
    _, _, kind, name = node["$ref"].split("/")
    return description()["components"][kind][name]


def problems(schema: dict[str, Any], value: Any) -> list[str]:
    whole = {"components": description()["components"], **schema}
    found = Draft202012Validator(whole).iter_errors(value)
    return [f"{error.message[:150]} at /{'/'.join(map(str, error.path))}" for error in found]
