"""A file of the bot's own on a branch of its own: one commit without parents, so that no history grows."""

from __future__ import annotations

from dataclasses import dataclass

from github.Repository import Repository

from bot.errors import Gone
from bot.github.read import Head
from bot.github.read_branches import blob_bytes
from bot.github.write_branch import NOWHERE, change, point


@dataclass(frozen=True, slots=True)
class StoredFile:
    """`sha` is the commit that its branch stands at, NOWHERE before there is one."""

    branch: str
    path: str
    sha: str
    data: bytes


def read_stored(repo: Repository, branch: str, path: str) -> StoredFile:
    try:
        sha = repo.get_git_ref(f"heads/{branch}").complete().object.sha
    except Gone:
        return StoredFile(branch, path, NOWHERE, b"")
    blobs = {entry.path: entry.sha for entry in repo.get_git_tree(sha).tree}
    return StoredFile(branch, path, sha, blob_bytes(repo, blobs[path]) if path in blobs else b"")


def write_stored(repo: Repository, at: Head, now: StoredFile, text: str, message: str) -> None:
    """Let the branch hold this file alone. Raises Interrupted where somebody else has written meanwhile."""
    tree = repo.create_git_tree([change(now.path, text)])
    point(repo, at, now.branch, now.sha, repo.create_git_commit(message, tree, []).sha)
