"""The list's files as they are on the default branch now, whatever the job checked out some minutes ago.

A decision and the commit it is committed on must show the same catalog: only then can two pull requests never
conflict in the generated README.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from github.GitTreeElement import GitTreeElement
from github.Repository import Repository

from bot.errors import CurateError
from bot.files.below import read, read_if_there
from bot.files.folder import temporary_folder
from bot.files.walk import paths
from bot.github.read_branches import blob_bytes

FOLDERS = ("catalog", ".github/ISSUE_TEMPLATE")
FILES = ("README.md", "README.template.md")
_PREFIXES = tuple(f"{folder}/" for folder in FOLDERS)


@contextmanager
def files_at(repo: Repository, sha: str, root: Path) -> Iterator[Path]:
    """A folder that holds commit `sha`'s catalog, forms and templates: `root` itself where it agrees, else a copy."""
    wanted, here = _listed(repo, sha), _files(root)
    known = {path: _blob(data) for path, data in here.items()}
    if known == wanted:
        yield root
        return
    files = {path: here[path] if known.get(path) == blob else blob_bytes(repo, blob) for path, blob in wanted.items()}
    with temporary_folder(files) as folder:
        yield folder


def _listed(repo: Repository, sha: str) -> Mapping[str, str]:
    tree = repo.get_git_tree(sha, recursive=True)
    entries = _by_folder(repo, sha) if tree.truncated else ((entry.path, entry) for entry in tree.tree)
    blobs = {path: entry.sha for path, entry in entries if entry.mode in {"100644", "100755"}}
    return {path: blob for path, blob in blobs.items() if path in FILES or path.startswith(_PREFIXES)}


def _by_folder(repo: Repository, sha: str) -> Iterator[tuple[str, GitTreeElement]]:
    """The same of a repository with more files than GitHub lists at once: only what is asked for is listed."""
    yield from ((entry.path, entry) for entry in repo.get_git_tree(sha).tree)
    for folder in FOLDERS:
        if not (inner := _tree_at(repo, sha, folder)):
            continue
        tree = repo.get_git_tree(inner, recursive=True)
        if tree.truncated:
            raise CurateError(
                "文件太多，GitHub 一次列不全（上限是 10 万个，或列表本身 7 MB）",
                f"{repo.full_name}/{folder}",
                "请把列表拆成几个仓库",
            )
        yield from ((f"{folder}/{entry.path}", entry) for entry in tree.tree)


def _tree_at(repo: Repository, sha: str, folder: str) -> str:
    """The name git gives that folder; empty where there is none."""
    for part in folder.split("/"):
        entries = repo.get_git_tree(sha).tree
        sha = next((entry.sha for entry in entries if entry.path == part and entry.type == "tree"), "")
        if not sha:
            break
    return sha


def _files(root: Path) -> Mapping[str, bytes]:
    below = {path: read(root, path) for folder in FOLDERS for path in paths(root, folder)}
    return below | {name: data for name in FILES if (data := read_if_there(root, name))}


def _blob(data: bytes) -> str:
    """The name git gives these bytes."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
