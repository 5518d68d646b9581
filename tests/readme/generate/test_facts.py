"""What a page makes of the fields: tables, lineage, lines of entries picked by them, cards and folded entries."""

from datetime import date

import pages
import pytest
from kinds import KINDS

from bot.catalog.model import Catalog, License, Link, ListFile, Record, Relation, SectionEntry
from bot.errors import BadTemplate
from bot.markdown.anchors import places
from bot.readme.generate.page import readme

LLAMA = Record(
    "llama", "models", "LLaMA", kind="model", sizes=("7B", "65B"), base=("自研",), languages=("en",), context=2048,
    use="research", added=date(2023, 3, 1), links=(Link("https://a.org/llama", "paper"),), description="底座。\n",
)  # fmt: skip
ALPACA = Record(
    "alpaca", "models", "Alpaca", kind="model", base=("llama",), added=date(2023, 4, 1), hardware="RTX 3090",
    released=date(2023, 3, 13), license=License("Apache-2.0", "CC-BY-NC-4.0"), includes=("7B",), aliases=("羊驼",),
    links=(Link("https://a.org/a", "repository"), Link("https://a.org/b", "repository"), Link("https://a.org/w", "model")),
    relations=(Relation("based-on", "llama"),), description="微调。\n",
)  # fmt: skip
LUOTUO = Record("luotuo", "models", "骆驼", kind="model", base=("alpaca", "BLOOM"), use="free", description="中文。\n")
BARE = Record("tool", "models", "工具 <x>", kind="framework", description="没有别的。\n")
GONE = Record("gone", "models", "没了", status="withdrawn", reason="已删除", base=("llama",), description="旧的。\n")
ALL = (LLAMA, ALPACA, LUOTUO, BARE, GONE)


def page(template: str, show: str = "cards", records: tuple[Record, ...] = ALL) -> str:
    catalog = Catalog(ListFile("清单", kinds=KINDS, sections=(SectionEntry("models", "模型", show),)), records)
    return readme(catalog, template + "\n").partition("\n\n[//]")[0].partition("\n[//]")[0]


SAID = [
    pytest.param("table('models', 'name', 'sizes', 'base', 'context', kinds=['model'])",
                 "| 名称 | 规模 | 底座 | &nbsp;上&nbsp;下&nbsp;文&nbsp; |\n| --- | --- | --- | --- |\n"
                 "| [LLaMA](#llama) | 7B / 65B | 自研 | 2K |\n| [Alpaca](#alpaca) | — | [LLaMA](#llama) | — |\n"
                 "| [骆驼](#骆驼) | — | [Alpaca](#alpaca)、BLOOM | — |", id="a table, a dash where nothing is said"),
    pytest.param("table('models', 'name', 'kind', kinds=['framework'], name='工具|栏')",
                 "| 工具\\|栏 | 类别 |\n| --- | --- |\n| [工具 \\<x\\>](#工具-x) | 框架与工具 |", id="a title of the list's own"),
    pytest.param("table('models', 'name', kinds=['dataset'])", "", id="no row, no table"),
    pytest.param("table('models', 'name', 'license', kinds=['agent'])", "", id="none of a kind"),
    pytest.param("lineage()", "- **[LLaMA](#llama)**\n  - **[Alpaca](#alpaca)** → [骆驼](#骆驼)\n- 其他：BLOOM → [骆驼](#骆驼)", id="lineage"),
    pytest.param("which(kind='model', use=['free', 'register'])", "[骆驼](#骆驼)", id="two conditions"),
    pytest.param("which(base='自研')", "[LLaMA](#llama)", id="one base"),
    pytest.param("which(hardware='3090')", "[Alpaca](#alpaca)", id="a word of a text"),
    pytest.param("which(hardware='')", "[LLaMA](#llama) · [Alpaca](#alpaca) · [骆驼](#骆驼) · [工具 \\<x\\>](#工具-x)", id="all but the withdrawn"),
    pytest.param("which(use='re')", "", id="part of a value is not the value"),
    pytest.param("latest(1)", "[Alpaca](#alpaca)（2023-04-01）", id="the newest"),
    pytest.param("latest(9)", "[Alpaca](#alpaca)（2023-04-01） · [LLaMA](#llama)（2023-03-01）", id="only those with a day"),
    pytest.param("gone()", "- [没了](#没了)（模型）：已删除", id="withdrawn"),
    pytest.param("outline()", "- [模型](#模型)（4）", id="sections alone"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "shown"), SAID)
