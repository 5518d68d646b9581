"""What the bot makes of issues, edits, comments, merges and closings, over many runs."""

from dataclasses import replace

import pytest
from worlds import ALICE, BOB, CHATYUAN, FIX, MAINTAINER, ME, MOSS, NEW, World, body, with_generated

from bot.catalog.model import Link, Relation
from bot.catalog.parse import read_record
from bot.catalog.write import record_path, record_text
from bot.github.snapshot import User

OTHER = {
    **NEW,
    "项目名称": "XVERSE-13B",
    "项目链接": "https://github.com/xverse-ai/XVERSE-13B",
    "其他名称": "",
    "其他链接": "",
}


COPY = {**NEW, "项目名称": "元语 ChatYuan", "项目链接": "https://github.com/clue-ai/ChatYuan", "其他链接": ""}


SECTION_UNDECIDED = {"所属栏目": "不确定，请维护者决定"}
UNDECIDED = {**NEW, **SECTION_UNDECIDED}

RENAMED = {
    **NEW,
    "项目名称": "元语第一代",
    "项目链接": "http://www.github.com/Clue-AI/ChatYuan.git",
    "其他链接": "",
}


@pytest.fixture
def world():
    return World()


def submit(world: World, answers=NEW, **more) -> int:
    number = world.open_issue(body(answers), **more)
    world.run(number)
    return number


def labels(world, number):
    return set(world.issues[number].labels)


def test_a_sound_submission_gets_a_pull_request(world):
    number = submit(world)
    pull = world.pull_of(number)
    assert (pull.open, pull.draft, pull.title) == (True, False, f"收录 Baichuan-7B（#{number}）")
    assert f"Closes #{number}" in pull.body
    assert set(pull.branch.records) == {"catalog/models/baichuan-7b.yml"}
    assert pull.branch.others == ("README.md",)
    assert "Co-authored-by: alice <7+alice@users.noreply.github.com>" in pull.branch.commits[0].message
    assert f"PR：#{pull.number}" in world.told(number)
    assert labels(world, number) == {"投稿", "待审核"}


@pytest.mark.parametrize("name", ["closes GH-2", "fixes #2", "@octocat", "www.x", "a\tb", "字" * 70])
def test_a_name_that_could_do_something_stays_out_of_titles(world, name):
    number = submit(world, {**NEW, "项目名称": name})
    pull = world.pull_of(number)
    assert pull is None or name not in pull.title


def test_running_again_writes_nothing(world):
    number = submit(world)
    before = world.writes
    world.run(number)
    world.run(number)
    assert world.writes == before


def test_an_unsound_one_gets_none_until_it_is_mended(world):
    number = submit(world, {**NEW, "项目链接": "百度一下"})
    assert world.pull_of(number) is None
    assert "还有 1 处需要修改" in world.told(number)
    assert labels(world, number) == {"投稿", "待修改"}
    world.edit(number, body(NEW))
    world.run(number)
    assert world.pull_of(number).open
    assert labels(world, number) == {"投稿", "待审核"}


def test_edited_into_something_unsound_it_becomes_a_draft_and_back(world):
    number = submit(world)
    world.edit(number, body({**NEW, "介绍": "_No response_"}))
    decision = world.run(number)
    assert world.pull_of(number).draft
    assert "“介绍”是必填项，还没有填；请写在“### 介绍”下面" in world.told(number)
    assert decision.check.conclusion == "failure"
    world.edit(number, body(NEW))
    world.run(number)
    assert not world.pull_of(number).draft


def test_an_edit_changes_the_record_in_the_same_pull_request(world):
    number = submit(world)
    first = world.pull_of(number)
    world.edit(number, body({**NEW, "其他名称": "百川智能 7B"}))
    world.run(number)
    pull = world.pull_of(number)
    assert pull.number == first.number
    assert "百川智能 7B" in pull.branch.records["catalog/models/baichuan-7b.yml"]
    assert len(pull.branch.commits) == 1


