"""`curate site`: catalog and facts → a folder with the list's own pages."""

from __future__ import annotations

from pathlib import Path

from bot.catalog.load import load_sound
from bot.files.below import is_file
from bot.files.folder import replace_folder
from bot.flows.known_facts import known_facts
from bot.site.entries import FORM
from bot.site.pages import Settings, site_files
from bot.web.facts import merged, read_facts
from bot.web.facts_format import Facts

MARK = "list.schema.json"  # in every site: a folder with it may be replaced


def write(root: Path, into: Path, facts: tuple[Path, ...], address: str) -> int:
    """Write the site whole, in the place of the one before; returns how many files. Raises CurateError.

    Without `facts` it is told what the patrol has left on its branch, if anything.
    """
    catalog = load_sound(root)
    known: Facts = {} if facts else known_facts(root).facts
    for path in facts:
        known = merged(known, read_facts(path))
    form = is_file(root, f".github/ISSUE_TEMPLATE/{FORM}")
    files = site_files(catalog, known, Settings(address, form))
    replace_folder(into, {path: text.encode("utf-8", "backslashreplace") for path, text in files.items()}, MARK)
    return len(files)
