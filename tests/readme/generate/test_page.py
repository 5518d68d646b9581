"""The generated page: what a reader of GitHub sees, the same bytes everywhere, and a template kept in its box."""

import os
import re
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pages
import pytest

from bot.catalog.load import load_sound
from bot.catalog.model import Catalog, Link, ListFile, Record, Relation, SectionEntry
from bot.errors import BadTemplate
from bot.flows.regen import look
from bot.readme.generate import jinja_sandbox
from bot.readme.generate.page import edited_by_hand, readme

REPOSITORY = Path(__file__).parents[3]
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
    "shown below another": catalog(record("b", "Y", relations=(Relation("under", "a"),)), record("a", "X")),
    "bare headings": catalog(record("a", "X", added=date(2023, 8, 14)), record("b", "X"), show="cards"),
    "a withdrawn card": catalog(record("a", "X", status="withdrawn", reason="没有了"), record("b", "X"), show="cards"),
    "folded entries": catalog(record("a", "X"), record("b", "X"), record("c", "模型"), show="folded"),
    "names full of marks, folded": catalog(*(record(f"r{n}", one) for n, one in enumerate(MARKS)), show="folded"),
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
    assert {fragment for _, fragment in links} <= {*shown, *pages.ids(page)}
    for text, fragment in pages.fragments(contents(page)):
        assert text in shown.get(fragment, text)


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


@pytest.mark.parametrize("more", ["", "\n\n[//]: # (备忘)\n", "\n[//]: # (备忘)\n", "\n\n见 [//] 与 [///]\n"])
def test_the_mark_is_not_shown(more):
    """What looks like a comment is a text where it stands right below one: the mark must not make a link of it."""
    page = readme(catalog(record("a", "X")), "一句话。" + more)
    assert "sha256" not in pages.html(page)
    assert not edited_by_hand(page)
    assert edited_by_hand(page.replace("一句话", "两句话"))


# The template ────────────────────────────────────────────────────────────────────────────────────────────