def test_the_second_submission_merges_after_the_first(world):
    one, two = submit(world), submit(world, OTHER, author=BOB)
    world.merge(world.pull_of(one).number)
    world.run(one)
    with pytest.raises(AssertionError, match="conflict"):
        world.merge(world.pull_of(two).number)
    world.refresh()
    world.merge(world.pull_of(two).number)
    world.run(two)
    assert {"catalog/models/baichuan-7b.yml", "catalog/models/xverse-13b.yml"} <= set(world.main)
    assert "Baichuan-7B" in world.main["README.md"]
    assert "XVERSE-13B" in world.main["README.md"]
    for number in (one, two):
        assert not world.issues[number].open
        assert labels(world, number) == {"投稿", "已完成"}
        assert "已经合并" in world.told(number)


def test_a_refresh_of_what_is_up_to_date_writes_nothing(world):
    submit(world)
    before = world.writes
    world.refresh()
    assert world.writes == before


def test_a_refresh_does_not_read_the_issue(world):
    number = submit(world)
    other = submit(world, OTHER)
    world.edit(number, body({**NEW, "介绍": "改了还没有检查过的介绍，不应当经由刷新进入分支，除非它先通过检查。"}))
    world.merge(world.pull_of(other).number)
    world.refresh()
    assert "改了还没有检查" not in world.pull_of(number).branch.records["catalog/models/baichuan-7b.yml"]


@pytest.mark.parametrize("files", [
    pytest.param({"catalog/models/baichuan-7b.yml": "name: [\n"}, id="no record that can be read"),
    pytest.param({"README.md": "x"}, id="no record"),
    pytest.param({path: record_text(replace(MOSS, name=path, slug=path[15:-4])) for path in
                  ("catalog/models/a.yml", "catalog/models/b.yml")}, id="two records"),
])  # fmt: skip
def test_a_branch_of_not_just_one_record_is_left_alone(world, files):
    number = submit(world)
    head = world.pull_of(number).head
    parent, commits, _ = world.branches[head]
    world.branches[head] = (parent, commits, files)
    world.commits += 1
    world.refresh()
    assert "分支里不是刚好一条能解析的记录，机器人没有重建它。请直接处理本 PR。" in world.told(
        world.pull_of(number).number
    )
    assert world.branches[head] == (parent, commits, files)


def test_two_of_the_same_are_told_apart_by_who_came_first(world):
    one, two = submit(world), submit(world, author=BOB)
    assert world.pull_of(one).open
    assert world.pull_of(two) is None
    assert f"#{one}" in world.told(two)


@pytest.mark.parametrize("name", ["元语", "元語"])
def test_a_name_that_an_entry_goes_by_is_noted(world, name):
    number = submit(world, {**NEW, "项目名称": name})
    assert "“ChatYuan”" in world.told(number)
    assert world.pull_of(number) is not None


def test_after_the_first_is_merged_the_second_is_a_duplicate(world):
    one = submit(world)
    world.merge(world.pull_of(one).number)
    two = submit(world, author=BOB)
    assert world.pull_of(two) is None
    assert "需要修改" in world.told(two)


def test_a_draft_pull_request_is_marked_so_by_a_refresh_that_finds_a_duplicate(world):
    one = submit(world)
    two = submit(world, {**OTHER, "其他链接": "https://github.com/baichuan-inc/Baichuan-13B 另一个"}, author=BOB)
    world.edit(one, body({**NEW, "其他链接": "https://github.com/baichuan-inc/Baichuan-13B 姊妹项目"}))
    world.run(one)
    world.merge(world.pull_of(one).number)
    world.refresh()
    pull = world.pull_of(two)
    assert pull.open
    assert not pull.branch.base.endswith("-1")


