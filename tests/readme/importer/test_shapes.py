"""The pattern that an entry is written in, and what fills it: the text comes back letter for letter."""

import pytest

from bot.catalog.model import Record
from bot.readme.importer.read import read_readme
from bot.readme.importer.restructure import fit, fitted
from bot.readme.importer.shapes import shape
from bot.readme.importer.single_entry import read_entry
from bot.readme.styles import markdown

SHAPES = {
    "bullet": ("- [甲](https://a.cn) - 说明", "- [{name}]({url}){ - description}", {}),
    "bold": ("* **[甲](https://a.cn)**：说明", "* **[{name}]({url})**{：description}", {}),
    "bold in the label": ("* [**甲**](https://a.cn)：说明", "* [**{name}**]({url}){：description}", {}),
    "link alone": ("[甲](https://a.cn)", "[{name}]({url})", {}),
    "numbered": ("1. [甲](https://a.cn): 一", "{number}. [{name}]({url}){: description}", {}),
    "a number that does not count": ("7. [甲](https://a.cn): 一", "7. [{name}]({url}){: description}", {}),
    "a task": ("- [x] [甲](https://a.cn)", "- [x] [{name}]({url})", {}),
    "nested": ("    - [甲](https://a.cn) 说明", "- [{name}]({url}){ description}", {"before": "    "}),
    "an emoji": ("- :link: [甲](https://a.cn)", "- {extra:标记 }[{name}]({url})", {"标记": ":link:"}),
    "a date": ("- 2023-05 [甲](https://a.cn)", "- {extra:日期 }[{name}]({url})", {"日期": "2023-05"}),
    "a bare address": ("- 甲: https://a.cn/x", "- {name}: {url}", {}),
    "an address alone": ("- https://a.cn/kettle 烧水", "- {url}{ description}", {}),
    "an address in angles": ("- <https://a.cn/kettle>", "- <{url}>", {}),
    "a label that names nothing": ("- [2006](https://a.cn/k.pdf) - 论文", "- [{label}]({url}){ - description}", {}),
    "a title with links behind": ("- 甲 [官网](https://a.cn) / [源码](https://b.cn)", "- {name} [{label}]({url}){ / links, ...}", {}),
    "a name in two words of marks": ("* [**甲**: _乙_](https://a.cn)", "* [{name}]({url})", {"name": "**甲**: _乙_"}),
    "a blank in the brackets": ("- 甲 [下载](https://a.cn ) 码：1", "- {name} [{label}]({url}){ description}", {"url": "https://a.cn "}),
    "a title on the link": ('- [甲](https://a.cn "一")', "- [{name}]({url})", {"url": 'https://a.cn "一"'}),
    "told between name and link": ("* 甲：说明。[官网](https://a.cn)", "* {name}{：description}[{label}]({url})", {}),
    "told on both sides": ("- 甲，一个很长的说明 [官网](https://a.cn) 好", "- {name}{，description }[{label}]({url}){ extra:附注}", {"附注": "好"}),
    "a paper": (
        "- [2023/05] **A Title.** *Wu et al.* [[paper](https://a.cn)]",
        "- {extra:日期 }**{name}.**{ description }[[{label}]({url})]",
        {"日期": "[2023/05]"},
    ),
    "a row": ("| [甲](https://a.cn) | 说明 |", "| [{name}]({url}) | {extra:第 2 列} |", {"第 2 列": "说明"}),
    "a numbered row": ("| 1 | [甲](https://a.cn) |", "| {number} | [{name}]({url}) |", {}),
    "a bar in code": ("| [甲](https://a.cn) | `a|b` |", "| [{name}]({url}) | {extra:第 2 列} |", {"第 2 列": "`a|b`"}),
    "HTML": ('- <b><a href="https://a.cn?x=1&amp;y=2">甲</a></b> - 说明', '- <b><a href="{url}">{name}</a></b>{ - description}',
             {"url": "https://a.cn?x=1&amp;y=2"}),
    "a heading with fields": ("### [甲](https://a.cn)\n\n- 论文：一\n- 代码：二", "### [{name}]({url}){\n\ndescription}", {}),
    "further lines": ("- [甲](https://a.cn)\n  - 论文：一\n  - 代码：二", "- [{name}]({url}){\n  description}", {}),
    "lines that stand further out": ("- [甲](https://a.cn) - 一\n二", "- [{name}]({url})", {"after": " - 一\n二"}),
    "a file of the repository": ("- [甲](./docs/a.md)", "- [{name}]({extra:网址})", {"网址": "./docs/a.md"}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "show", "extra"), [pytest.param(*case, id=name) for name, case in SHAPES.items()])
