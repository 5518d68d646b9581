"""`curate forms`: the sections changed → the issue forms offer the new ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.adopt.mark import is_untouched, with_mark
from bot.catalog.load import load_sound
from bot.catalog.model import Catalog, Mistake
from bot.files.below import texts
from bot.files.below import write as write_file
from bot.flows.regen import left_out_of_page
from bot.submissions.form import Form, read_form
from bot.submissions.form_errors import form_mistakes
from bot.submissions.form_template import FORM_FOLDER, FORMS, form_text, usual_form
from bot.submissions.write_forms import filled
from bot.text.diff import unified


@dataclass(frozen=True)
class Forms:
    """`texts`: path → text as it should be; `stale`: path → (old, new) where it differs."""

    texts: Mapping[str, str]
    stale: Mapping[str, tuple[str, str]]
    mistakes: tuple[Mistake, ...]

    def diff(self) -> str:
        return "".join(unified(path, old, new) for path, (old, new) in self.stale.items())


def look(root: Path, catalog: Catalog | None = None, *, create: bool = False) -> Forms:
    """Compute everything, write nothing. Raises UnreadableCatalog or another CurateError.

    With `create`, a list that has neither form gets both. One that nobody has changed since is made anew.
    """
    catalog = catalog or load_sound(root)
    old = form_texts(root)
    left_out = left_out_of_page(root, catalog)
    named = {Path(path).stem: path for path in old}
    new = {path: filled(text, catalog, left_out) for path, text in old.items()}
    missing = create and not any(name in named for name in FORMS)
    for name in FORMS:
        path = named.get(name, f"{FORM_FOLDER}/{name}.yml")
        if missing or is_untouched(old.get(path, "")):
            new[path] = with_mark(form_text(name, catalog, left_out))
    mistakes = [mistake for path, text in new.items() for mistake in form_mistakes(text, path)]
    return Forms(new, {p: (old.get(p, ""), new[p]) for p in new if old.get(p) != new[p]}, tuple(mistakes))


def write(root: Path, forms: Forms) -> list[str]:
    return [path for path in forms.stale if write_file(root, path, forms.texts[path])]


def form_texts(root: Path) -> Mapping[str, str]:
    """Path → text of every form of the list; none where the folder is missing."""
    found = texts(root, FORM_FOLDER).items()
    return {path: text for path, text in found if path.endswith((".yml", ".yaml")) and Path(path).stem != "config"}


def forms(root: Path, catalog: Catalog | None = None) -> Mapping[str, Form]:
    """The forms by their file's name without ending: `new-entry`, `fix-entry`.

    Those that a list of which the catalog is given does not have are the usual ones.
    """
    there = {Path(path).stem: read_form(text, path) for path, text in form_texts(root).items()}
    if catalog is None or all(name in there for name in FORMS):
        return there
    left_out = left_out_of_page(root, catalog)
    return {**{name: usual_form(name, catalog, left_out) for name in FORMS}, **there}