class TestSameLink:
    """Another name for the page by which an entry is known."""

    def test_it_is_held_back_and_says_where_the_entry_is(self, world):
        number = submit(world, RENAMED)
        told = world.told(number)
        assert world.pull_of(number) is None
        assert "还有 1 处需要修改" in told
        assert "请用“更正条目”表单" in told
        assert "列表里的条目：[ChatYuan](https://github.com/o/r#chatyuan2023-04-07)" in told
        assert ".yml" not in told
        assert labels(world, number) == {"投稿", "待修改"}

    def test_a_maintainer_may_let_it_pass(self, world):
        number = submit(world, RENAMED)
        world.say(number, "/allow DUP001 同一仓库里的另一个项目")
        world.run(number)
        assert world.pull_of(number).open
        world.refresh()
        assert not world.pull_of(number).draft

    def test_so_may_the_page_on_another_hub(self, world):
        known = replace(MOSS, links=(*MOSS.links, Link("https://huggingface.co/fnlp/moss-moon", "model")))
        world.main = with_generated({**world.main, record_path(known): record_text(known)})
        link = {"项目名称": "复旦对话", "项目链接": "https://modelscope.cn/models/fnlp/moss-moon"}
        number = submit(world, {**NEW, "其他链接": "", "其他名称": "", **link})
        assert world.pull_of(number) is None
        assert "它已收录为 [MOSS](https://github.com/o/r#moss" in world.told(number)
        world.say(number, "/allow DUP001 魔搭上是另一版权重")
        world.run(number)
        assert world.pull_of(number).open, world.told(number)
        before = world.writes
        world.refresh()
        world.run(number)
        assert world.writes == before

    def test_so_is_the_later_of_two_submissions(self, world):
        one = submit(world)
        two = submit(world, {**NEW, "项目名称": "百川第一代", "其他名称": "", "其他链接": ""}, author=BOB)
        assert world.pull_of(two) is None
        assert f"另一份投稿 #{one} 尚未合并" in world.told(two)

    def test_so_is_another_size_of_it(self, world):
        more = {"项目名称": "ChatYuan-large", "项目链接": "https://github.com/clue-ai/ChatYuan"}
        number = submit(world, {**NEW, "其他链接": "", "其他名称": "", **more})
        assert world.pull_of(number) is None
        told = world.told(number)
        assert "就是已收录的 [ChatYuan](https://github.com/o/r#chatyuan2023-04-07) 的链接" in told
        assert "DUP004" not in told
        world.say(number, "/allow DUP001 另一个规模")
        world.run(number)
        assert world.pull_of(number).open

    def test_what_only_mentions_it_passes(self, world):
        more = {"项目名称": "元语数据", "其他链接": "https://github.com/clue-ai/ChatYuan 底座"}
        number = submit(world, {**NEW, "其他名称": "", **more})
        assert world.pull_of(number).open, world.told(number)

    def test_a_correction_is_no_new_entry(self, world):
        shared = replace(MOSS, name="元语第一代", links=(CHATYUAN.links[0], MOSS.links[1]))
        world.main = with_generated({**world.main, record_path(shared): record_text(shared)})
        number = submit(world, {**FIX, "哪个条目": "元语第一代"})
        assert "DUP001" in world.told(number)
        assert world.pull_of(number).open