REFUSED = {
    "unknown name": ("a\n\n{{ nmae }}\n", 3, "没有“nmae”这个名称"),
    "unknown part": ("a\n{{ list.titel }}\n", 2, "没有“titel”"),
    "in a loop": ("a\n{% for s in sections %}\n{{ s.nope }}\n{% endfor %}\n", 3, "没有“nope”"),
    "in a macro": ("{% macro m() %}\n\n{{ nope }}{% endmacro %}\n{{ m() }}", 3, "没有“nope”"),
    "include": ("a\nb\n{% include 'x' %}\n", 3, "模板里不能引入别的文件"),
    "import": ("\n{% import 'os' as os %}\n", 2, "模板里不能引入别的文件"),
    "class of a text": ("\n{{ ''.__class__ }}\n", 2, "不允许"),
    "globals of a function": ("\n\n{{ toc.__globals__ }}\n", 3, "没有“__globals__”"),
    "code of a function": ("\n{{ entries.__code__.co_consts }}\n", 2, "没有“__code__”"),
    "inside of a function": ("\n{{ entries._make }}\n", 2, "不允许"),
    "attribute through a format": ("\n{{ '{0.__class__}'.format(list) }}\n", 2, "不允许"),
    "constructor": ("\n{{ list.__init__ }}\n", 2, "不允许"),
    "changing a list": ("\n{{ [].append(1) }}\n", 2, "不允许"),
    # printed what is no text
    "toc without brackets": ("\n{{ toc }}\n", 2, "toc 要写成 toc()"),
    "entries without brackets": ("\n{{ entries }}\n", 2, "entries 要写成 entries('小节路径')"),
    "heading without brackets": ("{{ count }}\n{{ heading }}\n", 2, "heading 要写成 heading(section)"),
    "a function filtered": ("\n{{ toc|upper }}", 2, "toc 要写成 toc()"),
    "a function joined": ("\n{{ toc ~ '' }}", 2, "toc 要写成 toc()"),
    "a function formatted": ("\n{{ '%s' % toc }}", 2, "toc 要写成 toc()"),
    "a function formatted the other way": ("\n{{ '{}'.format(toc) }}", 2, "toc 要写成 toc()"),
    "a function in a list": ("\n{{ [toc]|string }}", 2, "toc 要写成 toc()"),
    "a method": ("\n{{ 'x'.upper }}", 2, "upper 要写成 upper(…)"),
    "a method by its filter": ("\n{{ 'x'|attr('upper') ~ '' }}", 2, "upper 要写成 upper(…)"),
    "a method of a loop": ("{% for s in sections %}\n{{ loop.cycle }}{% endfor %}", 2, "cycle 要写成 cycle(…)"),
    "a macro": ("{% macro m() %}{% endmacro %}\n{{ m }}", 2, "m 是宏，要写成 m(…)"),
    "a block": ("{% block b %}{% endblock %}\n{{ self.b ~ '' }}", 2, "b 要写成 b(…)"),
    "Jinja's function": ("\n{{ range }}", 2, "range 要写成 range(…)"),
    "a list": ("\n{{ ['a'] }}", 2, "这里打印的是一组值"),
    "what a filter walks through": ("\n{{ ['a']|map('upper') }}", 2, "这里打印的是一组值"),
    "the list": ("\n{{ list }}", 2, "这里打印的不是文字"),
    "a section": ("{% for s in sections %}\n{{ s }}{% endfor %}", 2, "这里打印的不是文字"),
    "half a character": ('\n{{ "\\ud800" }}', 2, "写不进文件的字符 U+D800"),
    "half a character, computed": ("\n{{ '%c'|format(55296) }}", 2, "写不进文件的字符 U+D800"),
    "NUL": ('\n{{ "\\x00foo\\x00" }}', 2, "NUL"),
    "chance": ("\n{{ [1, 2]|random }}", 2, "没有“random”这个过滤器"),
    "chance in a text": ("\n{{ lipsum() }}", 2, "没有“lipsum”这个名称"),
    "a cycler": ("\n{{ cycler() }}", 2, "没有“cycler”这个名称"),
    "a joiner": ("\n{{ joiner() }}", 2, "没有“joiner”这个名称"),
    # called otherwise than they are made to be
    "too many arguments": ("\n{{ toc(1) }}\n", 2, "toc 要写成 toc()"),
    "too few arguments": ("\n{{ entries() }}\n", 2, "entries 要写成 entries('小节路径')"),
    "another argument": ("\n{{ entries(section=1) }}\n", 2, "entries 要写成 entries('小节路径')"),
    "no path": ("\n{{ entries(sections[0]) }}\n", 2, "entries 的括号里不是小节路径。请写成 entries('models')"),
    "unknown section": ("\n{{ entries('nope') }}\n", 2, "模板里的小节“nope”不存在"),
    "no section": ("\n{{ heading('x') }}\n", 2, "heading 的括号里不是小节"),
    "unknown argument": ("\n{{ entries(nope) }}\n", 2, "没有“nope”这个名称"),
    "no function": ("\n{{ list.title() }}\n", 2, "这里调用的不是函数"),
    # too much
    "a huge range": ("\n{{ range(10 ** 9) }}\n", 2, "算出来的东西太大"),
    "a wide text": ("\n{{ 'x'|center(10 ** 12) }}\n", 2, "算出来的东西太大"),
    "a huge number": ("\n{{ 10 ** 5000 }}\n", 2, "数字太长"),
    "division by zero": ("\n{{ 1 / 0 }}\n", 2, "除数是零"),
    "endless": ("\n{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}", 3, "宏不停地调用自己"),
    "brackets": ("\n{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}", 2, "套得太深"),
    "terms": ("\n{{ 1" + "+1" * 20_000 + " }}", 2, "套得太深"),
    "filters": ("\n{{ 1" + "|int" * 5_000 + " }}", 2, "套得太深"),
    "loops": ("x\n" + "{% for s in sections %}\n" * 200 + "{% endfor %}" * 200, 201, "标签套得太深"),
    # badly written
    "no expression": ("a\n{{ }}\n", 2, "“}}”前面没有内容"),
    "broken tag": ("a\n{% for %}\n", 2, "“%}”前面没有内容"),
    "no tag": ("a\n{% %}\n", 2, "没有标签的名字"),
    "an open loop around a closed one": (
        "{% for a in sections %}\n{% for b in sections %}\n{% endfor %}\nx\n", 1, "{% for %} 没有结束"
    ),
    "an open loop after a closed one": (
        "{% for a in sections %}{% endfor %}\n\n{%- for s in sections %}\nx\nx\n", 3, "{% for %} 没有结束"
    ),
    "an open loop": ("\n{% for s in sections %}\nx\n", 2, "{% for %} 没有结束。请补上 {% endfor %}"),
    "an open condition": ("{% if 1 %}{% endif %}\n{% if 1 %}\n\n", 2, "{% if %} 没有结束。请补上 {% endif %}"),
    "unknown tag": ("\n{% fro s in x %}\n", 2, "没有“fro”这种标签"),
    "misspelt end": ("{% for s in sections %}\n{% endf %}", 2, "没有“endf”这种标签。请改正它；结束 {% for %} 要写"),
    "an end too many": ("\n{% endfor %}", 2, "多出了 {% endfor %}，前面没有与它配对的 {% for %}"),
    "another end": ("{% if 1 %}\n{% endfor %}", 2, "{% endfor %} 与前面的 {% if %} 不配对"),
    "crossed ends": ("{% for s in list %}{% if s %}\n{% endfor %}{% endif %}", 2, "里面的 {% if %} 还没有结束"),
    "else alone": ("\n{% else %}", 2, "{% else %} 不在 {% if %} 里面"),
    "a missing brace": ("\n{{ count }\n", 2, "多出了“}”"),
    "a missing bracket": ("\n{{ (count }}\n", 2, "多出了“}”，这里应当是“)”"),
    "two names": ("\n{{ count count }}\n", 2, "多出了“count”，这里应当是“}}”"),
    "an open print": ("a\n{{ toc(\n\n", 2, "模板到头了，这个标签还没有写完"),
    "nothing after": ("a\n{{", 2, "模板到头了，这个标签还没有写完"),
    "an open tag": ("a\n{% for s in sections\n\n", 2, "模板到头了，还缺“%}”"),
    "an open comment": ("a\n{# b", 2, "注释没有结束"),
    "an open raw": ("a\n{% raw %} b", 2, "{% raw %} 没有结束"),
    "wide quotes": ("\n{{ entries(“models”) }}", 2, "标签里有全角符号 “。请改成半角的"),
    "wide brackets": ("\n{{ entries（'models'） }}", 2, "标签里有全角符号 （。请改成半角的"),
    "an open quote": ("\n{{ 'a }}", 2, "引号 ' 没有配对"),
    "unknown character": ("\n{{ count ? 1 }}", 2, "标签里不能有字符“?”"),
    "unknown filter": ("\n{{ count | nope }}\n", 2, "没有“nope”这个过滤器"),
    "unknown test": ("\n{% if count is nope %}{% endif %}\n", 2, "没有“nope”这种判断"),
    "text and number": ("\n{{ 'a' + 1 }}\n", 2, "这两样东西不能这样运算。连接文字请用 ~"),
    "number and text": ("\n{{ 1 + 'a' }}\n", 2, "这两样东西不能这样运算。连接文字请用 ~"),
    "a walk through a number": ("\n{% for a in count %}{% endfor %}\n", 2, "这里要一组值，给的不是"),
    "a filter's arguments": ("\n{{ 'a'|replace('b') }}\n", 2, "函数或过滤器的参数不对"),
    "an unknown key": ("\n{{ '%(a)s' % {} }}\n", 2, "模板无法渲染。"),
    "an unknown part of a constant": ("\n{{ 'a'.nope ~ '' }}\n", 2, "没有“nope”这一项"),
    "a constant too large": ("\n{{ ('x'|center(10 ** 12)) ~ '' }}\n", 2, "算出来的东西太大"),
    "a power too large": ("\n{{ 10 ** (10 ** 9) }}\n", 2, "算出来的东西太大"),
    "a text too long": ("\n{{ 'a' * 10 ** 9 }}\n", 2, "算出来的东西太大"),
    "a list too long": ("\n{{ (10 ** 9 * [1]) | length }}\n", 2, "算出来的东西太大"),
    "a walk too long": ("\n{% for a in range(10 ** 9) %}{% endfor %}\n", 2, "算出来的东西太大"),
    "a text that doubles": (
        "{% set ns = namespace(a='a') %}\n{% for x in range(40) %}\n{% set ns.a = ns.a ~ ns.a %}\n{% endfor %}", 3,
        "算出来的东西太大"),
    "what nobody foresaw": ("\n{{ 'a'|truncate(1) }}\n", 2, "模板无法渲染（expected length"),
}  # fmt: skip


