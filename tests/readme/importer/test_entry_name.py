"""What an entry is called: as a person would say it, whatever its link says."""

import pytest

from bot.markdown.links import links
from bot.readme.importer.entry_name import aliases, entry_name, is_way
from bot.readme.importer.read import read_readme


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[甲](https://a.cn) - 说明", "甲"),
        ("算法图解.pdf  [百度云下载链接](https://pan.baidu.com/s/1) 密码:lk0v", "算法图解.pdf"),
        ("《高性能 服务器 编程》 [百度云链接](https://a.cn)  提取码：jt32", "《高性能 服务器 编程》"),
        ("《码农翻身：用故事加点料》[详情](https://a.cn)", "《码农翻身：用故事加点料》"),
        ("《算法》[Algorithms](https://a.cn)", "《算法》"),
        ("[《算法》导读](https://a.cn)", "《算法》导读"),
        ("Kettle [点击查看](https://a.cn)", "Kettle"),
        ("Kettle, a pot. [[code](https://a.cn)] [[paper](https://a.cn/p)]", "Kettle"),
        ("[2023/05] **Plan, Track -- Good Teachers.** *Wu (CMU) et al. arXiv.* [[paper](https://a.cn)]",
         "Plan, Track -- Good Teachers"),
        ("Grammar as a foreign language (2015), O. Vinyals et al. [[pdf]](https://a.cn)", "Grammar as a foreign language"),
        ("**Random search** (2012) J. Bergstra [[pdf]](https://a.cn)", "Random search"),
        ("[Book](https://a.cn/flutter-book) [354⭐] - Bookshelf by [Ann](https://b.cn)", "Book"),
        ("[2048](https://a.cn) [361⭐] - 2048 game by [Ann](https://b.cn)", "2048"),
        ("[Projects](https://a.cn) - Free, as [Bugtracker](https://b.cn) is", "Projects"),
        ("[[paper]](https://a.cn) [Kettle](https://b.cn) - 一", "Kettle"),
        ("Calvin & Hobbes ([search engine](https://a.cn))", "Calvin & Hobbes"),
        ("GitLab：代码托管。[官网](https://www.gitlab.com/)", "GitLab"),
        ("小问题：[为什么更快？](https://a.cn)", "为什么更快？"),
        ("[15-440](https://a.cn/index.html) **Distributed Systems**", "15-440"),
        ("[2006](https://a.cn/chubby.pdf) - 论文", "chubby.pdf"),
        ("[Readme](https://github.com/a/awesome-readme)", "Readme"),
        ("https://github.com/a/kettle 烧水", "kettle"),
    ],
)  # fmt: skip
def test_the_name_of_an_item(text: str, name: str):
    assert entry_name(text, links(text)) == name


@pytest.mark.parametrize(
    ("row", "name"),
    [
        (
            "| 12-22 | **Plan, Posture and Go**<br><sub>机构: A, B<br>一个方法。</sub>| [论文](https://a.cn) |",
            "Plan, Posture and Go",
        ),
        ("| 1 | [GitHub](https://developer.github.com/v3/) | 接口 |", "GitHub"),
        ("| 1 | **水壶的研究** [code](https://a.cn) | 说明 |", "水壶的研究"),
        ("| 1 | 博客：<br>[朱小东](https://a.cn) 医师 | 说明 |", "朱小东"),
    ],
)
def test_the_name_of_a_row(row: str, name: str):
    page = f"| 日期 | 名称 | 链接 |\n|---|---|---|\n{row}\n| 2 | [乙乙](https://b.cn) | 丙 |\n| 3 | [丁丁](https://d.cn) | 戊 |\n"
    assert read_readme(page, "README.md").catalog.records[0].name == name


@pytest.mark.parametrize(
    "label", ["百度云", "下载链接", "百度网盘下载", "详情", "点击查看", "here", "[pdf]", "Click here", "论文"]
)
def test_words_that_only_lead_there(label: str):
    assert is_way(label)


@pytest.mark.parametrize("label", ["百度飞桨", "下载管理器", "Here Maps", "PDF.js", "Kettle", "详解 C"])
def test_words_that_name(label: str):
    assert not is_way(label)


@pytest.mark.parametrize("name", ["什么是 AI", "Java 序列化详解", "AI 导航", "Go 语言", "LLM 入门", "Python 大法"])
def test_a_sentence_has_no_aliases(name: str):
    assert aliases(name) == ()


CONTENTS = "- [编辑器](https://github.com/a/b#编辑器)\n- [终端](https://github.com/a/b#终端)\n- [字体](https://github.com/a/b#字体)\n"
PARTS = "\n## 编辑器\n- [甲](https://a.cn)\n## 终端\n- [乙](https://b.cn)\n## 字体\n- [丙](https://c.cn)\n"


def test_contents_by_the_whole_address_are_no_entries():
    assert [record.name for record in read_readme(CONTENTS + PARTS, "a.md").catalog.records] == ["甲", "乙", "丙"]


def test_links_into_another_page_are_entries():
    assert len(read_readme(CONTENTS + "\n## 别的\n- [甲](https://a.cn)\n", "a.md").catalog.records) == 4


def test_a_heading_that_is_a_link_leaves_the_entries_below_it():
    page = (
        "# 文\n\n"
        + "".join(f"## [{name}](https://github.com/k/{name})\n\n- 论文：{name}\n\n" for name in "甲乙")
        + "## [丙](https://github.com/k/c)\n\n- [丁](https://d.cn)\n  - 论文：一\n- [戊](https://e.cn)\n"
    )
    catalog = read_readme(page, "a.md").catalog
    assert [(record.name, catalog.titles[record.section]) for record in catalog.records] == [
        *((name, "文") for name in "甲乙丙"),
        ("丁", "丙"),
        ("戊", "丙"),
    ]