def test_what_a_function_of_the_template_prints(call, shown):
    assert page("{{ " + call + " }}").strip("\n") == shown


WRONG = [
    pytest.param("table('models', 'nmae')", "table 没有“nmae”这一列", id="a column"),
    pytest.param("table('modles', 'name')", "模板里的小节“modles”不存在", id="a section"),
    pytest.param("which(lisence='MIT')", "which 没有“lisence”这个条件", id="a condition"),
    pytest.param("latest('5')", "latest 的括号里不是整数", id="a number"),
]


@pytest.mark.parametrize(("call", "said"), WRONG)
def test_a_slip_in_the_template_is_told_with_its_line(call, said):
    with pytest.raises(BadTemplate) as told:
        page("\n{{ " + call + " }}")
    assert (told.value.what, told.value.where) == (said, "README.template.md:2")


def test_bases_in_a_circle_come_to_an_end():
    two = (Record("a", "models", "甲", base=("b",)), Record("b", "models", "乙", base=("a",)))
    assert page("{{ lineage() }}", records=two).strip() == ""
    three = (*two, Record("c", "models", "丙", base=("BLOOM", "a")), Record("d", "models", "丁", base=("BLOOM", "d")))
    assert "BLOOM" in page("{{ lineage() }}", records=three)


def test_a_card():
    assert page("{{ entries('models') }}", records=(LLAMA, ALPACA)).partition("### Alpaca")[2].strip("\n") == (
        "**语言模型** · 底座 [LLaMA](#llama) · 发布于 2023-03-13 · 收录于 2023-04-01\n\n"
        "[代码仓库](https://a.org/a) · [代码仓库](https://a.org/b) · [模型权重](https://a.org/w)\n\n微调。\n\n"
        "<sub>又名 羊驼 · 包含 7B · 许可 Apache-2.0（代码）、CC-BY-NC-4.0（权重）</sub>"
    )


def test_the_anchor_of_a_card_outlives_a_withdrawal():
    assert "[没了](#没了)" in page("{{ gone() }}\n{{ entries('models') }}")
    assert "没了" in places(page("{{ entries('models') }}"))


def test_a_folded_entry_has_a_place_of_its_own_and_shows_its_name_as_it_is():
    text = page("{{ index() }}\n\n{{ entries('models') }}", "folded")
    assert {f"entry-{one.slug}" for one in ALL} <= set(places(text))
    assert {fragment for _, fragment in pages.fragments(text)} <= set(places(text))
    assert "<summary><b>工具 &lt;x&gt;</b></summary>" in pages.html(text)
    assert "<p>没有别的。</p>" in pages.html(text)
    assert "<summary><del><b>没了</b></del>（已撤下）</summary>" in pages.html(text)


@pytest.mark.parametrize(("column", "room"), [
    ("languages", 1), ("context", 1), ("use", 4), ("links", 5), ("data", 9), ("license", 5), ("hardware", 7), ("released", 4),
    ("added", 4), ("name", 0), ("sizes", 0),
])  # fmt: skip
def test_the_room_of_a_column(column, room):
    title = page(f"{{{{ table('models', '{column}') }}}}").split("\n")[0].removeprefix("| ").removesuffix(" |")
    words = title.replace("&nbsp;", "")
    assert title.startswith("&nbsp;" * room + words[0])
    assert title.endswith(words[-1] + "&nbsp;" * room)
