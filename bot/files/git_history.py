"""Other versions of a file, from git."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

_MOST = 100
# A clone's .git/config may name programs to run: nothing that is asked here needs one.
_HARMLESS = ("core.quotepath=off", "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat",
             "log.showSignature=false", "diff.external=", "protocol.allow=never")  # fmt: skip
_PLAIN = ("--no-textconv", "--no-ext-diff", "--no-show-signature")


def versions(root: Path, path: str) -> Iterator[str]:
    """The texts of root/path in the commits that changed it, newest first; none where there is no git history."""
    listed = _git(root, "log", *_PLAIN, f"-{_MOST}", "--format=%H", "--", path)
    for commit in (listed or b"").decode().split():
        if (data := _git(root, "show", *_PLAIN, f"{commit}:./{path}")) is not None:
            yield data.decode("utf-8", "replace")


def file_at(root: Path, reference: str, path: str) -> bytes | None:
    """The file as a reference of the repository around `root` has it; None where there is none."""
    return _git(root, "cat-file", "blob", f"{reference}:{path}")


def checkout(root: Path) -> tuple[frozenset[str], str, frozenset[str]] | None:
    """The files of the checkout around `root`, the path of `root` in it, and the files that are new; None without git.

    Paths count from the top of the checkout. New is what is not committed, or not yet in the remote's main branch.
    """
    listed = _git(root, "ls-files", "-z", "-co", "--exclude-standard", "--full-name", "--", ":/")
    prefix = _git(root, "rev-parse", "--show-prefix")
    if listed is None or prefix is None:
        return None
    status = _git(root, "status", "--porcelain", "-z", "-uall") or b""
    branch = _git(root, "diff", *_PLAIN, "-z", "--name-only", "--diff-filter=A", "origin/HEAD...HEAD") or b""
    rows = (line for line in _names(status) if len(line) > 3 and line[0] in "?AM " and line[1] in "?AM ")
    new = frozenset({*(line[3:] for line in rows), *_names(branch)})
    return frozenset(_names(listed)), prefix.decode("utf-8", "replace").strip(), new


def _names(output: bytes) -> list[str]:
    return [name for name in output.decode("utf-8", "replace").split("\0") if name]


def _git(root: Path, *arguments: str) -> bytes | None:
    settings = [word for setting in _HARMLESS for word in ("-c", setting)]
    command = ["git", "-C", str(root), *settings, "--no-pager", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=30)  # noqa: S603 - no shell
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
