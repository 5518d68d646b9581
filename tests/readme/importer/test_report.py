"""What an import says of itself: how many, and where."""

import pytest

from bot.catalog.model import Record
from bot.readme.importer.read import read_readme
from bot.readme.importer.report import merged, report
from bot.readme.importer.restructure import fitted


def page(count: int, *more: str) -> str:
    return (
        "# 列表\n\n"
        + "".join(f"- [K{at}](https://a.org/{at}) - 说明\n" for at in range(count))
        + "".join(f"\n{line}\n" for line in more)
    )


def test_a_page():
    read = read_readme(page(3) + "- [乙](https://b.org/y) （好）\n- [丙](https://b.org/z 好\n", "x.md")
    said = report(read, fitted(read.catalog).records, "x.md").splitlines()
    assert said[0] == "x.md：5 个条目，1 个小节，5 个链接，0 个日期。"
    assert said[1] == "其中 3 个条目完全由字段生成，1 个另有 extra，1 个逐字保留原文（body）。"


def test_nothing():
    assert report(read_readme("# 列表\n", "x.md"), [], "x.md") == "x.md：没有读到条目，全文留在模板里。\n"


@pytest.mark.parametrize(("count", "more"), [(19, None), (20, None), (21, 1), (23, 3)])
def test_broken_links_are_told_up_to_twenty(count, more):
    text = "# 列表\n\n" + "".join(f"- [K{at}](https://a.org/{at} - 说明\n" for at in range(count))
    said = report(read_readme(text, "x.md"), [], "x.md").splitlines()
    lines = [line for line in said if line.startswith("  x.md:")]
    assert len(lines) == min(count, 20)
    assert said[-1] == (f"  ……其余 {more} 个请运行 curate check x.md 查看。" if more else lines[-1])


@pytest.mark.parametrize(
    ("count", "last"), [(20, "  “K19”即 k19"), (21, "  ……其余 1 个从略。"), (25, "  ……其余 5 个从略。")]
)
def test_what_is_known_is_told_up_to_twenty(count, last):
    known = [(Record(f"n{at}", "m", f"K{at}"), Record(f"k{at}", "m", f"K{at}")) for at in range(count)]
    said = merged([], known, "x.md").splitlines()
    assert said[0] == f"x.md：新增 0 个条目，已有的 {count} 个不再添加；条目以外的文字没有并入。"
    assert (len(said), said[-1]) == (21 + (count > 20), last)
