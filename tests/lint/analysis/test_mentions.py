"""What a link's text says: what it is to its entry, or the name of something else."""

import pytest

from bot.catalog.model import Link, Record
from bot.lint.analysis.mentions import is_named, is_passing, is_role, mentions
from bot.lint.analysis.same_page import Entry

ROLES = [
    "source",
    "code",
    "demo",
    "link",
    "here",
    "paper",
    "video",
    "slides",
    "download",
    "page",
    "this",
    "theme",
    "open",
    "software",
    "free",
    "freeware",
    "go",
    "url",
    "地址",
    "链接",
    "源码",
    "代码",
    "论文",
    "演示",
    "项目地址",
    "开源地址",
]
# What many entries are or run on.
THINGS = [
    "dataset",
    "datasets",
    "model",
    "models",
    "server",
    "servers",
    "client",
    "plugin",
    "plugins",
    "language",
    "languages",
    "chinese",
    "english",
    "system",
    "platform",
    "library",
    "android",
    "linux",
    "macos",
    "windows",
    "python",
    "javascript",
    "typescript",
    "react",
    "swift",
    "golang",
    "conversation",
    "conversations",
    "instruction",
    "instructions",
    "image",
    "images",
    "video",
    "videos",
    "audio",
    "theme",
    "themes",
    "editor",
    "manager",
    "reader",
    "viewer",
    "application",
    "applications",
    "component",
    "components",
    "learning",
    "machine",
    "neural",
    "network",
    "networks",
    "medical",
    "financial",
]


@pytest.mark.parametrize("label", [*ROLES, "Source Code", "home page", "get the code", "oss", "icon", ""])
def test_a_role(label):
    assert is_role(label)


@pytest.mark.parametrize("label", ["Kettle", "Kettle demo", "source of Kettle", "壶", "codes"])
def test_no_role(label):
    assert not is_role(label)


@pytest.mark.parametrize("words", [
    "该项目的开源地址", "项目主页", "本项目的源码", "在线体验", "在线演示", "试用地址", "网址", "仓库", "官网", "下载", "论文", "博客", "详见", "模型", "数据",
    "代码在：", "（源码）", "(demo)", "是为", "地址，",
])  # fmt: skip
def test_words_around_a_name_say_nothing(words):
    assert is_role(words)
    record = Record("kettle", "m", "Kettle")
    assert not is_passing(record, Link("https://a.org", label=f"Kettle{words}"))
    assert is_passing(record, Link("https://a.org", label=f"Lantern{words}"))


def entry(name: str, text: str = "", url: str = "https://a.org/x", **more) -> Entry:
    link = Link(url)
    return Entry(Record("x", "m", name, links=(link,), description=text, **more), link, 0)


@pytest.mark.parametrize("word", THINGS)
def test_a_thing_names_no_project(word):
    assert not mentions(entry("Kettle", f"用 {word} 做成"), entry(f"Quux {word.title()}"))


@pytest.mark.parametrize(("text", "other", "named"), [
    ("基于 Lantern 做成", "Lantern", True), ("基于 lanterns 做成", "Lantern", True), ("没有别的", "Lantern", False),
    ("由 lant 做成", "Lantern", False), ("基于 grape 做成", "Grape Juicer", True), ("基于 grap 做成", "Grap Juicer", False),
    ("基于 abc 做成", "Abc", True), ("基于 ab 做成", "Ab", False), ("见 https://b.org/lantern", "Lantern", False),
])  # fmt: skip
def test_mentions(text, other, named):
    assert mentions(entry("Kettle", text), entry(other)) is named


@pytest.mark.parametrize(("name", "file", "body", "named"), [
    ("Kettle", "catalog/m/x.yml", "", True), ("源码", "catalog/m/x.yml", "", False), ("Demo", "catalog/m/x.yml", "", False), ("博客", "catalog/m/x.yml", "", False),
    ("K", "catalog/m/x.yml", "", False), ("KK", "catalog/m/x.yml", "", True), ("Kettle", "README.md", "", True),
    ("kettle", "README.md", "- [源码](https://github.com/a/kettle) 烧水", False), ("kettle", "README.md", "- [源码](https://a.org/kettle) Kettle 烧水", True),
    ("kettle", "catalog/m/x.yml", "- [源码](https://github.com/a/kettle) 烧水", True),
])  # fmt: skip
def test_a_name_of_its_own(name, file, body, named):
    assert is_named(Record("x", "m", name, file=file, body=body)) is named
