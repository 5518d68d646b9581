"""Entries that live inside another's text: which words announce one, which do not, and what becomes of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from imported_pages import proves_whole

from bot.catalog.nesting import lies_within
from bot.cli.main import cli
from bot.readme.importer.read import read_readme

OTHER = """
### 旁人

地址：https://github.com/z/other
"""

JIA_EXAM = """### 甲GPT

一个模型。其同时开源了一个评估集，共九类题目。

地址：https://huggingface.co/a/jia

评估集地址是：https://huggingface.co/datasets/a/Jia-Exam
"""

TOLD = {
    "released along with it": (
        "### 甲GPT\n\n一个模型。同时该团队又发布了OwlCode-7B大模型，专写代码。\n\n地址：https://github.com/a/jia\n",
        [("OwlCode-7B", 3, [])],
    ),
    "a test set before its name": (
        "### 甲GPT\n\n该团队还首次提出了一个测试集 EyeBench，考查看图。\n\n地址：https://github.com/a/jia\n",
        [("EyeBench", 3, [])],
    ),
    "a paragraph on something else": (
        "### RockLM\n\nPebbleChat是一个微调后的对话模型。\n\nRockLM是一个底座模型。\n\n地址：https://github.com/a/rocklm\n",
        [("PebbleChat", 3, [])],
    ),
    "named in the heading's brackets": (
        "### 动物园（长颈鹿Giraffe和Zebra）\n\n某校开发的Giraffe（长颈鹿）和Zebra。\n\nGiraffe 会多种语言。\n\nhttps://a.cn/zoo\n",
        [("Giraffe（长颈鹿）和Zebra", 3, [])],
    ),
    "a set of its own address": (
        JIA_EXAM,
        [("Jia-Exam", 3, ["https://huggingface.co/datasets/a/Jia-Exam"])],
    ),
    "its own other size": (
        "### RockLM\n\n同时开源了RockLM-Chat对话模型。\n\n地址：https://github.com/a/rocklm\n",
        [],
    ),
    "what its address is named after": (
        "### 磐石\n\n同时开源了RockChat对话模型。\n\n地址：https://github.com/a/Rock\n",
        [],
    ),
    "nothing that has a name": (
        "### 甲GPT\n\n同时开源了其用的数据集，还提出了一种新方法。\n\n地址：https://github.com/a/jia\n",
        [],
    ),
    "a word that names no one thing": (
        "### 甲GPT\n\n同时也开源了对应的Chat版模型。\n\n地址：https://github.com/a/jia\n",
        [],
    ),
    "what has an entry of its own": (
        "### 甲GPT\n\n同时发布了 Other 模型。\n\n地址：https://github.com/a/jia\n\n### Other\n\nhttps://github.com/b/other\n",
        [],
    ),
    "what it is built upon": (
        "### 甲GPT\n\n基于BaseLM模型，使用OpenData数据集训练。\n\n地址：https://github.com/a/jia\n",
        [],
    ),
    "a second link without a word on it": (
        "### 甲GPT\n\n一个模型。\n\n地址：https://huggingface.co/a/jia\n\n数据集：https://huggingface.co/datasets/a/jia-data\n",
        [],
    ),
    "a heading that says what for": (
        "### 框架（支持PyTorch和TensorFlow）\n\n一个框架，PyTorch和TensorFlow都能用。\n\n地址：https://github.com/a/kuang\n",
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("entry", "expected"), [pytest.param(*case, id=name) for name, case in TOLD.items()])
def test_told(entry: str, expected: list[tuple[str, int, list[str]]]):
    catalog = read_readme(entry + OTHER, "README.md").catalog
    told = [record for record in catalog.records if lies_within(record, catalog)]
    assert [(record.name, record.line(), [link.url for link in record.links]) for record in told] == expected
    assert {record.target("part-of") for record in told} <= {catalog.records[0].slug}
    proves_whole(entry + OTHER)


@pytest.mark.parametrize(
    "text",
    [
        "- [甲](https://a.cn) - 一\n  - [甲](https://a.cn) - 一\n- [丙](https://c.cn)\n",
        "- [甲](https://a.cn) - 模型。同时发布了OwlCode-7B模型。\n- [乙](https://b.cn) - 另一个模型。\n",
    ],
    ids=["the-same-words-on-lines-of-their-own", "told-in-an-item-that-a-pattern-shows"],
)
def test_what_is_shown_once_is_shown_once(text: str):
    proves_whole(text)


def test_a_link_belongs_to_one_of_them():
    catalog = read_readme(JIA_EXAM + OTHER, "README.md").catalog
    assert [link.url for link in catalog.records[0].links] == ["https://huggingface.co/a/jia"]


INTRODUCTION = """
## {title}

