"""Texts for people: how to contribute, and which settings a repository needs."""

from __future__ import annotations

from collections.abc import Iterator

from bot.adopt.repository import Repository
from bot.files.packaged import packaged

FORMS_LINK = "issues/new?template=new-entry.yml"


def section(language: str, entry: str) -> str:
    """For the end of the list's page."""
    return packaged("bot.adopt", f"texts/section.{language}.md").replace("ENTRY", entry)


def contributing(language: str, entry: str) -> str:
    """CONTRIBUTING.md."""
    return packaged("bot.adopt", f"texts/contributing.{language}.md").replace("ENTRY", entry)


def settings(home: Repository | None, *, pages: bool) -> Iterator[str]:
    """What a person has to tick, with the address of the page where it is."""
    at = f"{home.url}/settings" if home else "仓库的 Settings"
    actions = f"{at}/actions" if home else f"{at} → Actions → General"
    yield f"{actions} → Workflow permissions：勾选“Allow GitHub Actions to create and approve pull requests”"
    yield f"{at} → Features：Issues 要开着"
    if pages:
        yield f"{at}/pages" * bool(home) + f"{at} → Pages" * (not home) + " → Source：选“GitHub Actions”"
