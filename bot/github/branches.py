"""Bot branches: what each changes from its merge base with the default branch, and the text of its records."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot.github.client import Hub, batched
from bot.github.from_json import commit_from
from bot.github.model import Branch

RECORDS = "catalog/"
AT_ONCE = 50  # texts in one request


def branches(hub: Hub, heads: Mapping[str, str], base: str) -> Mapping[str, Branch]:
    """By name; `heads` gives each branch's commit. One request a branch and one for all the texts."""
    compared = {name: hub.get(f"compare/{base}...{sha}") for name, sha in heads.items()}
    changed = {name: dict(_changes(raw["files"])) for name, raw in compared.items()}
    blobs = {blob for files in changed.values() for path, blob in files.items() if path.startswith(RECORDS) and blob}
    known = texts(hub, sorted(blobs))
    return {
        name: Branch(
            name=name,
            sha=heads[name],
            base=raw["merge_base_commit"]["sha"],
            commits=tuple(commit_from(commit) for commit in raw["commits"]),
            records={p: known.get(blob) for p, blob in changed[name].items() if p.startswith(RECORDS)},
            others=tuple(path for path in changed[name] if not path.startswith(RECORDS)),
        )
        for name, raw in compared.items()
    }


def _changes(files: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Path and blob ("": deleted); a rename is two changes."""
    for raw in files:
        if raw["status"] == "renamed":
            yield raw["previous_filename"], ""
        yield raw["filename"], "" if raw["status"] == "removed" else raw["sha"]


def texts(hub: Hub, blobs: Sequence[str]) -> Mapping[str, str]:
    """Blobs as text. What GraphQL gives no text for (bytes that are no UTF-8, or too many) is asked for by itself."""
    found: dict[str, str | None] = {}
    for some in batched(blobs, AT_ONCE):
        found |= _at_once(hub, some)
    return {blob: _text(hub, blob) if text is None else text for blob, text in found.items()}


def _at_once(hub: Hub, blobs: Sequence[str]) -> dict[str, str | None]:
    owner, _, name = hub.repository.partition("/")
    named = {f"b{at}": blob for at, blob in enumerate(blobs)}
    declared = "".join(f", ${key}: GitObjectID!" for key in named)
    asked = " ".join(f"{key}: object(oid: ${key}) {{ ...T }}" for key in named)
    query = (
        f"query($owner: String!, $name: String!{declared}) {{ repository(owner: $owner, name: $name) {{ {asked} }} }}"
        " fragment T on Blob { text isTruncated }"
    )
    answer = hub.graphql(query, owner=owner, name=name, **named)["repository"]
    whole = {key: blob for key, blob in named.items() if answer[key] and not answer[key]["isTruncated"]}
    return dict.fromkeys(blobs) | {blob: answer[key]["text"] for key, blob in whole.items()}


def _text(hub: Hub, blob: str) -> str:
    """Bytes that are no UTF-8 become U+FFFD, which the rules then refuse."""
    return base64.b64decode(hub.get(f"git/blobs/{blob}")["content"]).decode("utf-8", "replace")
