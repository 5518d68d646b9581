"""What can be found out of a repository before anybody is asked: where it lives, its licence, which bot it uses."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot import HOME
from bot.adopt.licence import FILES, licence_of
from bot.adopt.repository import Action, Repository, read_action, read_repository
from bot.adopt.workflow_files import WORKFLOW_FOLDER, action_in
from bot.catalog.arrange import LIST_FILE
from bot.catalog.load import load_sound
from bot.errors import CurateError
from bot.files import git_history, installed
from bot.files.access import real
from bot.files.below import is_file, read_if_there, texts
from bot.submissions.form_template import language_of


@dataclass(frozen=True)
class Choices:
    """What a person says; empty for what may be found out. `pages` and what follows: whether it is wanted."""

    repository: str = ""
    licence: str = ""
    language: str = ""
    action: str = ""
    pages: bool = True
    pre_commit: bool = False
    section: bool = False


@dataclass(frozen=True)
class Known:
    """What could be found out, before anybody is asked. `nested`: the list is not at the top of its checkout."""

    home: Repository | None
    licence: str
    language: str
    action: Action | None
    nested: bool
    imported: bool

    @property
    def usable(self) -> bool:
        """Whether forms and workflows are of any use there."""
        return not self.nested and (self.home is None or self.home.on_github)


def find_out(root: Path, choices: Choices) -> Known:
    """Raises CurateError for an answer that cannot be meant."""
    catalog = load_sound(root) if is_file(root, LIST_FILE) else None
    top = git_history.top(root)
    address = choices.repository or (catalog.list.repository if catalog else "") or git_history.remote(root)
    home = read_repository(address)
    if choices.repository and home is None:
        raise CurateError(
            f"“{choices.repository}”不是仓库的网址", "--repository", "请写成 https://github.com/拥有者/仓库"
        )
    licence = choices.licence or (catalog.list.license if catalog else "") or _licence(root)
    language = choices.language or (language_of(catalog) if catalog else "")
    nested = top is not None and top != real(root)
    return Known(home, licence, language, _action(root, choices.action), nested, catalog is not None)


def _licence(root: Path) -> str:
    return next((found for name in FILES if is_file(root, name) and (found := licence_of(_text(root, name)))), "")


def _text(root: Path, name: str) -> str:
    return read_if_there(root, name).decode("utf-8", "replace")


def _action(root: Path, given: str) -> Action | None:
    """As told, as the workflows have it, or as this program was installed."""
    if given:
        if action := read_action(given):
            return action
        raise CurateError(
            f"“{given}”没有指明一个提交", "--action", "请写成 拥有者/仓库@提交的编号（40 位）；分支和标签会移动，不能用"
        )
    if action := read_action(action_in(iter(texts(root, WORKFLOW_FOLDER).values()))):
        return action
    source = installed.source()
    home = read_repository(source.repository)
    if not home or not home.on_github:  # a clone of a clone, or of a mirror
        home, source = read_repository(HOME), source._replace(published=False)
    return Action(home.path, source.commit, source.published) if home and source.commit else None
