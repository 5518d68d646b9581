"""The parts of the issue forms that come from the catalog: which sections and kinds one can choose.

In a form file they stand between two comments, `# 以下选项由 curate forms 生成：小节` and `# 生成的选项到此为止`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping

from bot.catalog.model import Catalog
from bot.catalog.write import scalar
from bot.submissions.intake_question import with_question

_PART = re.compile(
    r"^(?P<pad>[ ]*)# 以下选项由 curate forms 生成：(?P<what>\S+)\n(?P<old>.*?)^[ ]*# 生成的选项到此为止$",
    re.MULTILINE | re.DOTALL,
)


NO_CHOICE = {"none", "_no response_"}  # what GitHub writes where nothing was chosen


def filled(text: str, catalog: Catalog, left_out: Collection[str] = ()) -> str:
    """A form's text with its generated options renewed; text without such parts comes back as it is.

    A section that is `left_out` of the page is not offered.
    """
    offered = [option for option, path in section_options(catalog).items() if path not in left_out]
    options = {"小节": offered, "类别": list(kind_options(catalog))}

    def renew(match: re.Match[str]) -> str:
        pad = match["pad"]
        names = options.get(match["what"], [])
        lines = "".join(f"{pad}- {scalar(name, pad)}\n" for name in names)
        return f"{pad}# 以下选项由 curate forms 生成：{match['what']}\n{lines}{pad}# 生成的选项到此为止"

    return with_question(_PART.sub(renew, text), catalog.list.intake)


def section_options(catalog: Catalog) -> Mapping[str, str]:
    """What a contributor chooses → the section's path. Sections that are only split into others are no choice."""
    titles: dict[str, str] = {}
    for section in catalog.sections:
        parent = titles.get(section.path.rpartition("/")[0], "")
        titles[section.path] = f"{parent} / {section.entry.title}" if parent else section.entry.title
    leaves = {section.path: titles[section.path] for section in catalog.sections if not section.entry.sections}
    counts = Counter(leaves.values())
    plain = {title for title, count in counts.items() if count == 1 and title.lower() not in NO_CHOICE}
    return {title if title in plain else f"{title}（{path}）": path for path, title in leaves.items()}


def kind_options(catalog: Catalog) -> Mapping[str, str]:
    """What a contributor chooses → the kind."""
    return {word: kind for kind, word in catalog.list.kinds.items()}
