"""An imported list's template, and a section that list.yml has beyond it."""

import pytest

from bot.catalog.model import Catalog, Link, ListFile, Record, SectionEntry
from bot.readme.generate.completed import completed

TEMPLATE = """# 榜

## 工具

前言。

{{ entries("tools") }}

注：不分先后。

### 旧

{{ entries("tools/old") }}

## 许可

MIT
"""
NEW = SectionEntry("books", "书 & 文", introduction="读。\n")


def catalog(*sections: SectionEntry, old: SectionEntry | None = None) -> Catalog:
    tools = SectionEntry("tools", "工具", sections=tuple(one for one in (old, SectionEntry("old", "旧")) if one))
    listed = ListFile("榜", sections=(tools, *sections))
    paths = [section.path for section in Catalog(listed).sections]
    return Catalog(
        listed, tuple(Record(path.replace("/", "-"), path, "名", links=(Link("https://a.cn"),)) for path in paths)
    )


def test_beside_its_neighbours():
    assert completed(TEMPLATE, catalog(NEW)) == TEMPLATE.replace(
        "## 许可", '## 书 & 文\n\n读。\n\n{{ entries("books") }}\n\n## 许可'
    )


def test_braces_are_text():
    made = completed(TEMPLATE, catalog(SectionEntry("books", "{{ x }}", introduction="{% y %}")))
    assert '## {{ "{{" }} x }}\n\n{{ "{" }}% y %}\n\n{{ entries("books") }}' in made


def test_inside_of_another():
    made = completed(TEMPLATE, catalog(old=SectionEntry("new", "新")))
    assert made == TEMPLATE.replace("### 旧", '### 新\n\n{{ entries("tools/new") }}\n\n### 旧')


def test_a_title_that_is_there_gets_the_call():
    template = TEMPLATE.replace("## 许可", "## 书 & 文\n\n只有文字。\n\n## 许可")
    assert completed(template, catalog(NEW)) == template.replace(
        "## 书 & 文\n", '## 书 & 文\n\n{{ entries("books") }}\n'
    )


@pytest.mark.parametrize(("template", "given"), [
    pytest.param(TEMPLATE, catalog(), id="nothing is missing"),
    pytest.param(TEMPLATE, Catalog(catalog(NEW).list, catalog().records), id="a section without records"),
    pytest.param("{% for one in sections %}{{ entries(one.path) }}{% endfor %}", catalog(NEW), id="a loop"),
    pytest.param("# 榜\n", catalog(NEW), id="no calls"),
    pytest.param('# 榜\n\n{{ entries("tools") }}\n', catalog(NEW), id="no titles"),
    pytest.param(TEMPLATE + "{% if x %}{{ entries('books') | upper }}{% endif %}\n", catalog(NEW), id="called otherwise"),
])  # fmt: skip
def test_left_as_it_is(template: str, given: Catalog):
    assert completed(template, given) == template