class TestCommands:
    def test_an_author_may_withdraw(self, world):
        number = submit(world)
        order = world.say(number, "/withdraw 填错了", ALICE)
        world.run(number)
        assert not world.pull_of(number).open
        assert not world.issues[number].open
        assert "投稿已撤回" in world.told(number)
        assert "撤回原因：填错了" in world.told(number)
        assert next(c for c in world.comments[number] if c.id == order).own_reactions == {"+1"}

    def test_others_may_not(self, world):
        number = submit(world)
        order = world.say(number, "/withdraw 我不喜欢", BOB)
        world.run(number)
        assert world.pull_of(number).open
        assert "没有生效" not in world.told(number), "the reaction tells BOB; ALICE's own result stays on top"
        assert next(c for c in world.comments[number] if c.id == order).own_reactions == {"-1"}

    def test_a_command_misspelt_is_answered_and_not_carried_out(self, world):
        number = submit(world)
        orders = [world.say(number, text, MAINTAINER) for text in ("/widthdraw", "/allow XYZ999 理由")]
        world.say(number, "/撤回", BOB)
        world.run(number)
        assert world.pull_of(number).open
        assert "没有 /widthdraw 这个命令，请写 /withdraw" in world.told(number).replace("`", "")
        assert "没有 XYZ999 这条规则" in world.told(number)
        assert "/撤回" not in world.told(number)
        assert all(c.own_reactions == {"confused"} for c in world.comments[number] if c.id in orders)

    def test_reopened_by_a_maintainer(self, world):
        number = submit(world)
        world.say(number, "/withdraw", ALICE)
        world.run(number)
        world.say(number, "/reopen", ALICE)
        world.run(number)
        assert not world.issues[number].open, "an author may not"
        assert "/reopen 只有维护者可以用，你写的这一条没有生效" in world.told(number).replace("`", "")
        world.say(number, "/reopen", MAINTAINER)
        world.run(number)
        assert world.issues[number].open
        assert world.pull_of(number).open

    def test_reopened_by_hand_it_stays_open(self, world):
        number = submit(world)
        world.say(number, "/withdraw", ALICE)
        world.run(number)
        world.set_open(number, opened=True)
        world.run(number)
        assert world.issues[number].open
        assert world.pull_of(number).open

    def test_a_section_is_a_maintainers_choice(self, world):
        number = submit(world, UNDECIDED)
        assert world.pull_of(number) is None
        world.say(number, "/section 不存在")
        world.run(number)
        assert "没有小节" in world.told(number)
        world.say(number, "/section 对话")
        world.run(number)
        assert "catalog/data/chat/baichuan-7b.yml" in world.pull_of(number).branch.records
        assert "- **所属栏目**：二、数据 / 对话（维护者指定）" in world.told(number)
        assert "- 所属栏目：二、数据 / 对话（维护者指定）" in world.pull_of(number).body
        world.edit(number, body(NEW))
        world.run(number)
        assert "/section data/chat 针对的是修改之前的文本，已经失效" in world.told(number)
        assert "catalog/models/baichuan-7b.yml" in world.pull_of(number).branch.records, "the order fell with its text"
        world.say(number, "/section 对话")
        world.run(number)
        assert "所属栏目：二、数据 / 对话（维护者指定）" in world.pull_of(number).body

    def test_a_waiver_is_bound_to_the_text(self, world):
        number = submit(world, COPY)
        assert world.pull_of(number) is None
        world.say(number, "/allow DUP001 同一仓库里的两个项目")
        world.run(number)
        pull = world.pull_of(number)
        assert "dup001: 同一仓库里的两个项目" in pull.branch.records[f"catalog/models/chatyuan-{number}.yml"]
        world.edit(number, body({**COPY, "其他名称": "改了"}))
        world.run(number)
        assert world.pull_of(number).draft
        assert "已经失效" in world.told(number)
        world.say(number, "/allow DUP001 还是可以")
        world.run(number)
        assert not world.pull_of(number).draft

    def test_a_waiver_before_the_text_was_checked_does_not_count(self, world):
        number = world.open_issue(body(COPY))
        world.say(number, "/allow DUP001 随便")
        world.run(number)
        assert world.pull_of(number) is None


