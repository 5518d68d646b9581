"""What counts as an entry, shape by shape: the page, and the names, first lines and links expected of it."""

import time
from textwrap import dedent

import pytest

from bot.readme.importer.read import read_readme
from bot.readme.importer.words import without_date

CASES = {
    "bullets": (
        """
        # 工具
        ## 编辑器
        - [甲](https://a.cn) - 第一个
        * [乙](https://b.cn)：第二个
        """,
        [("甲", 3, ["https://a.cn"]), ("乙", 4, ["https://b.cn"])],
    ),
    "nested bullets": (
        """
        ## 编辑器
        - [甲](https://a.cn)
          - [甲的插件](https://a.cn/p)
        - 分类
          - [乙](https://b.cn)
        """,
        [("甲", 2, ["https://a.cn"]), ("甲的插件", 3, ["https://a.cn/p"]), ("乙", 5, ["https://b.cn"])],
    ),
    "a name with fields below it": (
        """
        ## 模型
        * 甲模型：
          * 地址：https://github.com/a/a
          * 简介：一个模型
        * 乙模型
          * 地址：https://github.com/b/b
        """,
        [("甲模型", 2, ["https://github.com/a/a"]), ("乙模型", 5, ["https://github.com/b/b"])],
    ),
    "ordered, links on lines of their own": (
        """
        ## 语料
        1.  甲数据集，很大：

            https://a.cn/d
        2.  乙数据集，分两种
            中文：https://b.cn/zh 英文：https://b.cn/en
        """,
        [("甲数据集", 2, ["https://a.cn/d"]), ("乙数据集", 5, ["https://b.cn/zh", "https://b.cn/en"])],
    ),
    "a contents list is none": (
        """
        - [编辑器](#编辑器)
          - [终端](#终端)

        ## 编辑器
        - [甲](https://a.cn)
        """,
        [("甲", 5, ["https://a.cn"])],
    ),
    "table": (
        """
        ## 接口
        | API | 说明 | 密钥 |
        |---|:--|---|
        | [甲](https://a.cn) | 天气 \\| 空气 | `k|k` |
        | [乙](https://b.cn) | 地图 |
        """,
        [("甲", 4, ["https://a.cn"]), ("乙", 5, ["https://b.cn"])],
    ),
    "table, name without a link": (
        """
        序号 | 模型 | 日期 | 权重
        ---|---|---|---
        1 | 甲 | 2023/01 | [base](https://a.cn/b), [large](https://a.cn/l)
        2 | 乙 | 2023/02 | [base](https://b.cn/b)
        """,
        [("甲", 3, ["https://a.cn/b", "https://a.cn/l"]), ("乙", 4, ["https://b.cn/b"])],
    ),
    "items from the tenth on, their lines short of a blank": (
        """
        9.  甲

            https://a.cn/x

        10.  乙

            https://b.cn/y
        """,
        [("甲", 1, ["https://a.cn/x"]), ("乙", 5, ["https://b.cn/y"])],
    ),
    "table without links is prose": ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n", []),
    "headings with prose": (
        """
        ## 模型
        ### 甲（更新于2023年4月21日）
        一个模型，见：

        https://github.com/a/a

        ### [乙](https://github.com/b/b)
        又一个模型。
        """,
        [("甲", 2, ["https://github.com/a/a"]), ("乙", 7, ["https://github.com/b/b"])],
    ),
    "sub-entry told by name and date": (
        """
        ## 模型
        ### 甲
        一个模型：https://github.com/a/a

        甲二代（更新于2023年6月27日）

        更大了。

        地址：https://github.com/a/a2

        ### 乙
        另一个：https://github.com/b/b
        """,
        [
            ("甲", 2, ["https://github.com/a/a"]),
            ("甲二代", 5, ["https://github.com/a/a2"]),
            ("乙", 11, ["https://github.com/b/b"]),
        ],
    ),
    "a lone section with a link in its prose is none": (
        """
        ## 编辑器
        - [甲](https://a.cn)

        ## 参与
        请先读[说明](https://a.cn/contributing)。
        """,
        [("甲", 2, ["https://a.cn"])],
    ),
    "paragraphs": (
        """
        ### 文章
        **[甲](https://a.cn)**（某人）

        **[乙](https://b.cn)**（某人）、[丙](https://c.cn)
        """,
        [("甲", 2, ["https://a.cn"]), ("乙", 4, ["https://b.cn", "https://c.cn"])],
    ),
    "details": (
        """
        ## 框架
        <details><summary><b><a href="https://a.cn">甲</a></b> 说明</summary>

        - [GitHub](https://github.com/a/a)
        </details>
        <details><summary><b><a href="https://b.cn">乙</a></b></summary>

        </details>
        """,
        [("甲", 2, ["https://a.cn", "https://github.com/a/a"]), ("乙", 6, ["https://b.cn"])],
    ),
    "HTML table": (
        """
        <table>
        <tr><th>名称</th></tr>
        <tr><td><a href="https://a.cn">甲</a></td></tr>
        <tr>
          <td><a href="https://b.cn">乙</a></td>
        </tr>
        </table>
        """,
        [("甲", 3, ["https://a.cn"]), ("乙", 4, ["https://b.cn"])],
    ),
    "code is none": ("```\n- [甲](https://a.cn)\n```\n\n    - [乙](https://b.cn)\n", []),
    "front matter is none": ("---\nurl: https://a.cn\n---\n- [甲](https://b.cn)\n", [("甲", 4, ["https://b.cn"])]),
    "references": ("- [甲] 说明\n\n[甲]: https://a.cn\n", [("甲", 1, ["https://a.cn"])]),
    "a task list": ("- [x] [甲](https://a.cn)\n- [ ] [乙](https://b.cn)\n",
                    [("甲", 1, ["https://a.cn"]), ("乙", 2, ["https://b.cn"])]),
    "emoji and number before the name": ("1. :fire: [甲](https://a.cn)\n2. 🔥 [乙](https://b.cn)\n",
                                         [("甲", 1, ["https://a.cn"]), ("乙", 2, ["https://b.cn"])]),
    "empty": ("", []),
    "blank": ("\n\n \n", []),
}  # fmt: skip


