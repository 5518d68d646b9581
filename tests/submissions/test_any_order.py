"""Edits, merges, closings and deliveries in any order, some twice, some never: the end is the same as from scratch."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from worlds import ALICE, BOB, FIX, MAINTAINER, ME, NEW, World, body

from bot.submissions.comment_state import unmarked

NAMES = ["Baichuan-7B", "XVERSE-13B", "InternLM"]
TEXTS = [
    *(
        body({**NEW, "项目名称": n, "项目链接": f"https://github.com/o/{n}", "其他名称": "", "其他链接": ""})
        for n in NAMES
    ),
    body({**NEW, "项目链接": "没有"}),
    body({**NEW, "所属栏目": "不确定，请维护者决定"}),
    body(FIX),
    body({**FIX, "有什么问题": "项目已下线", "不对的链接": "", "正确的链接": ""}),
    body({**FIX, "有什么问题": "其他"}),
    body({**NEW, "项目名称": "另一个名称", "项目链接": "https://github.com/o/InternLM", "其他链接": ""}),
    "谢谢！",
]
ISSUES = st.integers(0, 4)
STEPS = st.one_of(
    st.tuples(st.just("edit"), ISSUES, st.integers(0, len(TEXTS) - 1)),
    st.tuples(st.sampled_from(["run", "run", "merge", "close", "close issue", "open issue"]), ISSUES, st.just(0)),
    st.tuples(st.just("say"), ISSUES, st.sampled_from(["/withdraw", "/reopen", "/section models", "/recheck", "你好"])),
    st.tuples(st.just("refresh"), st.just(0), st.just(0)),
)


def step(world: World, what: str, issue: int, how) -> None:
    number = sorted(world.issues)[issue]
    pull = world.pull_of(number)
    if what == "edit":
        world.edit(number, TEXTS[how])
    elif what == "run":
        world.run(number)
    elif what == "merge" and pull and pull.open and not pull.draft and world.branches[pull.head][0] == world.base:
        world.merge(pull.number)
    elif what == "close" and pull and pull.open:
        world.close_pull(pull.number)
    elif what in {"close issue", "open issue"} and world.issues[number].open == (what == "close issue"):
        world.set_open(number, opened=what == "open issue")
    elif what == "say":
        world.say(number, how)
    elif what == "refresh":
        world.refresh()


def settle(world: World) -> None:
    """Until nothing is written any more; that this ends at all is half of the point."""
    for _ in range(8):
        before = world.writes
        world.refresh()
        for number in sorted(world.issues):
            world.run(number)
        if world.writes == before:
            return
    raise AssertionError("the bot goes in circles")


def from_scratch(world: World) -> World:
    """The same main and the same texts, and nothing the bot ever did."""
    new = World(main=dict(world.main), commits=world.commits, numbers=world.numbers, clock=world.clock)
    new.issues = {n: replace(issue, labels=frozenset()) for n, issue in world.issues.items()}
    new.comments = {n: [c for c in world.comments[n] if c.author != ME] for n in world.issues}
    settle(new)
    return new


def shape(world: World, number: int):
    """What a maintainer sees of a submission, pull request numbers aside."""
    pull = world.pull_of(number)
    told = re.sub(r"PR：.*", "", unmarked(world.told(number)))
    return told, world.issues[number].labels, pull.title, pull.body, pull.draft, world.branches[pull.head]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, max_size=25))
def test_any_order_ends_as_from_scratch(steps):
    world = World()
    for at, author in enumerate((ALICE, BOB, ALICE, MAINTAINER, BOB)):
        world.open_issue(TEXTS[at], author)
    for one in steps:
        step(world, *one)
    settle(world)
    scratch = from_scratch(world)
    for number in world.issues:
        if world.issues[number].open and any(c.body == "/withdraw" for c in world.comments[number]):
            continue  # opened again by hand or by order: which of the two, only the bot's comment remembers
        pull, fresh = world.pull_of(number), scratch.pull_of(number)
        if pull and pull.open and not pull.draft:
            assert fresh, "a pull request that would not be opened today"
            assert shape(world, number) == shape(scratch, number)
        elif fresh and fresh.open and not fresh.draft:
            assert pull, "one that should be there is missing"
            assert not pull.open, "only people keep it closed"
        assert sum(p.open and p.issue == number for p in world.pulls.values()) <= 1