class TestWaiting:
    """What only a maintainer can decide asks nothing of the contributor."""

    def test_a_section_left_to_the_maintainers(self, world):
        number = submit(world, UNDECIDED)
        told = world.told(number)
        assert "### 收录新项目：等维护者处理" in told
        assert "你无须操作" in told
        assert "/section 小节" in told
        assert "### Baichuan-7B（2024-03-01）" in told, "with its preview"
        assert "需要修改" not in told
        assert labels(world, number) == {"投稿", "待审核"}

    def test_what_is_wrong_besides_is_told(self, world):
        number = submit(world, {**COPY, **SECTION_UNDECIDED})
        assert "还有 1 处需要修改" in world.told(number)
        assert "DUP001" in world.told(number)
        assert "/section 小节" in world.told(number)
        assert labels(world, number) == {"投稿", "待修改"}

    def test_an_unknown_section_is_the_contributors_to_mend(self, world):
        number = submit(world, {**NEW, "所属栏目": "三、没有"})
        assert "还有 1 处需要修改" in world.told(number)
        assert "/section 小节" not in world.told(number).partition("<details>")[0]

    def test_sent_back_to_undecided_its_pull_request_is_a_draft(self, world):
        number = submit(world)
        world.edit(number, body(UNDECIDED))
        decision = world.run(number)
        assert world.pull_of(number).draft
        assert (decision.check.conclusion, decision.check.title) == ("failure", "等维护者处理")
        world.refresh()
        assert world.pull_of(number).draft
        world.say(number, "/section models")
        world.run(number)
        assert not world.pull_of(number).draft

    def test_running_again_writes_nothing(self, world):
        number = submit(world, UNDECIDED)
        before = world.writes
        world.run(number)
        assert world.writes == before

    def test_a_correction_of_another_kind(self, world):
        number = submit(world, {**FIX, "有什么问题": "其他", "不对的链接": "", "正确的链接": ""})
        assert world.pull_of(number) is None
        told = world.told(number)
        assert "### 更正条目：等维护者处理" in told
        assert "已转给维护者" in told
        assert "需要修改" not in told
        assert "<summary>现在的条目</summary>" in told
        assert labels(world, number) == {"更正", "待审核"}

    @pytest.mark.parametrize("entry", ["没有这一个", "整个列表"])
    def test_of_the_whole_list_leaves_its_author_nothing_to_do(self, world, entry):
        number = submit(world, {**FIX, "有什么问题": "其他", "哪个条目": entry})
        assert "需要修改" not in world.told(number)
        assert labels(world, number) == {"更正", "待审核"}


class TestPeople:
    def test_closed_by_a_maintainer_it_stays_closed(self, world):
        number = submit(world)
        world.close_pull(world.pull_of(number).number)
        world.edit(number, body({**NEW, "其他名称": "改了"}))
        world.run(number)
        assert not world.pull_of(number).open
        assert labels(world, number) == {"投稿", "未采纳"}
        world.say(number, "/reopen")
        world.run(number)
        assert world.pull_of(number).open
        assert "改了" in world.pull_of(number).branch.records["catalog/models/baichuan-7b.yml"]

    def test_an_issue_closed_by_hand_takes_its_pull_request_along_and_back(self, world):
        number = submit(world)
        world.set_open(number, opened=False)
        world.run(number)
        assert not world.pull_of(number).open
        world.set_open(number, opened=True)
        world.run(number)
        assert world.pull_of(number).open

    def test_someone_elses_commits_are_not_overwritten(self, world):
        number, other = submit(world), submit(world, OTHER)
        world.push(f"curate/issue-{number}", MAINTAINER)
        before = world.branches[f"curate/issue-{number}"]
        world.edit(number, body({**NEW, "其他名称": "改了"}))
        world.run(number)
        assert "不会覆盖" in world.told(number)
        world.edit(number, body({**NEW, "介绍": "_No response_"}))
        world.run(number)
        assert not world.pull_of(number).draft, "whoever took over decides"
        world.merge(world.pull_of(other).number)
        world.refresh()
        world.refresh()
        assert world.branches[f"curate/issue-{number}"] == before
        notes = world.comments[world.pull_of(number).number]
        assert ["maintainer 在这个分支上提交过内容" in note.body for note in notes] == [True]

    def test_bots_are_never_answered(self, world):
        number = submit(world, author=User("dependabot[bot]", 5, bot=True))
        assert world.comments[number] == []

    def test_an_ordinary_issue_is_left_alone(self, world):
        number = world.open_issue("你好，请问什么时候更新？")
        world.run(number)
        assert world.comments[number] == []
        assert world.issues[number].labels == frozenset()

    def test_a_labelled_one_without_form_is_told(self, world):
        number = world.open_issue("你好", labels=("投稿",))
        world.run(number)
        assert "找不到表单" in world.told(number)

    def test_a_copied_mark_is_no_comment_of_ours(self, world):
        number = submit(world)
        world.say(number, world.told(number), BOB)
        world.run(number)
        assert world.told(number)
        assert [c.author for c in world.comments[number]] == [ME, BOB]