@pytest.mark.parametrize(("page", "expected"), [pytest.param(*case, id=name) for name, case in CASES.items()])
def test_entries(page: str, expected: list[tuple[str, int, list[str]]]):
    found = read_readme(dedent(page).lstrip("\n"), "README.md").catalog.records
    assert [(record.name, record.line(), [link.url for link in record.links]) for record in found] == expected


def test_sections_follow_the_headings():
    page = "# 列表\n## 一、模型\n### 文本 Text\n- [甲](https://a.cn)\n\n说明\n\n- [乙](https://b.cn)\n## Tools\n- [丙](https://c.cn)\n"
    catalog = read_readme(page, "README.md").catalog
    assert catalog.list.title == "列表"
    assert [(section.path, section.entry.title) for section in catalog.sections] == [
        ("mo-xing", "模型"),
        ("mo-xing/text", "文本 Text"),
        ("mo-xing/text/shuo-ming", "说明"),
        ("tools", "Tools"),
    ]
    assert [record.section for record in catalog.records] == ["mo-xing/text", "mo-xing/text/shuo-ming", "tools"]


@pytest.mark.parametrize(
    ("heading", "name", "updated", "aliases"),
    [
        ("ChatYuan", "ChatYuan", None, ()),
        ("MOSS （更新于2023年4月21日）", "MOSS", "2023-04-21", ()),
        ("甲 (2023-08-14)", "甲", "2023-08-14", ()),
        ("Baize白泽", "Baize白泽", None, ("Baize", "白泽")),
        ("华驼(HuaTuo) （更新于2023年4月30日）", "华驼(HuaTuo)", "2023-04-30", ("华驼", "HuaTuo")),
        ("3. 甲", "甲", None, ()),
        ("甲（更新于2023年13月1日）", "甲", None, ()),
        ("LLaMA 2", "LLaMA 2", None, ()),
    ],
)
def test_names_and_dates(heading: str, name: str, updated: str | None, aliases: tuple[str, ...]):
    page = f"## 模型\n### {heading}\nhttps://github.com/a/a\n### 另一个\nhttps://github.com/b/b\n"
    record = read_readme(page, "README.md").catalog.records[0]
    assert (record.name, record.updated and record.updated.isoformat(), record.aliases) == (name, updated, aliases)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("除了旧的，某公司推出Rock系列模型，地址为：", "Rock"),
        ("某团队打造并开源了中文版Chinese-Rock。地址：", "Chinese-Rock"),
        ("三位开发者开源的中文语言模型石头 (Stone)，地址是：", "石头 (Stone)"),
        ("完全开源的Rock复制品，地址是：", "rock-data"),
        ("还有一个，地址是：", "rock-data"),
    ],
)
def test_the_name_of_an_entry_that_has_only_a_link(told: str, name: str):
    entry = "### {0}微调\n\n地址：https://github.com/{0}/{0}\n\n"
    page = f"## 模型\n\n{told}https://huggingface.co/r/rock-data\n\n{entry.format('a')}{entry.format('b')}"
    assert read_readme(page, "README.md").catalog.records[0].name == name


