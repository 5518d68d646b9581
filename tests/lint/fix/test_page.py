"""`--fix` on a page: the line before, the line after; and lines that stay as they are."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.lint.fix.rounds import fixed_page
from bot.lint.wording import for_maintainer

TODAY = date(2024, 1, 1)
TOP = "# 列表\n\n## 模型\n\n"
REST = "- [MOSS](https://github.com/OpenLMLab/MOSS)：对话模型\n- [白鹭](https://github.com/egret-lab/egret)：小模型\n"
MENDED = {
    "target": ("[鹤](https//github.com/a-lab/crane)：对话", "[鹤](https://github.com/a-lab/crane)：对话"),
    "target and the same text": (
        "[https：//github.com/a-lab/crane](https：//github.com/a-lab/crane)",
        "[https://github.com/a-lab/crane](https://github.com/a-lab/crane)",
    ),
    "target, not the text": (
        "[github.com/a-lab/crane](https：//github.com/a-lab/crane)",
        "[github.com/a-lab/crane](https://github.com/a-lab/crane)",
    ),
    "HTML": ('<a href="https：//github.com/a-lab/crane">鹤</a>', '<a href="https://github.com/a-lab/crane">鹤</a>'),
    "two on a line": (
        "[鹤](https//github.com/a-lab/crane)，[论文](https:/arxiv.org/abs/2301.12345)",
        "[鹤](https://github.com/a-lab/crane)，[论文](https://arxiv.org/abs/2301.12345)",
    ),
    "blank before the bracket": (
        "[鹤] (https://github.com/a-lab/crane) - 对话",
        "[鹤](https://github.com/a-lab/crane) - 对话",
    ),
    "square brackets twice": ("[鹤][https://crane-docs.dev] - 对话", "[鹤](https://crane-docs.dev) - 对话"),
    "wide brackets": ("[鹤]（https://github.com/a-lab/crane）", "[鹤](https://github.com/a-lab/crane)"),
    "brackets doubled": ("[鹤]((https://crane-docs.dev/a.pdf) - 对话", "[鹤](https://crane-docs.dev/a.pdf) - 对话"),
    "bracket not closed": ("[鹤(https://crane-docs.dev) - 对话", "[鹤](https://crane-docs.dev) - 对话"),
    "round for square": ("(鹤](https://crane-docs.dev) - 对话", "[鹤](https://crane-docs.dev) - 对话"),
    "brackets swapped": ("(鹤)[https://crane-docs.dev] - 对话", "[鹤](https://crane-docs.dev) - 对话"),
    "target outside": ("[鹤]()https://crane-docs.dev) - 对话", "[鹤](https://crane-docs.dev) - 对话"),
    "stop after a bare address": (
        "鹤：地址是 https://github.com/a-lab/crane，可试用。",
        "鹤：地址是 <https://github.com/a-lab/crane>，可试用。",
    ),
    "anchor made by hand": ("[见下](#地图-&-导航)", "[见下](#地图--导航)"),
}
KEPT = {
    "text shows another address": "[https://github.com/b-lab/heron](https://github.com/a-lab/crane)",
    "host misspelt": "[鹤](https://gihub.com/a-lab/crane)",
    "site that may be http only": "[鹤](www.crane-docs.dev/guide)",
    "http": "[鹤](http://www.crane-docs.dev/guide/)",
    "words glued to it": "鹤：https://github.com/a-lab/crane对话模型",
    "one link in another": "[[鹤](https://crane-docs.dev)](https://github.com/a-lab/crane)",
    "HTML misspelt": '<a herf="https://crane-docs.dev">鹤</a>',
    "in code": "[鹤](https://github.com/a-lab/crane)：写作 `[鹤] (https://github.com/a-lab/crane)` 不成链接",
    "a box to tick": "[x] (https://github.com/a-lab/crane) 做完了",
    "a reference number": "鹤的论文 [1] (https://crane-docs.dev/a.pdf)",
    "an anchor of another heading": "[见下](#地图与导航)",
}


def fixed(text):
    return fixed_page(text, "README.md", TODAY)


def page(line, *more):
    return "\n".join([TOP + f"- {line}", REST, "## 地图 & 导航", "", *more, ""])


@pytest.mark.parametrize("before, after", MENDED.values(), ids=MENDED)
def test_what_is_mended(before, after):
    text, done = fixed(page(before))
    assert text == page(after)
    assert done.steps
    codes = {step.finding.code for step in done.steps}
    assert not [f for f in done.left if f.code in codes and "crane" in for_maintainer(f).message]


@pytest.mark.parametrize("line", KEPT.values(), ids=KEPT)
def test_what_is_left_alone(line):
    text, done = fixed(page(line))
    assert text == page(line)
    assert done.steps == ()
    assert done.now == done.left


TWIN = "- [鹤](https://github.com/a-lab/crane)：对话模型{}"
OTHER = "- [鹭](https://github.com/b-lab/heron)：小模型"
TWINS = {
    "side by side": ([TWIN, TWIN, OTHER], [TWIN, OTHER]),
    "further down": ([TWIN, OTHER, TWIN], [TWIN, OTHER]),
    "three": ([TWIN, TWIN, OTHER, TWIN], [TWIN, OTHER]),
    "two of three": ([TWIN, TWIN, TWIN + "，可商用"], [TWIN, TWIN + "，可商用"]),
    "other words": ([TWIN, OTHER, TWIN + "，可商用"], None),
    "below another item": (["- 学术", "  " + TWIN, "- 商用", "  " + TWIN, OTHER], None),
    "under another heading": ([TWIN, OTHER, "", "### 商用", "", TWIN, OTHER.replace("b-lab", "c-lab")], None),
    "under another bold line": (["**学术**", "", TWIN, OTHER, "", "**商用**", "", TWIN], None),
    "later date": ([TWIN.format("（2023-05-01）"), TWIN.format("（2023-07-24）"), OTHER],
                   [TWIN.format("（2023-07-24）"), OTHER]),
    "later date first": ([TWIN.format("（更新于2023年7月24日）"), OTHER, TWIN.format("（更新于2023年5月1日）")],
                         [OTHER, TWIN.format("（更新于2023年7月24日）")]),
    "one date": ([TWIN, OTHER, TWIN.format("（2023-07-24）")], None),
    "words with the date": ([TWIN.format("（2023-05-01，初版）"), TWIN.format("（2023-07-24，二版）"), OTHER], None),
}  # fmt: skip


@pytest.mark.parametrize("before, after", TWINS.values(), ids=TWINS)
def test_identical_entries(before, after):
    old = TOP + "\n".join(before).replace("{}", "") + "\n"
    new = TOP + "\n".join(after or before).replace("{}", "") + "\n"
    assert fixed(old)[0] == new


def test_blank_lines_around_an_entry_go_with_it():
    entry = (
        "（更新于2023年7月{}日）\n\n鹤是一个对话模型，由高校的团队训练，可以在单张消费级显卡上运行。\n\n"
        "该项目开源地址是：https://github.com/a-lab/crane\n"
    )
    first = "### 禽\n\n禽是一个模型。\n\nhttps://github.com/z-lab/fowl\n"
    last = "### 鹭\n\n小模型 https://github.com/b-lab/heron\n"
    text = f"{TOP}{first}\n{entry.format(3)}\n{entry.format(24)}\n{last}"
    assert fixed(text)[0] == f"{TOP}{first}\n{entry.format(24)}\n{last}"


def test_an_entry_that_others_link_to_stays():
    entry = "### 鹤\n\n对话模型\n\nhttps://github.com/a-lab/crane\n\n"
    other = "### 鹭\n\n小模型\n\nhttps://github.com/b-lab/heron\n\n"
    text = f"# 列表\n\n[第二个](#鹤-1)\n\n## 模型\n\n{entry}{other}{entry}"
    assert fixed(text)[0] == text
    assert fixed(text.replace("[第二个](#鹤-1)\n\n", ""))[0].count("### 鹤") == 1


def test_a_mend_that_shows_a_twin_removes_that_too():
    text = TOP + TWIN.replace("https:", "https：").format("") + "\n" + OTHER + "\n" + TWIN.format("") + "\n"
    assert fixed(text)[0] == f"{TOP}{TWIN.format('')}\n{OTHER}\n"


def test_what_remains_is_told_at_the_lines_of_today():
    text = f"{TOP}{TWIN}\n{TWIN}\n- [鹰](https://gihub.com/c-lab/eagle)：大模型\n".replace("{}", "")
    _, done = fixed(text)
    (now,), (left,) = ([f for f in found if f.code == "LNK001"] for found in (done.now, done.left))
    assert (now.place.line, left.place.line) == (7, 6)


LINES = [*(f"- {line}" for pair in MENDED.values() for line in pair), *(f"- {line}" for line in KEPT.values()),
         TWIN.format(""), TWIN.format("（2023-05-01）"), TWIN.format("（2023-07-24）"), OTHER, "", "## 一节", "正文",
         "```", "> 引文", "  - 下一层", "| a | b |", "\u200b"]  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.sampled_from(LINES), max_size=12), st.sampled_from(["\n", "\r\n"]))
def test_twice_is_once_and_every_line_is_an_old_one_or_one_mended(lines, ending):
    text = ending.join([*TOP.split("\n"), *lines, ""])
    new, done = fixed(text)
    assert fixed(new)[0] == new
    assert bool(done.steps) == (new != text)
    expected = {f"- {after}" for _, after in MENDED.values()} | {TWIN.format("（2023-07-24）")}
    assert set(new.split(ending)) <= set(text.split(ending)) | expected
    offered = {(step.finding.code, for_maintainer(step.finding).message) for step in done.steps}
    assert not offered & {(f.code, for_maintainer(f).message) for f in done.left if f.code != "DUP001"}