class TestBounds:
    def test_at_most_so_many_open_at_once(self, world):
        numbers = [
            submit(world, {**NEW, "项目名称": f"P{n}", "项目链接": f"https://github.com/o/p{n}", "其他链接": ""})
            for n in range(7)
        ]
        assert [world.pull_of(n) is not None for n in numbers] == [True] * 5 + [False] * 2
        assert "最多同时开着 5 份" in world.told(numbers[-1])
        world.merge(world.pull_of(numbers[0]).number)
        world.run(numbers[5])
        assert world.pull_of(numbers[5]) is not None

    def test_ordinary_issues_do_not_count(self, world):
        for _ in range(7):
            world.open_issue("请问什么时候更新？")
        assert world.pull_of(submit(world)) is not None

    def test_maintainers_are_not_bound(self, world):
        for n in range(7):
            number = world.open_issue(
                body({**NEW, "项目名称": f"P{n}", "项目链接": f"https://github.com/o/p{n}"}), MAINTAINER
            )
        world.run(number)
        assert world.pull_of(number) is not None

    def test_a_body_over_the_limit_is_refused_kindly(self, world):
        number = submit(world, {**NEW, "介绍": "字" * 40_000})
        assert world.pull_of(number) is None
        assert "超过了机器人能处理的" in world.told(number)
        assert len(world.told(number)) < 65_536