@pytest.mark.parametrize(
    "told",
    ["同时该团队又发布了OwlCode-7B大模型，专写代码。", "PebbleChat是一个微调后的对话模型。"],
    ids=["released-along-with-it", "a-paragraph-on-something-else"],
)
def test_what_an_entry_tells_of_other_things_stays_in_it(told: str):
    page = f"### 甲GPT\n\n一个模型。{told}\n\n地址：https://github.com/a/jia\n\n### 旁人\n\nhttps://github.com/z/o\n"
    whole, other = read_readme(page, "README.md").catalog.records
    assert (whole.name, other.name) == ("甲GPT", "旁人")
    assert told in whole.body


def test_a_date_on_a_line_of_its_own():
    page = "## 榜单\n### 甲榜\nhttps://a.cn/x\n\n更新于2023年8月8日\n### 乙榜\n见 https://b.cn/x，2022年1月1日起\n"
    one, other = read_readme(page, "README.md").catalog.records
    assert (str(one.updated), other.updated) == ("2023-08-08", None)


def test_part_of_the_entry_around_it():
    page = "- [甲](https://a.cn)\n  - [乙](https://b.cn)\n"
    whole, part = read_readme(page, "README.md").catalog.records
    assert part.target("part-of") == whole.slug


def test_prose_with_links_can_be_judged_too():
    read = read_readme("# 列表\n仿照 [某表](https://a.cn) 而作。\n\n- [甲](https://b.cn)\n", "README.md")
    assert [(record.line(), record.links[0].url) for record in read.loose] == [(2, "https://a.cn")]
    assert read.prose == ((1, 2),)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("list.rst", "列表\n====\n\n* `甲 <https://a.cn>`_ 说明\n* `乙 <https://b.cn>`__\n"),
        ("list.csv", "名称, 网址, 标签\n甲, https://a.cn, 编程\n\n乙, https://b.cn, 生活; 读书\n"),
    ],
)
def test_other_forms_of_list(file: str, text: str):
    found = read_readme(text, file).catalog.records
    assert [(record.name, record.links[0].url) for record in found] == [("甲", "https://a.cn"), ("乙", "https://b.cn")]
    assert [record.line() for record in found] == ([4, 5] if file.endswith("rst") else [2, 4])


def test_many_blanks_take_no_time():
    begun = time.process_time()
    assert without_date("a" + " " * 50_000 + "b 2020") == "a" + " " * 50_000 + "b 2020"
    assert time.process_time() - begun < 1