{told}

### 甲微调

地址：https://github.com/a/jia

### 乙微调

地址：https://github.com/b/yi
"""


@pytest.mark.parametrize(
    ("title", "told", "name"),
    [
        ("三、Rock-2篇", "某公司正式发布新一代模型。此次Rock2有三种大小。", "Rock-2"),
        ("三、Rock-2篇", "这里收录Rock2的微调版。", None),
        ("三、微调篇", "某公司正式发布新一代模型Rock2。", None),
        ("三、Rock-2篇", "某公司正式发布新一代模型。", None),
    ],
    ids=["released", "not-released", "no-name-in-title", "another-thing"],
)
def test_what_a_section_is_about(title: str, told: str, name: str | None):
    text = INTRODUCTION.format(title=title, told=told)
    names = [record.name for record in read_readme(text, "README.md").catalog.records]
    assert names == [*([name] if name else []), "甲微调", "乙微调"]
    proves_whole(text)


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
    text = INTRODUCTION.format(title="模型", told=f"{told}https://huggingface.co/r/rock-data")
    assert read_readme(text, "README.md").catalog.records[0].name == name


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "old.md").write_text(JIA_EXAM + OTHER, encoding="utf-8")
    done = CliRunner().invoke(cli, ["import", str(tmp_path / "old.md"), "--into", str(tmp_path / "list")])
    assert "1 个写在别的条目的文字里" in done.output
    return tmp_path / "list"


def told(home: Path) -> dict | None:
    found = next(iter((home / "catalog").rglob("jia-exam.yml")), None)
    return yaml.safe_load(found.read_text(encoding="utf-8")) if found else None


def test_a_told_entry_is_a_record_that_quotes(home: Path):
    record = told(home)
    assert record["description"] == "其同时开源了一个评估集，共九类题目。"
    assert record["relations"] == [{"type": "part-of", "record": "gpt"}]
    assert "body" not in record


def test_with_words_of_its_own_it_is_shown(home: Path):
    file = next((home / "catalog").rglob("jia-exam.yml"))
    file.write_text(file.read_text(encoding="utf-8").replace("共九类题目", "九类题目，另有答案"), encoding="utf-8")
    assert CliRunner().invoke(cli, ["-C", str(home), "regen"]).exit_code == 0
    assert "九类题目，另有答案" in (home / "README.md").read_text(encoding="utf-8")


EDITS: dict[str, tuple[Callable[[str], str], dict[str, str] | None]] = {
    "its sentence": (
        lambda page: page.replace("共九类", "共十类"),
        {"description": "其同时开源了一个评估集，共十类题目。"},
    ),
    "another sentence": (lambda page: page.replace("一个模型", "一个新模型"), {"name": "Jia-Exam"}),
    "its link": (lambda page: page.replace("Jia-Exam", "Jia-Quiz"), {"name": "Jia-Exam"}),
    "gone with its sentence": (lambda page: page.replace("其同时开源了一个评估集，共九类题目。", ""), None),
    "gone with its whole": (lambda page: page[page.index("### 旁人") :], None),
}


@pytest.mark.parametrize(("change", "expected"), [pytest.param(*case, id=name) for name, case in EDITS.items()])
def test_it_follows_an_edit_of_the_text(home: Path, change: Callable[[str], str], expected: dict[str, str] | None):
    page = home / "README.md"
    wanted = change(page.read_text(encoding="utf-8"))
    page.write_text(wanted, encoding="utf-8")
    done = CliRunner().invoke(cli, ["-C", str(home), "absorb", "--yes"])
    assert done.exit_code == 0, done.exception
    assert page.read_text(encoding="utf-8").partition("\n[//]")[0] == wanted.partition("\n[//]")[0]
    record = told(home)
    assert expected.items() <= record.items() if expected else record is None