@pytest.mark.parametrize(("template", "line", "says"), REFUSED.values(), ids=REFUSED)
def test_a_template_stays_in_its_box_and_mistakes_name_the_line(template, line, says):
    with pytest.raises(BadTemplate) as raised:
        readme(catalog(record("a", "X")), template)
    assert raised.value.where == f"README.template.md:{line}"
    assert says in str(raised.value)
    assert raised.value.next_step
    assert not re.search(r"<|__main__|0x|locals|'bot\.", str(raised.value))


ENDLESS = {
    "loops within loops": "\n" + "{% for a in range(99999) %}" * 4 + "{% endfor %}" * 4,
    "a macro that calls itself twice": "\n{% macro m(n) %}{{ m(n - 1) ~ m(n - 1) if n }}{% endmacro %}{{ m(60) }}",
}


@pytest.mark.skipif(os.name != "posix", reason="elsewhere nobody counts the time")
@pytest.mark.parametrize("template", ENDLESS.values(), ids=ENDLESS)
def test_a_template_without_an_end_is_told_with_its_line(template, monkeypatch):
    monkeypatch.setattr(jinja_sandbox, "SECONDS", 0.2)
    with pytest.raises(BadTemplate, match=r"README\.template\.md:2：模板算了太久还没有算完"):
        readme(catalog(), template)


