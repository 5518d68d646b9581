"""Other versions of a file, from git."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from bot.files.access import LARGEST

_MOST = 100
# A clone's .git/config may name programs to run: nothing that is asked here needs one. Neither are files of the working
# tree looked into, as `git status` does, for which filters are run, nor objects fetched that a partial clone lacks.
_HARMLESS = ("core.quotepath=off", "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat",
             "log.showSignature=false", "diff.external=", "protocol.allow=never")  # fmt: skip
_OFFLINE = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
_PLAIN = ("--no-textconv", "--no-ext-diff", "--no-show-signature")


def versions(root: Path, path: str) -> Iterator[str]:
    """The texts of root/path in the commits that changed it, newest first; none where there is no git history."""
    listed = _git(root, "log", *_PLAIN, f"-{_MOST}", "--format=%H", "--", path)
    for commit in (listed or b"").decode().split():
        if (data := _blob(root, f"{commit}:./{path}")) is not None:
            yield data.decode("utf-8", "replace")


def file_at(root: Path, reference: str, path: str) -> bytes | None:
    """The file as a reference of the repository around `root` has it; None where there is none, or one too large."""
    return _blob(root, f"{reference}:{path}")


def checkout(root: Path) -> tuple[frozenset[str], str, frozenset[str]] | None:
    """The files of the checkout around `root`, the path of `root` in it, and the files that are new; None without git.

    Paths count from the top of the checkout. New is what is not committed, or not yet in the remote's main branch.
    """
    tracked, untracked = (
        _git(root, "ls-files", "-z", which, "--exclude-standard", "--full-name", "--", ":/") for which in ("-c", "-o")
    )
    prefix = _git(root, "rev-parse", "--show-prefix")
    if tracked is None or prefix is None:
        return None
    staged = _git(root, "diff-index", "-z", "--cached", "--name-only", "--diff-filter=A", "HEAD")
    branch = _git(root, "diff", *_PLAIN, "-z", "--name-only", "--diff-filter=A", "origin/HEAD...HEAD")
    added = tracked if staged is None else staged  # None: nothing is committed yet
    new = frozenset(name for output in (untracked, added, branch) for name in _names(output))
    return new.union(_names(tracked)), prefix.decode("utf-8", "replace").strip(), new


def _names(output: bytes | None) -> list[str]:
    return [name for name in (output or b"").decode("utf-8", "replace").split("\0") if name]


def _blob(root: Path, name: str) -> bytes | None:
    size = _git(root, "cat-file", "-s", name)
    return _git(root, "cat-file", "blob", name) if size and int(size) <= LARGEST else None


def _git(root: Path, *arguments: str) -> bytes | None:
    settings = [word for setting in _HARMLESS for word in ("-c", setting)]
    command = ["git", "-C", str(root), *settings, "--no-pager", *arguments]
    around = {**os.environ, **_OFFLINE}
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=30, env=around)  # noqa: S603 - no shell
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def remote(root: Path) -> str:
    """The address of the remote `origin`, or else of the only one; empty where there is none."""
    names = (_git(root, "remote") or b"").decode("utf-8", "replace").split()
    name = "origin" if "origin" in names else names[0] if len(names) == 1 else ""
    return (_git(root, "remote", "get-url", name) or b"").decode("utf-8", "replace").strip() if name else ""


def top(root: Path) -> Path | None:
    """The folder that holds all of the checkout; None without git."""
    found = (_git(root, "rev-parse", "--show-toplevel") or b"").decode("utf-8", "replace").strip()
    return Path(found) if found else None


def head(root: Path) -> str:
    """The commit that is checked out; empty where there is none."""
    return (_git(root, "rev-parse", "HEAD") or b"").decode().strip()


def is_published(root: Path, commit: str) -> bool:
    """Whether a branch of a remote is known to hold it."""
    return bool(commit and (_git(root, "branch", "-r", "--contains", commit) or b"").strip())
