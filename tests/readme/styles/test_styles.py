"""How each style shows a record: every part there, every part away, and what differs by one letter."""

from dataclasses import replace
from datetime import date

import pytest
from kinds import WORDS

from bot.catalog.model import Link, Record
from bot.readme.styles import headings
from bot.readme.styles import list as items
from bot.readme.styles.pattern import Pattern

FULL = Record(
    slug="kettle", section="models", name="Kettle*", kind="model", aliases=("水壶", "KETTLE*", "Ket tle*", "壶", "水 壶"),
    organisations=("甲所", "乙所"), added=date(2023, 4, 7), updated=date(2024, 1, 2), description="\n烧水。\n",
    links=(Link("https://a.org/x", "repository"), Link("https://a.org/y", "paper", "论文[1]")),
)  # fmt: skip
BARE = Record(slug="pot", section="models", name="Pot", kind="model", description="煮。")
GONE = replace(FULL, status="withdrawn", reason="停用*")


@pytest.mark.parametrize(("record", "told", "level", "shown"), [
    pytest.param(FULL, "隶属于甲", 3, (
        "### Kettle\\*（2023-04-07）\n\n**语言模型** · 甲所、乙所 · 又名 水壶、壶 · 更新于 2024-01-02 · 隶属于甲\n\n"
        "[代码仓库](https://a.org/x) · [论文\\[1\\]](https://a.org/y)\n\n烧水。"
    ), id="everything"),
    pytest.param(BARE, "", 2, "## Pot\n\n**语言模型**\n\n煮。", id="nothing"),
    pytest.param(GONE, "", 7, (
        "###### ~~Kettle\\*~~（已撤下）\n\n**语言模型** · 甲所、乙所 · 又名 水壶、壶 · 更新于 2024-01-02\n\n"
        "[代码仓库](https://a.org/x) · [论文\\[1\\]](https://a.org/y)\n\n**已撤下**：停用\\*\n\n烧水。"
    ), id="withdrawn, too deep"),
    pytest.param(replace(BARE, added=date(2023, 4, 7), updated=date(2023, 4, 7)), "", 6,
                 "###### Pot（2023-04-07）\n\n**语言模型**\n\n煮。", id="updated on the day it was added"),
])  # fmt: skip
def test_headings(record, told, level, shown):
    assert headings.render(record, told, level, WORDS) == shown


@pytest.mark.parametrize(("record", "told", "shown"), [
    pytest.param(FULL, "隶属于甲", (
        "- **Kettle\\***（2023-04-07）：又名 水壶、壶。烧水。\\\n  "
        "[代码仓库](https://a.org/x) · [论文\\[1\\]](https://a.org/y) · 隶属于甲"
    ), id="everything"),
    pytest.param(BARE, "", "- **Pot**：煮。", id="nothing"),
    pytest.param(replace(BARE, description=""), "", "- **Pot**", id="nothing said"),
    pytest.param(replace(BARE, description="", links=FULL.links[:1]), "", "- **Pot**\\\n  [代码仓库](https://a.org/x)", id="a link alone"),
    pytest.param(GONE, "", (
        "- ~~**Kettle\\***~~（已撤下：停用\\*）：又名 水壶、壶。烧水。\\\n  [代码仓库](https://a.org/x) · [论文\\[1\\]](https://a.org/y)"
    ), id="withdrawn"),
    pytest.param(replace(BARE, description="煮。\n炖。"), "隶属于甲", "- **Pot**：煮。\n  炖。\n\n  隶属于甲", id="two lines"),
    *(pytest.param(replace(BARE, description=f"{mark}煮"), "", f"- **Pot**：\n\n  {mark}煮", id=f"a block: {mark}") for mark in (
        "- ", "+ ", "* ", "1. ", "12) ", "```", "~~~", ">", "|", "<", "# ", "###### ",
    )),
    *(pytest.param(replace(BARE, description=f"{mark}煮"), "", f"- **Pot**：{mark}煮", id=f"no block: {mark}") for mark in (
        "-", "1.", "``", "~~", "#", "####### ", "1 ",
    )),
])  # fmt: skip
def test_list(record, told, shown):
    """Each behind its anchor, which a record without a slug does not have."""
    assert items.render(replace(record, slug=""), told, 2) == shown
    assert items.render(replace(record, slug="pot"), told, 2) == f'- <a id="entry-pot"></a>{shown[2:]}'