class TestFixes:
    def after(self, world, number):
        return read_record(
            world.pull_of(number).branch.records["catalog/models/moss.yml"].encode(), "catalog/models/moss.yml"
        )[0]

    def test_a_wrong_link(self, world):
        number = submit(world, FIX)
        assert [link.url for link in self.after(world, number).links] == [
            "https://github.com/OpenLMLab/MOSS",
            "https://huggingface.co/fnlp/moss-moon-003-sft",
        ]
        assert "修改前" in world.told(number)
        assert labels(world, number) == {"更正", "待审核"}

    def test_what_was_to_be_noted_before_is_no_news(self, world):
        data = replace(MOSS, slug="moss-data", section="data", kind="dataset", links=CHATYUAN.links[:0])
        world.main = with_generated({record_path(r): record_text(r) for r in (CHATYUAN, MOSS, data)})
        number = submit(world, {**FIX, "哪个条目": "https://github.com/OpenLMLab/MOSS"})
        assert world.pull_of(number)
        assert "DUP009" not in world.told(number)

    def test_which_link_must_be_said(self, world):
        number = submit(world, {**FIX, "不对的链接": "_No response_"})
        assert world.pull_of(number) is None
        assert "条目有好几个链接" in world.told(number)

    def test_an_outdated_description(self, world):
        text = "复旦大学发布的对话模型，支持中英双语，后续版本改用新的底座重新训练。"
        fix = {**FIX, "有什么问题": "内容过时", "不对的链接": "", "正确的链接": "", "新的介绍": text}
        number = submit(world, fix)
        after = self.after(world, number)
        assert after.description == text + "\n"
        assert after.updated

    def test_a_duplicate(self, world):
        number = submit(
            world,
            {**FIX, "有什么问题": "与另一个条目重复", "与哪个条目重复": "元语", "不对的链接": "", "正确的链接": ""},
        )
        path = record_path(CHATYUAN)
        after, _ = read_record(world.pull_of(number).branch.records[path].encode(), path)
        assert (after.slug, after.status) == ("chatyuan", "active")
        assert after.links == (*CHATYUAN.links, *MOSS.links)
        assert after.aliases == (*CHATYUAN.aliases, "MOSS")
        assert world.pull_of(number).branch.records[record_path(MOSS)] is None

    def test_a_link_in_the_text(self, world):
        text = "对话模型，见 [文档](https://moss-lab.cn/docs)，支持中英双语和多种插件。\n"
        known = replace(MOSS, description=text)
        world.main = with_generated({**world.main, record_path(known): record_text(known)})
        old, new = "https://moss-lab.cn/docs", "https://moss-lab.cn/guide"
        after = self.after(world, submit(world, {**FIX, "不对的链接": old, "正确的链接": new}))
        assert after.description == text.replace(old, new)
        assert after.links == MOSS.links

    def test_one_that_was_deleted_meanwhile(self, world):
        number = submit(world, FIX)
        del world.main[record_path(MOSS)]
        world.main = with_generated(
            {path: text for path, text in world.main.items() if path.startswith("catalog/models")}
        )
        world.commits += 1
        world.refresh()
        pull = world.pull_of(number)
        assert pull.draft
        assert "这条记录已经从列表里删去，机器人没有重建本分支" in world.told(pull.number)
        world.run(number)
        assert "这个条目已经从列表里删去；不用再改的话，请关闭本 issue" in world.told(number)
        assert "在列表里找不到" not in world.told(number)

    def test_withdrawn(self, world):
        number = submit(
            world,
            {
                **FIX,
                "有什么问题": "项目已下线",
                "依据": "仓库已经 **归档**。\n详见公告",
                "不对的链接": "",
                "正确的链接": "",
            },
        )
        after = self.after(world, number)
        assert (after.status, after.reason) == ("withdrawn", "仓库已经 **归档**。")

    def test_why_is_told_to_whoever_merges_it(self, world):
        why = "见 https://github.com/a/b/issues/3 与 @octocat 的说明。\n\n#### 检查\n- 第二行 Closes #7 <b>"
        number, other = submit(world, {**FIX, "依据": why}), submit(world, OTHER)
        quoted = (
            "- 有什么问题：链接不对\n"
            "- 依据：见 `https://github.com/a/b/issues/3` 与 `@octocat` 的说明。"
            " #### 检查 - 第二行 Closes `#7` \\<b\\>\n"
            "- 链接：`https://txsun1997.github.io/blogs/moss.html`（博客文章） → "
            "`https://huggingface.co/fnlp/moss-moon-003-sft`（模型权重）\n\n"
        )
        assert quoted in world.pull_of(number).body
        world.merge(world.pull_of(other).number)
        world.refresh()
        assert quoted in world.pull_of(number).body, "kept where the issue is not read again"

    def test_links_of_a_preview_lead_somewhere_and_call_nobody(self, world):
        after = replace(MOSS, relations=(Relation("successor-of", "chatyuan"),))
        world.main = with_generated({**world.main, record_path(after): record_text(after)})
        link = "https://github.com/a/b/issues/12"
        number = submit(world, {**FIX, "正确的链接": link})
        pull = world.pull_of(number)
        for text in (world.told(number), pull.body):
            assert "[ChatYuan](https://github.com/o/r#chatyuan2023-04-07)" in text
            assert f"]({link})" not in text
            assert "](https://redirect.github.com/a/b/issues/12)" in text
        world.merge(pull.number)
        assert f"]({link})" in world.main["README.md"]

    def test_no_such_entry(self, world):
        number = submit(world, {**FIX, "哪个条目": "MOS"})
        assert world.pull_of(number) is None
        assert "是不是“MOSS”" in world.told(number)

    def test_anything_else_is_for_a_person(self, world):
        number = submit(world, {**FIX, "有什么问题": "其他"})
        assert world.pull_of(number) is None
        assert "已转给维护者" in world.told(number)

    def test_a_record_that_changed_on_main_meanwhile_is_not_overwritten(self, world):
        one = submit(world, FIX)
        text = "复旦大学发布的对话模型，支持中英双语，后续版本改用新的底座重新训练。"
        two = submit(world, {**FIX, "有什么问题": "内容过时", "不对的链接": "", "正确的链接": "", "新的介绍": text})
        world.merge(world.pull_of(two).number)
        world.refresh()
        pull = world.pull_of(one)
        assert pull.draft
        assert "/recheck" in world.comments[pull.number][0].body
        world.say(one, "/recheck", ALICE)
        world.run(one)
        pull = world.pull_of(one)
        assert not pull.draft
        after = self.after(world, one)
        assert after.description == text + "\n"
        assert "https://huggingface.co/fnlp/moss-moon-003-sft" in [link.url for link in after.links]
        assert MOSS.links[1].url not in [link.url for link in after.links]
