"""Bot branches: what each changes from its merge base with the default branch, and the text of its records."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping, Sequence

from github.File import File
from github.Repository import Repository

from bot.github.client import batched, graphql
from bot.github.convert import commit_from
from bot.github.snapshot import Branch

RECORDS = "catalog/"
AT_ONCE = 50  # texts in one request


def branches(repo: Repository, heads: Mapping[str, str], base: str) -> Mapping[str, Branch]:
    """By name; `heads` gives each branch's commit. One request a branch and one for all the texts."""
    compared = {name: repo.compare(base, sha).complete() for name, sha in heads.items()}
    changed = {name: dict(_changes(comparison.files)) for name, comparison in compared.items()}
    blobs = {blob for files in changed.values() for path, blob in files.items() if path.startswith(RECORDS) and blob}
    known = texts(repo, sorted(blobs))
    return {
        name: Branch(
            name=name,
            sha=heads[name],
            base=comparison.merge_base_commit.sha,
            commits=tuple(commit_from(commit) for commit in comparison.commits),
            records={p: known.get(blob) for p, blob in changed[name].items() if p.startswith(RECORDS)},
            others=tuple(path for path in changed[name] if not path.startswith(RECORDS)),
        )
        for name, comparison in compared.items()
    }


def _changes(files: Iterable[File]) -> Iterator[tuple[str, str]]:
    """Path and blob ("": deleted); a rename is two changes."""
    for file in files:
        if file.status == "renamed":
            yield file.previous_filename, ""
        yield file.filename, "" if file.status == "removed" else file.sha


def texts(repo: Repository, blobs: Sequence[str]) -> Mapping[str, str]:
    """Blobs as text. What GraphQL gives no text for (bytes that are no UTF-8, or too many) is asked for by itself."""
    found: dict[str, str | None] = {}
    for some in batched(blobs, AT_ONCE):
        found |= _at_once(repo, some)
    return {
        blob: blob_bytes(repo, blob).decode("utf-8", "replace") if text is None else text
        for blob, text in found.items()
    }


def _at_once(repo: Repository, blobs: Sequence[str]) -> dict[str, str | None]:
    named = {f"b{number}": blob for number, blob in enumerate(blobs)}
    declared = "".join(f", ${key}: GitObjectID!" for key in named)
    asked = " ".join(f"{key}: object(oid: ${key}) {{ ...T }}" for key in named)
    query = (
        f"query($owner: String!, $name: String!{declared}) {{ repository(owner: $owner, name: $name) {{ {asked} }} }}"
        " fragment T on Blob { text isTruncated }"
    )
    answer = graphql(repo, query, **named)["data"]["repository"]
    whole = {key: blob for key, blob in named.items() if answer[key] and not answer[key]["isTruncated"]}
    return dict.fromkeys(blobs) | {blob: answer[key]["text"] for key, blob in whole.items()}


def blob_bytes(repo: Repository, blob: str) -> bytes:
    return base64.b64decode(repo.get_git_blob(blob).content)
