"""Files that travel with the program: templates of forms and workflows."""

from __future__ import annotations

from importlib.resources import files


def packaged(package: str, path: str) -> str:
    """The text of a file of one of our own packages."""
    return files(package).joinpath(path).read_text("utf-8")
