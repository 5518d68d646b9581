"""A page that stands everywhere tells nothing of two sections, and costs no more than its entries."""

from __future__ import annotations

from datetime import date

import pytest

from bot.lint.analysis import shown_again
from bot.lint.analysis.same_page import Entry, listed
from bot.lint.analysis.shown_again import EVERYWHERE, on_purpose
from bot.lint.context import LintContext
from bot.lint.page_context import page_context


def entries(sections: int, pages: int) -> str:
    items = "".join(f"- [Lamp {page}](https://lamp-{page}.dev)\n" for page in range(pages))
    return "# 灯\n\n" + "".join(f"## 小节 {number}\n\n{items}\n" for number in range(sections))


@pytest.mark.parametrize(("sections", "told"), [(2, True), (EVERYWHERE + 1, False)], ids=["two sections", "everywhere"])
def test_sections_with_the_same_pages_repeat_one_another(sections: int, told: bool):
    ctx = page_context(entries(sections, 7), "README.md", date.max)
    one, other = listed(ctx)[0], listed(ctx)[7]
    paths = frozenset({one.record.section, other.record.section})
    from bot.lint.analysis.shown_again import _repeated

    assert (paths in _repeated(ctx)) is told
    assert on_purpose(one, other, ctx)  # whichever plan says so: all of a section stands elsewhere too


def test_an_entry_is_compared_with_the_first_sections_only(monkeypatch):
    compared = []

    def never(one: Entry, other: Entry, ctx: LintContext) -> bool:
        compared.append((one.at, other.at))
        return False

    monkeypatch.setattr(shown_again, "on_purpose", never)
    ctx = page_context(entries(4 * EVERYWHERE, 1), "README.md", date.max)
    assert len(shown_again.once(tuple(listed(ctx)), ctx)) == 4 * EVERYWHERE
    assert len(compared) < 4 * EVERYWHERE * EVERYWHERE
