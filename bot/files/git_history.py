"""Earlier versions of a file, from git."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

_MOST = 100


def versions(root: Path, path: str) -> Iterator[str]:
    """The texts of root/path in the commits that changed it, newest first; none where there is no git history."""
    listed = _git(root, "log", f"-{_MOST}", "--format=%H", "--", path)
    for commit in (listed or "").split():
        if (text := _git(root, "show", f"{commit}:./{path}")) is not None:
            yield text


def _git(root: Path, *arguments: str) -> str | None:
    command = ["git", "-C", str(root), "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=30)  # noqa: S603 - no shell
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
