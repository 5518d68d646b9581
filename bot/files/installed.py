"""Where the program that runs came from: what pip has noted, its git checkout, or what a release has in it."""

from __future__ import annotations

import json
from importlib import metadata
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from bot import HOME
from bot.files import git_history

RELEASED = Path(__file__).parents[1] / "released.txt"  # the commit of a release: .ci/release writes it, git has none


class Source(NamedTuple):
    """The address of the repository and the commit, either may be empty; whether a remote is known to have it."""

    repository: str = ""
    commit: str = ""
    published: bool = True


def source() -> Source:
    """Where it is from; of a checkout that was never pushed, what is checked out."""
    try:
        noted = json.loads(metadata.distribution("curate-list").read_text("direct_url.json") or "{}")
    except (metadata.PackageNotFoundError, ValueError):
        noted = {}
    if "vcs_info" in noted:
        return Source(str(noted.get("url", "")), str(noted["vcs_info"].get("commit_id", "")))
    place = urlsplit(str(noted.get("url", "")))
    folder = Path(unquote(place.path)) if place.scheme == "file" else Path(__file__).parents[2]
    if git_history.top(folder) != folder:  # else some checkout around the place where pip has put us
        return Source(HOME, RELEASED.read_text("ascii").strip()) if RELEASED.is_file() else Source()
    commit = git_history.head(folder)
    return Source(git_history.remote(folder), commit, git_history.is_published(folder, commit))