@pytest.mark.parametrize(("show", "record", "shown"), [
    pytest.param("- [{name}]({url}) - {description}", FULL,
                 "- [Kettle\\*](https://a.org/x) - 烧水。（[论文\\[1\\]](https://a.org/y)）", id="everything"),
    pytest.param("- [{name}]({url}) - {description}", BARE, "- Pot - 煮。", id="no link"),
    *(pytest.param(f"- [{{name}}]({{url}}){mark}{{description}}", replace(BARE, description=""), "- Pot", id=f"nothing said{mark}")
      for mark in (" - ", "–", "—", ":", "：", ",", "，", "  ")),
    pytest.param("- {name}! {description}", replace(BARE, description=""), "- Pot!", id="a mark that stays"),
    pytest.param("| {name} | {url} | {description} |\n", FULL,
                 "| Kettle\\* | https://a.org/x | 烧水。（[论文\\[1\\]](https://a.org/y)） |", id="a table"),
    pytest.param("- {name}: {description}", replace(BARE, description="煮。\n炖。"), "- Pot: 煮。\n  炖。", id="two lines"),
    pytest.param("- {name}: {description}", replace(FULL, description=""), "- Kettle\\*: [`https://a.org/x`](https://a.org/x)、[论文\\[1\\]](https://a.org/y)", id="links alone"),
    pytest.param("- [{name}]({url}): {description}", replace(FULL, description="", links=(*FULL.links, Link("https://a.org/z"))),
                 "- [Kettle\\*](https://a.org/x): [论文\\[1\\]](https://a.org/y)、[`https://a.org/z`](https://a.org/z)", id="a link without a label"),
    pytest.param("- [{name}]({url}){ - description}{ (links, ...)}", replace(FULL, links=(*FULL.links, Link("https://a.org/z", label="z"))),
                 "- [Kettle\\*](https://a.org/x) - 烧水。 ([论文\\[1\\]](https://a.org/y), [z](https://a.org/z))", id="links in a place of their own"),
    pytest.param("- [{name}]({url}){ - description}{ (links, ...)}", BARE, "- Pot - 煮。", id="no links"),
    pytest.param("- [{name}]({url}){ - description}", replace(FULL, description="", links=FULL.links[:1]), "- [Kettle\\*](https://a.org/x)", id="marks only with a value"),
    pytest.param("- [{name}]({url}) - {description}", replace(GONE, links=()), "- ~~Kettle\\*~~（已撤下：停用\\*） - 烧水。", id="withdrawn"),
    pytest.param("- [{name}]({url}) - {description}", replace(GONE, links=FULL.links[:1], reason=""), "- ~~[Kettle\\*](https://a.org/x)~~（已撤下） - 烧水。", id="withdrawn, with a link"),
    pytest.param("| {number} | [{name}]({url}) | {extra:星} |", replace(FULL, links=FULL.links[:1], extra={"星": "803"}), "| 1 | [Kettle\\*](https://a.org/x) | 803 |", id="a column of its own"),
    pytest.param("| [{name}]({url}) | {extra:星} |", replace(BARE, extra={"name": "Pot", "after": " *"}), "| Pot |  | *", id="an empty column"),
    pytest.param("- {name}", replace(BARE, extra={"name": "**Pot**", "after": " [图](x.png)"}), "- **Pot** [图](x.png)", id="what is beyond the pattern"),
    pytest.param("- {name}", replace(BARE, name="Pan", extra={"name": "**Pot**"}), "- Pan", id="a name that is no longer as written"),
    pytest.param("- {name} {other}", BARE, "- Pot {other}", id="another word in braces"),
])  # fmt: skip
def test_pattern(show, record, shown):
    assert Pattern(show).line(record) == shown


def test_what_stands_between():
    assert (headings.BETWEEN, items.BETWEEN) == ("\n\n", "\n")
    assert (Pattern("- {name}").BETWEEN, Pattern("- {name}\n").BETWEEN) == ("\n", "\n\n")
