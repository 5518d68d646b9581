"""What is said of a record that was withdrawn: a reason is needed, links are to go."""

from __future__ import annotations

import pytest
from examples import evidence

from bot.lint.engine import run

HEAD = "name: Lantern\nkind: model\n"
END = "description: 灯塔实验室发布的对话模型，会讲睡前故事。\n"
GONE, WHY = "status: withdrawn\n", "reason: 作者停止服务\n"
LINK = "links:\n  - url: https://lantern-project.dev\n  - url: https://lamp.cn/goodbye\n"


@pytest.mark.parametrize(
    "lines, found",
    [
        pytest.param(GONE + WHY, [], id="as-it-should-be"),
        pytest.param(LINK, [], id="not-withdrawn"),
        pytest.param(GONE, [("REC001", "error", 3)], id="no-reason"),
        pytest.param(GONE + "reason:\n", [("REC001", "error", 4)], id="a-reason-without-words-is-told-once"),
        pytest.param(GONE + WHY + LINK, [("REC005", "warning", 6)], id="links"),
        pytest.param(GONE + LINK, [("REC001", "error", 3), ("REC005", "warning", 5)], id="neither"),
        pytest.param(GONE + WHY + LINK + "allow: {rec005: 链接是停止服务的公告}\n", [], id="links-that-are-meant"),
        pytest.param(WHY, [("REC005", "warning", 3)], id="a-reason-alone"),
    ],
)
def test_withdrawn(lines: str, found: list[tuple[str, str, int]]):
    told = run(evidence({"text": HEAD + lines + END}))
    assert [(f.code, f.severity, f.place.line) for f in told] == found
