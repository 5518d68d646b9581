"""Links within descriptions and introductions: judged as those of a page, at their own lines, and only once."""

from __future__ import annotations

import pytest
from examples import evidence
from worlds import NEW, World, body

from bot.catalog.model import Catalog
from bot.catalog.parse import read_list
from bot.lint.context import LintContext
from bot.lint.engine import run
from bot.lint.wording import for_maintainer

CODES = {"LNK001", "LNK004"}


def told(example: dict[str, object]) -> list[tuple[str, str, int, str]]:
    return [
        (f.code, f.place.file, f.place.line, for_maintainer(f).message)
        for f in run(evidence(example))
        if f.code in CODES
    ]


def of_description(text: str) -> list[tuple[str, str]]:
    found = run(evidence({"record": {"name": "Lantern", "description": f"灯塔实验室发布。{text}"}}))
    return [(f.code, f.severity or "") for f in found if f.code in CODES]


ERROR, LATER = [("LNK001", "error")], [("LNK001", "info")]


@pytest.mark.parametrize(
    "text, found",
    [
        pytest.param("见[甲](https://lamp.cn/a)、https://lamp.cn/b 与 <https://lamp.cn/c>。", [], id="sound"),
        pytest.param("见[甲](https：//lamp.cn/a)", ERROR, id="full-width-colon"),
        pytest.param("见[甲](lamp.cn/a/b)", ERROR, id="no-scheme"),
        pytest.param("见[甲](javascript:alert(1))", ERROR, id="a-program"),
        pytest.param("见[甲](JavaScript&#58;alert(1))", ERROR, id="a-program-in-disguise"),
        pytest.param("见[甲](data:text/html,x)", ERROR, id="data"),
        pytest.param("见[甲](https://lamp.cn/ a)", ERROR, id="blank"),
        pytest.param("见 https://https://lamp.cn/a 吧", ERROR, id="twice-the-scheme"),
        pytest.param("见 http//lamp.cn/a 吧", ERROR, id="bare-without-colon"),
        pytest.param("见 https：//lamp.cn/a 吧", ERROR, id="bare-with-full-width-colon"),
        pytest.param("见[甲] (https://lamp.cn/a)", [("LNK004", "error")], id="blank-between"),
        pytest.param("见 https://lamp.cn/a，欢迎", [("LNK004", "error")], id="glued-words"),
        pytest.param("见[甲](https://lamp.cn/a))", [("LNK004", "warning")], id="spare-bracket"),
        pytest.param("（见[甲](https://lamp.cn/a)）", [], id="bracket-that-was-opened"),
        pytest.param("（见[甲](https://lamp.cn/a))", [], id="opened-in-the-other-width"),
        pytest.param("1) (见[甲](https://lamp.cn/a))", [], id="opened-after-a-number"),
        pytest.param("见[甲](#用法)、[乙](docs/a.md)、[丙](../b.csv)、[丁](mailto:a@lamp.cn)", [], id="of-the-page"),
        pytest.param("见[甲]()", LATER, id="to-be-filled-in"),
        pytest.param("见[甲](ftp://lamp.cn/a)", LATER, id="of-another-program"),
        pytest.param("写作 `[甲](https//lamp.cn/a)` 与 `http//lamp.cn/a`", [], id="code"),
        pytest.param("\n\n```\n[甲](https//lamp.cn/a)\n```\n", [], id="fenced-code"),
        pytest.param(r"见\[甲\](https://lamp.cn/a)", [("LNK004", "info")], id="escaped"),
        pytest.param(r"数组 a\[i\] 与 \[甲\]", [], id="escaped-brackets-alone"),
        pytest.param("启动后打开 http://localhost:3000 即可", [], id="what-to-type"),
    ],
)
def test_a_description(text: str, found: list[tuple[str, str]]):
    assert of_description(text) == found


def test_a_link_stands_at_its_own_line():
    text = "name: Lantern\nkind: model\ndescription: |\n  灯塔实验室发布。\n\n  见[甲](https//lamp.cn/a)。\n"
    assert told({"text": text}) == [
        ("LNK001", "catalog/models/example.yml", 6, "介绍里的网址“https//lamp.cn/a”开头的“https//”写得不对")
    ]


def test_introductions_and_reasons():
    sections = [{"id": "models", "title": "模型", "introduction": "见[甲](https//lamp.cn/a)。"}]
    gone = {"name": "Lantern", "status": "withdrawn", "reason": "见 https://lamp.cn/a，已停。[甲](x:y)", "links": None}
    assert [(code, file, message) for code, file, _, message in told({"record": gone, "sections": sections})] == [
        ("LNK001", "catalog/list.yml", "小节 models 的导语里的网址“https//lamp.cn/a”开头的“https//”写得不对"),
        (
            "LNK004",
            "catalog/models/lantern.yml",
            "撤下原因里的“https://lamp.cn/a，已停。[甲](x:y)”后面紧跟着别的文字，GitHub 会一起算进网址",
        ),
    ]


def test_an_introduction_stands_at_its_own_line():
    section = "  - id: a\n    title: 甲\n    introduction: |\n      一段。\n\n      见[甲](https//lamp.cn/a)。\n"
    listed, _ = read_list(f"title: 列表\nsections:\n{section}".encode())
    assert listed is not None
    assert [(f.place.file, f.place.line) for f in run(LintContext(Catalog(listed)))] == [("catalog/list.yml", 8)]


def test_a_page_and_a_body_tell_nothing_twice():
    line = "- [Lantern](https//lamp.cn/a) - 会聊天的灯"
    page = {"page": f"## 工具\n{line}\n- [Wick](https://lamp.cn/b) - 灯芯\n"}
    assert [code for code, *_ in told(page)] == ["LNK001"]
    assert told({"record": {"name": "Lantern", "description": None, "body": line, "links": None}}) == []


@pytest.mark.parametrize("target", ["(javascript:alert(1))", "(github.com/a/b)", " (https://lamp.cn/a)"])
def test_a_submission_is_told_that_its_link_is_none(target: str):
    """Its Markdown is shown as typed: there is no link to be wrong, and nobody to follow it."""
    world = World()
    number = world.open_issue(body({**NEW, "介绍": f"{NEW['介绍']}见[代码]{target}。"}))
    world.run(number)
    assert "读者看到的是这几个符号，不是链接" in world.told(number)
