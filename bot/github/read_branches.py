"""Bot branches: what each changes from its merge base with the default branch, and the text of its records."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from github.File import File
from github.Repository import Repository

from bot.github.client import about_repository, batched
from bot.github.convert import commit_from
from bot.github.snapshot import Branch, BranchCommit, User

RECORDS = "catalog/"
AT_ONCE = 50  # texts, or pull requests, in one request
_PLAIN = {"ADDED", "MODIFIED", "DELETED", "CHANGED"}
_TEXT = "fragment T on Blob { oid text isTruncated }"
_PULL = """fragment P on PullRequest {
  headRefOid
  commits(first: 1) { totalCount nodes { commit {
    oid message author { user { login } } parents(first: 1) { totalCount nodes { oid } }
  } } }
  files(first: 20) { totalCount nodes { path changeType } }
}"""


def branches(
    repo: Repository, heads: Mapping[str, str], base: str, me: User, numbers: Mapping[str, int]
) -> Mapping[str, Branch]:
    """By name; `heads` gives each branch's commit, `numbers` the open pull request from it, if any.

    Branches that hold one commit of the bot are read together, the others one by one; then all texts together.
    """
    found = _own_commits(repo, {name: number for name, number in numbers.items() if name in heads}, heads, me)
    found |= {name: _compared(repo, base, name, sha) for name, sha in heads.items() if name not in found}
    places = [
        f"{branch.sha}:{path}" for branch in found.values() for path, text in branch.records.items() if text is not None
    ]
    known = texts(repo, places)
    return {name: _with_texts(found[name], known) for name in heads}


def _with_texts(branch: Branch, known: Mapping[str, str]) -> Branch:
    return replace(branch, records={path: known.get(f"{branch.sha}:{path}") for path in branch.records})


def _untold(name: str, sha: str, base: str, commits: Iterable[BranchCommit], changes: Mapping[str, bool]) -> Branch:
    """A branch whose records have no text yet (None: deleted); `changes` says of each path whether it is there."""
    records = {path: "" if there else None for path, there in changes.items() if path.startswith(RECORDS)}
    others = tuple(path for path in changes if not path.startswith(RECORDS))
    return Branch(name, sha, base, tuple(commits), records, others)


def _compared(repo: Repository, base: str, name: str, sha: str) -> Branch:
    """Any branch, whoever committed to it. One request."""
    compared = repo.compare(base, sha).complete()
    commits = map(commit_from, compared.commits)
    return _untold(name, sha, compared.merge_base_commit.sha, commits, dict(_changes(compared.files)))


def _own_commits(repo: Repository, numbers: Mapping[str, int], heads: Mapping[str, str], me: User) -> dict[str, Branch]:
    """Of the branches those that hold one commit of `me` on one parent and few files: most. One request for 50."""
    found: dict[str, Branch] = {}
    for names in batched(sorted(numbers), AT_ONCE):
        asked = " ".join(f"p{numbers[name]}: pullRequest(number: {numbers[name]}) {{ ...P }}" for name in names)
        answer = about_repository(repo, asked, _PULL)
        for name in names:
            if branch := _own_commit(name, answer[f"p{numbers[name]}"], heads[name], me):
                found[name] = branch
    return found


def _own_commit(name: str, pull: Mapping[str, Any] | None, head: str, me: User) -> Branch | None:
    """None where a closer look is needed: several commits, somebody else's, a rename, many files."""
    if pull is None or pull["commits"]["totalCount"] != 1 or pull["headRefOid"] != head:
        return None
    commit, files = pull["commits"]["nodes"][0]["commit"], pull["files"] or {"totalCount": 0, "nodes": []}
    author = (commit["author"]["user"] or {}).get("login", "")
    known = author.removesuffix("[bot]") == me.login.removesuffix("[bot]")
    if not known or commit["parents"]["totalCount"] != 1 or commit["oid"] != head:
        return None
    if files["totalCount"] > len(files["nodes"]) or any(file["changeType"] not in _PLAIN for file in files["nodes"]):
        return None
    changes = {file["path"]: file["changeType"] != "DELETED" for file in files["nodes"]}
    made = BranchCommit(head, me.login, commit["message"])
    return _untold(name, head, commit["parents"]["nodes"][0]["oid"], (made,), changes)


def _changes(files: Iterable[File]) -> Iterator[tuple[str, bool]]:
    """Each path and whether it is there at the head; a rename is two changes."""
    for file in files:
        if file.status == "renamed":
            yield file.previous_filename, False
        yield file.filename, file.status != "removed"


def texts(repo: Repository, places: Sequence[str]) -> Mapping[str, str]:
    """The text at each place ("commit:path", or a blob) that is there.

    What GraphQL gives no text for (bytes that are no UTF-8, or too many) is asked for by itself.
    """
    found: dict[str, str] = {}
    for some in batched(places, AT_ONCE):
        named = {f"t{number}": place for number, place in enumerate(some)}
        asked = " ".join(f"{key}: object(expression: ${key}) {{ ...T }}" for key in named)
        answer = about_repository(repo, asked, _TEXT, **named)
        for key, place in named.items():
            if blob := answer[key]:
                whole = blob["text"] is not None and not blob["isTruncated"]
                found[place] = blob["text"] if whole else blob_bytes(repo, blob["oid"]).decode("utf-8", "replace")
    return found


def blob_bytes(repo: Repository, blob: str) -> bytes:
    return base64.b64decode(repo.get_git_blob(blob).content)