def test_the_shape_of_an_entry(text: str, show: str, extra: dict[str, str]):
    found = shape(read_entry(text), 1)
    assert found is not None
    assert (found.show, dict(found.record.extra)) == (show, extra)
    assert markdown(found.record, found.show, "", 2) == text


@pytest.mark.parametrize(
    "text", ["- [甲][1] 说明", "- 一个没有链接也没有名称的段落" * 20], ids=["an address elsewhere", "no name"]
)
def test_what_stays_to_the_letter(text: str):
    record = Record("", "", "别的", body=text)
    assert fit(record, "- [{name}]({url})").body == text


PAGES = {
    "most of them": (
        "- [甲](https://a.cn) - 一\n- [乙](https://b.cn)：二\n- [丙](https://c.cn) - 三\n",
        "- [{name}]({url}){ - description}",
    ),
    "nothing said of any": ("- [甲](https://a.cn)\n- [乙](https://b.cn)\n", "- [{name}]({url}){ - description}"),
    "a table": (
        "| 名 | 星 | 说明 |\n|---|---|---|\n| [甲](https://a.cn) | 3 | 说明文字 |\n| [乙](https://b.cn) | 4 | 说明 |\n",
        "| [{name}]({url}) | {extra:星} | {description} |",
    ),
    "two columns of one name": (
        "| 名 | 星 | 星 |\n|---|---|---|\n| [甲](https://a.cn) | 3 | 说明 |\n| [乙](https://b.cn) | 4 | 说明 |\n",
        "| [{name}]({url}) | {extra:第 2 列} | {description} |",
    ),
}


@pytest.mark.parametrize(("page", "show"), [pytest.param(*case, id=name) for name, case in PAGES.items()])
def test_the_style_of_a_section(page: str, show: str):
    read = read_readme(f"# 表\n\n{page}", "README.md")
    catalog = fitted(read.catalog, read.columns)
    assert catalog.list.sections[0].show == show
    assert not any(record.body for record in catalog.records)


@pytest.mark.parametrize("text", [case[0] for case in SHAPES.values()], ids=list(SHAPES))
def test_an_edited_name_or_link_reaches_the_page(text: str):
    from dataclasses import replace

    made = fit(read_entry(text), "- [{name}]({url}){ - description}")
    renamed = replace(made, name="新*名")
    assert "新\\*名" in markdown(renamed, "list", "", 2)
    for link in made.links[:1]:
        moved = replace(made, links=(replace(link, url="https://new.cn/x"), *made.links[1:]))
        assert "https://new.cn/x" in markdown(moved, "list", "", 2)
    if made.links and made.links[0].label:
        labelled = replace(made, links=(replace(made.links[0], label="新文字"), *made.links[1:]))
        assert "[新文字](" in markdown(labelled, "list", "", 2).replace("[[", "[").replace("]]", "]")


@pytest.mark.parametrize(("show", "own"), [
    pytest.param("{number}. [{name}]({url})", "{number}. **[{name}]({url})**", id="in a section that counts"),
    pytest.param("- [{name}]({url})", "3. **[{name}]({url})**", id="in one that does not"),
])  # fmt: skip
def test_a_number_counts_where_the_section_counts(show, own):
    assert fit(read_entry("3. **[甲](https://a.cn)**"), show, 3).extra["show"] == own
