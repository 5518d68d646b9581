"""The generated page: what a reader of GitHub sees, the same bytes everywhere, and a template kept in its box."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pages
import pytest

from bot.edge.catalog import load_sound
from bot.errors import BadTemplate, CurateError
from bot.flows.regen import look
from bot.model import Catalog, Link, ListFile, Record, Relation, SectionEntry
from bot.render.readme import edited_by_hand, readme

REPOSITORY = Path(__file__).parents[1]
TEMPLATE = """# {{ list.title }}

## 目录

{{ toc() }}
{% for section in sections %}
{{ heading(section) }}

{{ section.entry.introduction }}
{{ entries(section.path) }}

{% endfor %}
"""


def catalog(*records: Record, show: str = "headings", introduction: str = "") -> Catalog:
    section = SectionEntry("models", "模型", show, introduction)
    return Catalog(ListFile("清单", sections=(section,)), records)


def record(slug: str, name: str, **more: object) -> Record:
    return Record(slug, "models", name, **({"description": "介绍。\n"} | more))


def test_the_tiny_page(tiny, golden):
    golden("tiny.md", look(tiny).files["README.md"].decode())


def shipped_page() -> str:
    return (REPOSITORY / "README.md").read_text(encoding="utf-8")


def tiny_page() -> str:
    return (REPOSITORY / "tests/golden/tiny.md").read_text(encoding="utf-8")


def contents(page: str) -> str:
    """What stands above the first section."""
    return "## ".join(page.split("\n## ")[:2])


MARKS = [
    "a*b*", "<b>", "C# #", "[x](y)", "a_b_", "`c`", "x  y", "&amp;", "@me", "www.a.b", "1. x", "ⓧ²", "😀", "!", "$x$",
]  # fmt: skip
COLLISIONS = {
    "a record named as a heading of the template": catalog(record("a", "目录"), record("b", "目录")),
    "a record named as its section": catalog(record("a", "模型")),
    "a record named as the list": catalog(record("a", "清单")),
    "records of one name": catalog(record("a", "X"), record("b", "X"), record("c", "x-1"), record("d", "X")),
    "a heading in an introduction": catalog(record("a", "X"), introduction="### X\n"),
    "a heading in a description": catalog(record("a", "X", description="## Y\n"), record("b", "Y")),
    "a heading in a code block": catalog(record("a", "X", description="```\n# Y\n```\n"), record("b", "Y")),
    "an underlined heading": catalog(record("a", "X", description="Y\n---\n"), record("b", "Y")),
    "an imported body": catalog(record("a", "X", body="### [旧 X](https://example.com)\n\n## Y"), record("b", "Y")),
    "a withdrawn record": catalog(record("a", "X", status="withdrawn", reason="没有了"), record("b", "X（已撤下）")),
    "dates": catalog(record("a", "X", added=date(2023, 8, 14)), record("b", "X（2023-08-14）")),
    "parts": catalog(record("b", "Y", relations=(Relation("part-of", "a"),)), record("a", "X")),
    "names full of marks": catalog(*(record(f"r{n}", one) for n, one in enumerate(
        MARKS))),
}  # fmt: skip


@pytest.mark.parametrize("page", [
    *(pytest.param(readme(one, TEMPLATE), id=name) for name, one in COLLISIONS.items()),
    pytest.param(tiny_page(), id="tiny"),
    pytest.param(shipped_page(), id="shipped"),
])  # fmt: skip
def test_links_inside_the_page_lead_to_the_heading_they_name(page):
    shown = dict(zip(pages.anchors(page), (text for _, text in pages.headings(page)), strict=True))
    links = list(pages.fragments(page))
    assert links
    assert {fragment for _, fragment in links} <= set(shown)
    for text, fragment in pages.fragments(contents(page)):
        assert text in shown[fragment]


@pytest.mark.parametrize("name", COLLISIONS)
def test_each_entry_of_the_contents_leads_to_its_own_place(name):
    page = readme(COLLISIONS[name], TEMPLATE)
    fragments = [fragment for _, fragment in pages.fragments(contents(page))]
    assert len(set(fragments)) == len(fragments)


@pytest.mark.parametrize("page", [pytest.param(tiny_page(), id="tiny"), pytest.param(shipped_page(), id="shipped")])
def test_no_mark_is_left_standing(page):
    """`**` and `~~` that do not pair up are shown as they are: with Chinese beside them that happens easily."""
    shown = pages.prose(page.replace("\\*", "").replace("\\~", ""))
    assert "**" not in shown
    assert "~~" not in shown
    assert "{{" not in shown


def test_heading_levels_never_skip():
    levels = [level for level, _ in pages.headings(shipped_page())]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_shipped_page_is_current(curate):
    assert curate("-C", REPOSITORY, "regen", "--check").code == 0


def test_every_record_of_the_shipped_page_is_shown():
    shown = pages.plain(pages.html(shipped_page()))
    for one in load_sound(REPOSITORY).records:
        assert " ".join(one.name.split()) in " ".join(shown.split())
        assert all(link.url in shipped_page() for link in one.links if "(" not in link.url)


LISTED = [
    pytest.param("一段话。\n", "<p>", 0, id="one paragraph"),
    pytest.param("第一段。\n\n第二段。\n", "<p>第二段。</p>", 0, id="two paragraphs"),
    pytest.param("分两部分：\n\n1. 甲\n2. 乙\n", "<li>乙</li>", 2, id="a list at the end"),
    pytest.param("- 甲\n- 乙\n", "<li>甲</li>", 2, id="only a list"),
    pytest.param("```\ncode\n```\n", "<pre><code>code\n</code></pre>", 0, id="only code"),
    pytest.param("用法：\n\n```\ncode\n```\n", "<pre><code>code\n</code></pre>", 0, id="code at the end"),
    pytest.param("| 甲 |\n|---|\n| 乙 |\n", "<td>乙</td>", 0, id="only a table"),
    pytest.param("> 引用\n", "<blockquote>", 0, id="only a quotation"),
]


@pytest.mark.parametrize(("description", "contains", "inner"), LISTED)
def test_a_list_item_holds_any_description(description, contains, inner):
    links = (Link("https://example.com/a", "repository"), Link("https://example.com/b", "paper"))
    two = catalog(*(record(slug, slug, description=description, links=links) for slug in "ab"), show="list")
    shown = pages.html(readme(two, "{{ entries('models') }}\n"))
    assert shown.count("<ul>") - shown.count("<ul>\n<li>甲") == 1, "one list"
    assert contains in shown or contains == "<p>"
    assert shown.count("<li>") == 2 + 2 * inner
    assert shown.count('<a href="https://example.com/b">论文</a>') == 2
    assert shown.index("论文") < shown.rindex("<strong>"), "the links of the first stand before the second"


# The same bytes, wherever and whenever ───────────────────────────────────────────────────────────────────

PROGRAM = """
import sys, pathlib, time
time.time = lambda: 4e9
from bot.flows.regen import look
sys.stdout.buffer.write(look(pathlib.Path(sys.argv[1])).files["README.md"])
"""


@pytest.mark.parametrize("changes", [
    pytest.param({"PYTHONHASHSEED": "1"}, id="hash seed 1"),
    pytest.param({"PYTHONHASHSEED": "2", "LC_ALL": "C", "PYTHONUTF8": "0"}, id="hash seed 2, locale C"),
    pytest.param({"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8"}, id="another zone and language"),
])  # fmt: skip
def test_the_same_bytes_on_any_machine(tiny, changes):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, tiny], capture_output=True, check=True,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), **changes},
    )  # fmt: skip
    assert done.stdout.decode() == tiny_page()


def test_the_order_of_files_on_the_disk_does_not_matter(tiny, monkeypatch):
    real = os.scandir
    monkeypatch.setattr(os, "scandir", lambda where: Shuffled(sorted(real(where), key=lambda e: e.name, reverse=True)))
    assert look(tiny).files["README.md"].decode() == tiny_page()


class Shuffled(list):
    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None


# The mark ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("change", "edited"), [
    pytest.param(lambda page: page, False, id="as made"),
    pytest.param(lambda page: page.replace("\n", "\r\n"), False, id="checked out with CRLF"),
    pytest.param(lambda page: page.removesuffix("\n"), False, id="final line end cut by an editor"),
    pytest.param(lambda page: page.replace("青雀", "红雀"), True, id="a word changed"),
    pytest.param(lambda page: page + "\n又一行\n", True, id="a line added below"),
    pytest.param(lambda page: page.replace("## 目录\n", "##  目录\n"), True, id="a blank added"),
    pytest.param(lambda page: page.split("[//]")[0], True, id="the mark removed"),
    pytest.param(lambda page: page.replace("sha256:", "sha256:0"), True, id="the mark spoilt"),
    pytest.param(lambda _: "", True, id="empty"),
    pytest.param(lambda _: "# 手写的页面\n", True, id="never generated"),
])  # fmt: skip
def test_edited_by_hand(change, edited):
    assert edited_by_hand(change(tiny_page())) is edited


def test_the_mark_is_not_shown():
    assert "sha256" not in pages.prose(tiny_page())


# The template ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("template", "line", "what"), [
    pytest.param("a\n\n{{ nmae }}\n", 3, "没有“nmae”这个名称", id="unknown name"),
    pytest.param("a\n{{ list.titel }}\n", 2, "没有“titel”", id="unknown part"),
    pytest.param("a\n{% for s in sections %}\n{{ s.nope }}\n{% endfor %}\n", 3, "没有“nope”", id="in a loop"),
    pytest.param("a\n{% for %}\n", 2, "模板无法渲染", id="broken tag"),
    pytest.param("a\nb\n{% include 'x' %}\n", 3, "模板里不能引入别的文件", id="include"),
    pytest.param("\n{% import 'os' as os %}\n", 2, "模板里不能引入别的文件", id="import"),
    pytest.param("\n{{ ''.__class__ }}\n", 2, "不允许", id="class of a text"),
    pytest.param("\n\n{{ toc.__globals__ }}\n", 3, "不允许", id="globals of a function"),
    pytest.param("\n{{ entries.__code__.co_consts }}\n", 2, "不允许", id="code of a function"),
    pytest.param("\n{{ '{0.__class__}'.format(list) }}\n", 2, "不允许", id="attribute through a format"),
    pytest.param("\n{{ list.__init__ }}\n", 2, "不允许", id="constructor"),
    pytest.param("\n{{ [].append(1) }}\n", 2, "不允许", id="changing a list"),
    pytest.param("\n{{ range(10 ** 9) }}\n", 2, "模板无法渲染", id="a huge range"),
    pytest.param("\n{{ 1 / 0 }}\n", 2, "模板无法渲染", id="division by zero"),
    pytest.param("\n{{ heading('x') }}\n", 2, "没有“level”", id="wrong argument"),
    pytest.param("\n{% for s in sections %}\nx\n", 3, "请补上 {% endfor %}", id="an open loop"),
    pytest.param("\n{% fro s in x %}\n", 2, "没有“fro”这种标签", id="unknown tag"),
    pytest.param("\n{{ count }\n", 2, "多出了“}”", id="a missing brace"),
    pytest.param("\n{{ count | nope }}\n", 2, "没有“nope”这个过滤器", id="unknown filter"),
    pytest.param("\n{{ toc(1) }}\n", 2, "模板无法渲染", id="too many arguments"),
])  # fmt: skip
def test_a_template_stays_in_its_box_and_mistakes_name_the_line(template, line, what):
    with pytest.raises(BadTemplate) as raised:
        readme(catalog(record("a", "X")), template)
    assert raised.value.where == f"README.template.md:{line}"
    assert what in raised.value.what
    assert raised.value.next_step


def test_an_unknown_section_in_the_template_is_named():
    with pytest.raises(CurateError, match="小节“nope”不存在"):
        readme(catalog(), "\n{{ entries('nope') }}")


def test_a_record_cannot_reach_the_template():
    page = readme(catalog(record("a", "{{ 7 * 7 }}", description="{% raw %}{{ 7 * 7 }}\n")), TEMPLATE)
    assert "49" not in page.split("[//]")[0]


def test_the_count_leaves_out_what_was_withdrawn_and_the_newest_date_is_that_of_all():
    old = record("a", "A", added=date(2023, 1, 1))
    gone = replace(old, slug="b", status="withdrawn", reason="没有了", added=date(2023, 2, 1))
    assert readme(catalog(old, gone), "{{ count }} {{ withdrawn }} {{ newest }}").startswith("1 1 2023-02-01\n")
    assert readme(catalog(), "{{ count }}{{ withdrawn }}{{ newest }}").startswith("00\n")


def part(of: str) -> tuple[Relation, ...]:
    return (Relation("part-of", of),)


def test_a_part_of_something_told_in_a_body_is_shown_under_the_whole():
    whole = record("whole", "Whole", body="### Whole\n\n它含有一个小工具。\n", description="")
    told = record("told", "Told", description="它含有一个小工具。\n", relations=part("whole"))
    grand = record("grand", "Grand", relations=part("told"))
    other = record("other", "Other", relations=(Relation("based-on", "told"),))
    page = readme(catalog(whole, told, grand, other), TEMPLATE)
    assert page.index("它含有一个小工具") < page.index("# Grand") < page.index("# Other")
    assert page.count("它含有一个小工具") == 1
    assert "基于 [Told](#whole)" in page


def test_no_text_of_a_record_is_taken_for_the_place_of_its_relations():
    base = record("base", "Base")
    sly = record("sly", "Sly", description="一\0told\0二\n", relations=(Relation("based-on", "base"),))
    assert "一\0told\0二" in readme(catalog(base, sly), TEMPLATE)
