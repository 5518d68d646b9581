"""Where the program that runs came from: what pip has noted, its git checkout, or what a release has in it."""

from __future__ import annotations

import json
from importlib import metadata
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bot import HOME
from bot.files import git_history

RELEASED = Path(__file__).parents[1] / "released.txt"  # the commit of a release: .ci/release writes it, git has none


def source() -> tuple[str, str]:
    """The address of the repository and the commit; either may be empty. A commit that no remote has is left out."""
    try:
        noted = json.loads(metadata.distribution("curate-list").read_text("direct_url.json") or "{}")
    except (metadata.PackageNotFoundError, ValueError):
        noted = {}
    if "vcs_info" in noted:
        return str(noted.get("url", "")), str(noted["vcs_info"].get("commit_id", ""))
    place = urlsplit(str(noted.get("url", "")))
    folder = Path(unquote(place.path)) if place.scheme == "file" else Path(__file__).parents[2]
    if git_history.top(folder) != folder:  # else some checkout around the place where pip has put us
        return (HOME, RELEASED.read_text("ascii").strip()) if RELEASED.is_file() else ("", "")
    return git_history.remote(folder), git_history.published(folder)
