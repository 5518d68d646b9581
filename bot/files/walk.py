"""Which files there are below a list's folder; hidden ones, links, pipes and devices are none of them."""

from __future__ import annotations

import os
from operator import itemgetter
from pathlib import Path

from bot.files.access import explained


def paths(root: Path, folder: str) -> list[str]:
    """Every regular file below root/folder, sorted; hidden ones left out; none where there is no such folder."""
    return [path for path, _ in entries(root, folder, [])]


def stats(root: Path, folder: str, special: list[str]) -> list[tuple[str, os.stat_result]]:
    """The same paths, each with its state on the disk."""
    with explained(root / folder):
        return [(path, entry.stat(follow_symlinks=False)) for path, entry in entries(root, folder, special)]


def entries(root: Path, folder: str, special: list[str]) -> list[tuple[str, os.DirEntry[str]]]:
    """The same paths, each with its entry in its folder.

    Links, pipes and devices are not opened: reading one could show a stranger's file, or never end. Their paths are
    added to `special`.
    """
    found: list[tuple[str, os.DirEntry[str]]] = []
    waiting = [(str(root / folder), folder)] if (root / folder).is_dir() else []
    while waiting:
        directory, prefix = waiting.pop()
        with explained(Path(directory)), os.scandir(directory) as there:
            for entry in there:
                path = f"{prefix}/{entry.name}"
                if entry.name[0] == ".":
                    continue
                if entry.is_file(follow_symlinks=False):
                    found.append((path, entry))
                elif entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, path))
                else:
                    special.append(path)
    return sorted(found, key=itemgetter(0))
