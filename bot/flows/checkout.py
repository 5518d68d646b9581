"""What git says of the files around a list, as evidence for rules."""

from __future__ import annotations

from pathlib import Path

from bot.files import git_history
from bot.lint.context import Checkout


def checkout(folder: Path) -> Checkout | None:
    """The checkout that the folder is in; None where there is none."""
    found = git_history.checkout(folder)
    return Checkout(*found) if found else None


def checkout_with(page: Path) -> Checkout | None:
    """The same, where the page is a file of it."""
    found = checkout(page.parent)
    return found if found and f"{found.folder}{page.name}" in found.files else None
