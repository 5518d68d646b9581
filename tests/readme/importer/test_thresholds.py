"""Both sides of the numbers by which a page's lines are taken for entries."""

import pytest

from bot.readme.importer.read import read_readme


def names(page: str) -> list[str]:
    return [record.name for record in read_readme(page, "README.md").catalog.records]


@pytest.mark.parametrize(("letters", "found"), [(3, []), (4, ["甲"]), (5, ["甲"])])
def test_how_much_is_said_behind_an_anchor(letters, found):
    """Six letters, the dash and the blank before them included."""
    assert names(f'# 列表\n\n<div>\n<a href="https://a.org">甲</a> - {"字" * letters}<br>\n</div>\n') == found


@pytest.mark.parametrize("mark", ["-", "–", "—", ":", "：", "，", ",", "&nbsp;-", "</b>:"])
def test_what_stands_behind_an_anchor(mark):
    line = '<a href="https://{0}.org">{0}</a>' + mark + " 这是它的说明<br>\n"
    assert names(f"# 列表\n\n<div>\n{line.format('甲')}{line.format('乙')}</div>\n") == ["甲", "乙"]


@pytest.mark.parametrize(("before", "found"), [(12, ["甲", "乙"]), (13, [])])
def test_how_much_may_stand_before_a_leading_link(before, found):
    line = f"{'字' * before} [{{0}}](https://{{0}}.org) 的说明\n\n"
    assert names(f"# 列表\n\n{line.format('甲')}{line.format('乙')}") == found


@pytest.mark.parametrize(("entries", "prose", "found"), [(1, 0, 0), (2, 0, 2), (2, 2, 2), (2, 3, 0)])
def test_paragraphs_are_entries_where_half_of_them_are(entries, prose, found):
    page = (
        "# 列表\n\n"
        + "".join(f"[K{at}](https://a.org/{at}) 的说明\n\n" for at in range(entries))
        + "一段话。\n\n" * prose
    )
    assert len(names(page)) == found


@pytest.mark.parametrize(("letters", "found"), [(60, True), (61, False)])
def test_how_long_a_name_in_bold_may_be(letters, found):
    page = "# 列表\n\n" + "".join(f"**{one * letters}**：说明 https://{one}.org/x\n\n" for one in "甲乙丙")
    assert bool(names(page)) is found


def test_records_are_numbered_in_tens():
    page = "# 列表\n\n## 甲\n" + "".join(f"- [K{at}](https://a.org/{at}) - 说明\n" for at in range(3))
    assert [record.order for record in read_readme(page, "README.md").catalog.records] == [10, 20, 30]


@pytest.mark.parametrize(("url", "found"), [
    pytest.param("https://a.cn/{}", True, id="out of the page"),
    pytest.param("#{}", False, id="within the page"),
])  # fmt: skip
def test_lines_of_a_paragraph_are_entries_where_their_links_lead_out(url, found):
    page = "# 列表\n\n" + "".join(
        f"**{n}**：说明 [{n}]({url.format(n)})\n**{n}{n}**：说明 [{n}]({url.format(n)})\n\n" for n in "甲乙丙"
    )
    assert bool(names(page)) is found


def test_what_stands_in_a_block_of_code_is_no_entry():
    page = "# 列表\n\n- [甲](https://a.cn/a)\n  ```\n  - [乙](https://a.cn/b)\n  ```\n- [丙](https://a.cn/c)\n"
    assert names(page) == ["甲", "丙"]
