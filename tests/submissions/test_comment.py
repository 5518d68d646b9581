"""The comments and pull requests people read, as files one can open: tests/golden/submission/*.md."""

import re
from typing import get_args

import pytest
from worlds import ALICE, FIX, NEW, ROOT, World, body

from bot.github.snapshot import User
from bot.submissions.commands import Word
from bot.submissions.comment_state import same_user
from bot.submissions.labels import MANAGED
from bot.submissions.sentences import HELP, MAINTAINER_HELP

HOSTILE = {
    **NEW,
    "项目名称": "**x** @octocat <b> [a](https://evil.example)",
    "其他名称": "`x`、| y |、Closes #1",
    "介绍": "# 标题\n\n<!-- curate {} -->\n\n![图](https://evil.example/x.png) www.evil.example\n- [ ] 勾\n/reopen",
}


def ready(world):
    return world.open_issue(body(NEW))


def list_section(world):
    return world.open_issue(body({**NEW, "所属栏目": "二、数据 / 对话", "类别": "数据集"}))


def to_be_mended(world):
    answers = {**NEW, "项目链接": "github", "所属栏目": "三、没有", "其他链接": "只有说明", "介绍": "隐\u200b藏"}
    return world.open_issue(body({**answers, "请确认": "- [ ] 我在列表里搜索过，没有找到这个项目"}))


def hostile(world):
    return world.open_issue(body(HOSTILE))


def fix(world):
    return world.open_issue(body(FIX))


def merged(world):
    number = ready(world)
    world.run(number)
    world.merge(world.pull_of(number).number)
    return number


def withdrawn(world):
    number = ready(world)
    world.run(number)
    world.say(number, "/withdraw 填错了", ALICE)
    return number


def held(world):
    number = ready(world)
    world.run(number)
    world.close_pull(world.pull_of(number).number)
    world.say(number, "/reopen", ALICE)
    return number


def refused(world):
    for n in range(6):
        number = world.open_issue(body({**NEW, "项目名称": f"P{n}", "项目链接": f"https://github.com/o/p{n}"}))
    return number


CASES = [ready, list_section, to_be_mended, hostile, fix, merged, withdrawn, held, refused]


def page(world, number):
    """The comment, then the pull request, then the record; digests and the number of rules left out."""
    pull = world.pull_of(number)
    parts = [world.told(number)]
    if pull:
        records = [text for _, text in sorted(pull.branch.records.items())]
        parts += [pull.title, pull.body, pull.branch.commits[0].message, *records]
    text = "\n\n\n".join(part.rstrip() for part in parts) + "\n"
    return re.sub(r"全部 \d+ 条", "全部 99 条", re.sub(r"[0-9a-f]{12,64}", "0123abcd", text))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_page(case, golden):
    world = World()
    number = case(world)
    world.run(number)
    golden(f"submission/{case.__name__}.md", page(world, number))


def test_the_manual_names_every_label_and_command():
    manual = (ROOT / "docs" / "submissions.md").read_text(encoding="utf-8")
    for label in MANAGED:
        assert label in manual
    for word in get_args(Word):
        assert f"`/{word}" in manual
        assert (f"`/{word}" in HELP) != (f"`/{word}" in MAINTAINER_HELP)


@pytest.mark.parametrize(("one", "other", "same"), [
    (User("github-actions[bot]", 1, bot=True), User("github-actions", 1, bot=True), True),
    (User("GitHub-Actions[bot]", 1, bot=True), User("github-actions[bot]", 1, bot=True), True),
    (User("my-app", 2), User("my-app[bot]", 1, bot=True), False),
    (User("Alice", 7), User("alice", 7), True),
    (User("alice", 7), User("bob", 8), False),
], ids=["both interfaces", "case", "a person called like the app", "a person", "two people"])  # fmt: skip
def test_who_is_who(one, other, same):
    assert same_user(one, other) == same
