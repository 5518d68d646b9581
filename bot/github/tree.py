"""The list's files as they are on the default branch now, whatever the job checked out some minutes ago.

A decision and the commit it is committed on must show the same catalog: only then can two pull requests never
conflict in the generated README.
"""

from __future__ import annotations

import base64
import hashlib
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.errors import CurateError
from bot.files.access import explained, walk
from bot.github.client import Hub

FOLDERS = ("catalog", ".github/ISSUE_TEMPLATE")
FILES = ("README.md", "README.template.md")
_PREFIXES = tuple(f"{folder}/" for folder in FOLDERS)


@contextmanager
def tree_at(hub: Hub, sha: str, root: Path) -> Iterator[Path]:
    """A folder that holds commit `sha`'s catalog, forms and templates: `root` itself where it agrees, else a copy."""
    wanted = _listed(hub, sha)
    here = {path: _blob(where) for path, where in _files(root)}
    if here == wanted:
        yield root
        return
    with TemporaryDirectory(prefix="curate-") as name:
        folder = Path(name)
        for path, blob in wanted.items():
            _put(hub, folder / path, root / path if here.get(path) == blob else None, blob)
        yield folder


def _listed(hub: Hub, sha: str) -> Mapping[str, str]:
    raw = hub.get(f"git/trees/{sha}", recursive=1)
    if raw["truncated"]:
        raise CurateError("仓库的文件太多，GitHub 没有列全", hub.repository, "请减少 catalog/ 以外的文件")
    blobs = {entry["path"]: entry["sha"] for entry in raw["tree"] if entry["mode"] in {"100644", "100755"}}
    return {path: blob for path, blob in blobs.items() if path in FILES or path.startswith(_PREFIXES)}


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    for folder in FOLDERS:
        if (root / folder).is_dir():
            yield from walk(root, folder)
    for name in FILES:
        if (root / name).is_file():
            yield name, root / name


def _blob(path: Path) -> str:
    """The name git gives these bytes."""
    with explained(path):
        data = path.read_bytes()
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _put(hub: Hub, path: Path, same: Path | None, blob: str) -> None:
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if same:
            shutil.copyfile(same, path)
        else:
            path.write_bytes(base64.b64decode(hub.get(f"git/blobs/{blob}")["content"]))
