"""What `curate setup` wants in a repository beside the list: forms, workflows and the like."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.adopt.mark import is_marked, is_untouched, with_mark
from bot.adopt.pages import contributing
from bot.adopt.workflow_files import WORKFLOW_FOLDER, WORKFLOWS, runs, workflow
from bot.catalog.model import Catalog
from bot.files.below import is_there, text_if_there
from bot.readme.generate.page import unprinted
from bot.submissions.form_template import FORM_FOLDER, FORMS, form_text, language_of, words_of_form
from bot.text import zh

if TYPE_CHECKING:
    from bot.flows.setup_known import Choices, Known

_FORMS = {"new-entry": "收录表单", "fix-entry": "更正表单"}
# File → what the bot, or its user, needs in it, and the sentence that says so.
_NEEDED: Mapping[str, tuple[tuple[str, ...], str]] = {
    f"{FORM_FOLDER}/new-entry": (("name", "link", "section", "description"), "；机器人要靠其中的 id（{}）读它"),
    f"{FORM_FOLDER}/fix-entry": (("entry", "problem", "reason"), "；机器人要靠其中的 id（{}）读它"),
    ".github/dependabot": (("github-actions",), "；要更新工作流里的版本，请加上 {}"),
    ".pre-commit-config": (("curate-regen", "curate-check"), "；要在提交之前检查，请加上 {}"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    what: str
    text: str


def repository_files(
    root: Path, catalog: Catalog, template: str, about: tuple[Known, Choices]
) -> tuple[dict[str, Wanted], tuple[str, ...]]:
    """Path → what it shall hold, and a sentence for each file of somebody else's in its place."""
    files: dict[str, Wanted] = {}
    kept: list[str] = []
    for path, what, make in _wanted(root, catalog, template, about):
        if (own := path.replace("/curate-", "/")) != path and is_there(root, own):
            kept.append(f"{own}：不是 curate setup 写的，保留不动；{what}写到 {path}")
        there = text_if_there(root, path)
        if not is_there(root, path) or is_untouched(there):
            files[path] = Wanted(what, make())
        elif is_marked(there):
            kept.append(f"{path}（{what}）：写好以后被人改过，保留不动")
        elif there != make():
            kept.append(f"{path}（{what}）：不是 curate setup 写的，保留不动{_meanwhile(path, there)}")
    return files, tuple(kept)


def _wanted(
    root: Path, catalog: Catalog, template: str, about: tuple[Known, Choices]
) -> Iterator[tuple[str, str, Callable[[], str]]]:
    known, choices = about
    action, seed = known.action, known.home.path if known.home else catalog.list.title
    left_out = unprinted(catalog, template)
    for form in FORMS:
        path = next(
            (one for one in _named(f"{FORM_FOLDER}/{form}") if is_there(root, one)), f"{FORM_FOLDER}/{form}.yml"
        )
        yield path, _FORMS[form], lambda form=form: with_mark(form_text(form, catalog, left_out))  # type: ignore[misc]
    words = words_of_form(catalog)
    yield (
        "CONTRIBUTING.md",
        "贡献说明",
        lambda: with_mark(contributing(language_of(catalog), words["entry"]), page=True),
    )
    if action is None:
        return
    for name, what in WORKFLOWS.items():
        if name != "pages" or choices.pages:
            yield (
                _free(root, name),
                f"工作流：{what}",
                lambda name=name: with_mark(workflow(name, action, seed)),  # type: ignore[misc]
            )
    yield ".github/dependabot.yml", "每周更新工作流里的版本", lambda: with_mark(workflow("dependabot", action, seed))
    if choices.pre_commit:
        yield ".pre-commit-config.yaml", "提交之前检查", lambda: with_mark(workflow("pre-commit", action, seed))


def _named(stem: str) -> tuple[str, str]:
    return f"{stem}.yml", f"{stem}.yaml"


def _free(root: Path, name: str) -> str:
    """The workflow's own name, or one beside it where the repository has another workflow of that name."""
    taken = next((one for one in _named(f"{WORKFLOW_FOLDER}/{name}") if is_there(root, one)), "")
    there = text_if_there(root, taken) if taken else ""
    if not taken or is_marked(there) or runs(there, name):
        return taken or f"{WORKFLOW_FOLDER}/{name}.yml"
    return f"{WORKFLOW_FOLDER}/curate-{name}.yml"


def _meanwhile(path: str, there: str) -> str:
    """What the file of somebody else's has to have, where it has not."""
    needed, sentence = _NEEDED.get(path.removesuffix(".yml").removesuffix(".yaml"), ((), ""))
    return "" if all(word in there for word in needed) else sentence.format(zh.join(needed))