def test_a_page_leaves_the_limits_of_the_process_as_they_were():
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGVTALRM)
    readme(catalog(), "{{ count }}\n")
    assert (resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGVTALRM)) == before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


PRODUCTS = {"numbers": ("{{ 3 * 10 ** 9 }}", "3000000000"), "a rule": ("{{ '-' * 5 }}", "-----"),
            "a fraction": ("{{ 2 * 0.5 }}{{ 2 ** -1 }}", "1.00.5")}  # fmt: skip


@pytest.mark.parametrize(("template", "shown"), PRODUCTS.values(), ids=PRODUCTS)
def test_products_of_everyday_size(template, shown):
    assert readme(catalog(), template).startswith(shown + "\n")


def test_conditions_too_deep_for_the_parser_are_refused():
    with pytest.raises(BadTemplate, match=r"README\.template\.md:\d+：.*套得太深"):
        readme(catalog(), "{% if count %}\n" * 2000 + "{% endif %}" * 2000)


PRINTED = {
    "numbers and nothing": ("{{ 1 }}{{ 1.5 }}{{ true }}{{ none }}", "11.5TrueNone"),
    "a called function": ("{{ heading(sections[0]) }}", "## 模型"),
    "an argument by its name": ("{{ heading(section=sections[0]) }}", "## 模型"),
    "a called method": ("{{ 'x'.upper() }}{{ '{}!'.format(1) }}", "X1!"),
    "a called macro": ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1) }}{{ m.name }}", "1m"),
    "a block again": ("{% block b %}x{% endblock %}{{ self.b() }}", "xx"),
    "range": ("{{ range(3)|join(',') }}", "0,1,2"),
    "dict": ("{{ dict(a=1).a }}", "1"),
    "namespace": ("{% set ns = namespace(n=0) %}{% for s in sections %}{% set ns.n = 5 %}{% endfor %}{{ ns.n }}", "5"),
    "a loop's own": ("{% for s in sections %}{{ loop.index }}{{ loop.cycle('a') }}{% endfor %}", "1a"),
    "filters that walk": ("{{ 'abc'|map('upper')|reject('in', 'B')|join }}{{ [1, 2]|reverse|list|length }}", "AC2"),
    "what a filter walks through, as text": ("{{ ['a']|map('upper') ~ '' }}", "['A']"),
    "keys taken away": ("{{ (dict(c=1, a=1, b=1).keys() - dict(a=1).keys())|join }}", "cb"),
}


@pytest.mark.parametrize(("template", "text"), PRINTED.values(), ids=PRINTED)
def test_what_a_template_may_print(template, text):
    assert readme(catalog(record("a", "X")), template).startswith(text + "\n")


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


@pytest.mark.parametrize(("relation", "said"), [("part-of", False), ("under", False), ("trained-on", True)])
def test_what_stands_below_another_does_not_say_so(relation, said):
    part = record("b", "Y", relations=(Relation(relation, "a"),))
    page = readme(catalog(part, record("a", "X"), record("c", "Z")), TEMPLATE)
    headings = [one for one in page.splitlines() if one.startswith("###")]
    assert headings == (["### Y", "### X", "### Z"] if said else ["### X", "#### Y", "### Z"])
    assert ("训练数据 [X](#x)" in page) is said
    assert "排在其下" not in page
