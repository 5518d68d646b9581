"""What is a command in a comment, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.github.read_comments import asks
from bot.submissions.commands import Command, read_command

COMMANDS = {
    "recheck": ("/recheck", Command("recheck")),
    "more-text-below": ("/recheck\n\n谢谢！", Command("recheck")),
    "crlf": ("/recheck\r\n谢谢", Command("recheck")),
    "trailing-space": ("/recheck  ", Command("recheck")),
    "upper-case": ("/Recheck", Command("recheck")),
    "section": ("/section corpora/rlhf", Command("section", "corpora/rlhf")),
    "section-by-title": ("/section 六、语料篇 / RLHF", Command("section", "六、语料篇 / RLHF")),
    "section-full-width-space": ("/section　models", Command("section", "models")),
    "section-of-nothing": ("/section", Command("section", fault="请在后面写上小节，如 /section models")),
    "allow": ("/allow DUP001 两个不同的项目", Command("allow", "两个不同的项目", "dup001")),
    "allow-without-reason": ("/allow dup001", Command("allow", "", "dup001", "请在 DUP001 后面写明理由")),
    "allow-nothing": (
        "/allow 随便",
        Command("allow", fault="请写规则的代码和理由，如 /allow DUP001 是同一机构的两个项目"),
    ),
    "withdraw": ("/withdraw 填错了", Command("withdraw", "填错了")),
    "withdraw-without-reason": ("/withdraw", Command("withdraw")),
    "reopen": ("/reopen", Command("reopen")),
    "full-width-slash": ("／recheck", Command("recheck")),
    "colon": ("/withdraw：写错了", Command("withdraw", "写错了")),
    "indented": (" /recheck", Command("recheck")),
    "misspelt": ("/widthdraw 写错了", Command("withdraw", fault="没有 /widthdraw 这个命令，请写 /withdraw")),
    "longer-word": ("/rechecked", Command("recheck", fault="没有 /rechecked 这个命令，请写 /recheck")),
    **{
        f"in-chinese-{written}": (f"/{written}", Command(word, fault=f"没有 /{written} 这个命令，请写 /{word}"))
        for written, word in {
            "重新检查": "recheck",
            "检查": "recheck",
            "小节": "section",
            "忽略": "allow",
            "豁免": "allow",
            "重新打开": "reopen",
        }.items()
    },
    "three-blanks": ("   /recheck", Command("recheck")),
    "full-width-blank": ("　/recheck", Command("recheck")),
    "tab": ("/withdraw\t写错了", Command("withdraw", "写错了")),
    "narrow-colon": ("/withdraw: 写错了", Command("withdraw", "写错了")),
    "old-mac": ("/recheck\r谢谢", Command("recheck")),
    "three-hundred-characters": ("/withdraw " + "字" * 300, Command("withdraw", "字" * 300)),
    "three-hundred-and-one": ("/withdraw " + "字" * 301, Command("withdraw", "字" * 300)),
    "allow-upper-case": ("/ALLOW LNK003 理由", Command("allow", "理由", "lnk003")),
    "allow-full-width-blank": ("/allow dup001　理由", Command("allow", "理由", "dup001")),
    "allow-a-code-too-long": (
        "/allow dup0011 理由",
        Command("allow", fault="请写规则的代码和理由，如 /allow DUP001 是同一机构的两个项目"),
    ),
    "four-letters-near": ("/alow", Command("allow", fault="没有 /alow 这个命令，请写 /allow")),
    "in-chinese": ("/撤回", Command("withdraw", fault="没有 /撤回 这个命令，请写 /withdraw")),
}


@pytest.mark.parametrize("case", COMMANDS.values(), ids=COMMANDS)
def test_a_command(case):
    body, expected = case
    assert read_command(body) == expected


@pytest.mark.parametrize("case", COMMANDS.values(), ids=COMMANDS)
def test_the_edge_looks_up_who_wrote_a_command(case):
    assert asks(case[0])


NOT = {
    "quoted": "> /recheck",
    "inline-code": "`/recheck`",
    "fenced": "```\n/recheck\n```",
    "indented-code": "    /recheck",
    "second-line": "你好\n/recheck",
    "after-blank-line": "\n/recheck",
    "in-a-sentence": "请用 /recheck",
    "html-comment": "<!--\n/recheck\n-->",
    "list-item": "- /recheck",
    "another-word": "/home",
    "long-word": "/" + "recheck" * 9,
    "chinese-word": "/你好",
    "path": "/recheck/now",
    "three-letters": "/alo",
    "thirteen-letters": "/recheckrechec",
    "five-characters": "/重新检查吧",
    "one-character": "/小",
    "tab-in-front": "\t/recheck",
    "githubs-own": "/shrug",
    "empty": "",
}


@pytest.mark.parametrize("body", NOT.values(), ids=NOT)
def test_not_a_command(body):
    assert read_command(body) is None


@given(st.text(max_size=200) | st.text(max_size=100).map(lambda text: f"/allow {text}"))
def test_any_comment_is_read(body):
    command = read_command(body)
    assert command is None or body[0] == "/"
