"""Two entries become one: what goes over, who names it, and the pull request while the list goes on."""

from dataclasses import replace
from datetime import date

import pytest
from worlds import CHATYUAN, FIX, MOSS, World, body, with_generated

from bot.catalog.model import Catalog, License, Link, ListFile, Relation
from bot.catalog.parse import read_record
from bot.catalog.write import record_path, record_text
from bot.submissions.merge_entries import merge, repointed

TWIN = replace(
    MOSS,
    slug="moss-2",
    name="复旦 MOSS",
    aliases=("moss-moon-003", "moss"),
    organisations=("复旦大学",),
    added=date(2023, 3, 1),
    updated=date(2023, 8, 1),
    links=(MOSS.links[0], Link("https://huggingface.co/fnlp/moss-moon-003-sft", "model", "权重")),
    relations=(Relation("based-on", "moss"), Relation("successor-of", "chatyuan")),
    license=License(weights="AGPL-3.0"),
    description="重复的介绍，说的是同一个对话模型，另有一句原来没有的话：它能解方程。\n",
)
CHILD = replace(
    CHATYUAN, slug="child", name="子项目", aliases=(), links=(Link("https://github.com/o/child", "repository"),),
    base=("moss-2",), relations=(Relation("part-of", "moss-2"),),
)  # fmt: skip
DUPLICATE = {**FIX, "哪个条目": "复旦 MOSS", "有什么问题": "与另一个条目重复", "与哪个条目重复": "MOSS",
             "不对的链接": "", "正确的链接": ""}  # fmt: skip


def listed(*records):
    return with_generated({record_path(one): record_text(one) for one in records})


@pytest.fixture
def world():
    return World(main=listed(CHATYUAN, MOSS, TWIN, CHILD))


def submit(world, **answers):
    number = world.open_issue(body({**DUPLICATE, **answers}))
    world.run(number)
    return number


def stands(world, slug):
    """The record on main."""
    path = f"catalog/models/{slug}.yml"
    return read_record(world.main[path].encode(), path)[0] if path in world.main else None


def test_what_goes_over():
    after = merge(MOSS, TWIN, Catalog(ListFile("清单"))).after
    assert after.aliases == ("复旦 MOSS", "moss-moon-003"), "“moss” is how it is called already"
    assert after.links == (*MOSS.links, TWIN.links[1])
    assert (after.added, after.updated) == (date(2023, 3, 1), date(2023, 8, 1))
    assert after.organisations == ("复旦大学",)
    assert after.license == License(weights="AGPL-3.0")
    assert after.relations == (Relation("successor-of", "chatyuan"),), "none to itself"
    assert after.description == MOSS.description


def test_one_pull_request_with_all_files_and_both_previews(world):
    number = submit(world)
    pull, told = world.pull_of(number), world.told(number)
    assert pull.title == f"更正 复旦 MOSS 并入 MOSS（#{number}）"
    assert set(pull.branch.records) == {f"catalog/models/{slug}.yml" for slug in ("moss", "moss-2", "child")}
    assert pull.branch.records["catalog/models/moss-2.yml"] is None
    after, _, before = told.partition("<summary>修改前</summary>")
    assert "### 复旦 MOSS" in before
    assert "重复的介绍" in before
    assert "又名 复旦 MOSS、moss-moon-003" in after
    assert "- 合并：“复旦 MOSS”并入“MOSS”，不再单独列出" in told
    assert "- 新增的其他名称：复旦 MOSS、moss-moon-003" in told
    assert "“复旦 MOSS”的介绍不会保留" in told
    world.merge(pull.number)
    assert stands(world, "moss-2") is None
    assert stands(world, "child").base == ("moss",)
    assert stands(world, "child").target("part-of") == "moss"


def test_its_text_can_be_written_anew(world):
    text = "复旦大学发布的 160 亿参数对话模型，支持中英双语和多种插件，还能解方程，数据与权重一并公开。"
    number = submit(world, 新的介绍=text)
    assert "不会保留" not in world.told(number)
    world.merge(world.pull_of(number).number)
    assert stands(world, "moss").description == f"{text}\n"


def test_it_is_rebuilt_when_the_list_goes_on(world):
    number = submit(world)
    world.main = listed(replace(CHATYUAN, aliases=("元语", "元宝")), MOSS, TWIN, replace(CHILD, name="新名字"))
    world.commits += 1
    world.refresh()
    pull = world.pull_of(number)
    assert not pull.draft
    world.merge(pull.number)
    assert stands(world, "child").name == "新名字"
    assert stands(world, "child").base == ("moss",)
    assert stands(world, "moss-2") is None


@pytest.mark.parametrize(
    "now",
    [
        (CHATYUAN, replace(MOSS, name="MOSS 3"), TWIN, CHILD),
        (CHATYUAN, MOSS, replace(TWIN, aliases=("别的",)), CHILD),
        (CHATYUAN, MOSS, replace(CHILD, base=(), relations=())),
    ],
    ids=["the one kept changed", "the one that goes changed", "it went already"],
)
def test_the_bot_steps_back_where_either_changed_meanwhile(world, now):
    number = submit(world)
    world.main = listed(*now)
    world.commits += 1
    world.refresh()
    assert world.pull_of(number).draft


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"与哪个条目重复": "复旦 MOSS"}, "和要更正的是同一个条目"),
        ({"与哪个条目重复": "没有的"}, "在列表里找不到“没有的”"),
        ({"与哪个条目重复": ""}, "它与哪个条目重复"),
    ],
)
def test_what_cannot_be_merged(world, answers, said):
    number = submit(world, **answers)
    assert said in world.told(number)
    assert world.pull_of(number) is None


def test_into_what_is_withdrawn_nothing_is_merged():
    world = World(main=listed(CHATYUAN, replace(MOSS, status="withdrawn", reason="没了", links=()), TWIN))
    number = submit(world)
    assert "指的“MOSS”已经撤下，请写仍在列表里的那一个" in world.told(number)


def test_an_entry_kept_to_the_letter_gets_the_links_into_its_text():
    kept = replace(MOSS, body="[MOSS](https://github.com/OpenLMLab/MOSS) - 对话模型。", description="")
    world = World(main=listed(CHATYUAN, kept, replace(TWIN, relations=())))
    number = submit(world)
    world.merge(world.pull_of(number).number)
    assert "[权重](https://huggingface.co/fnlp/moss-moon-003-sft)" in stands(world, "moss").body


def test_who_names_it_names_the_other():
    catalog = type("Few", (), {"records": (CHATYUAN, MOSS, TWIN, CHILD)})()
    (child,) = repointed(catalog, "moss-2", "moss")
    assert (child.base, child.relations) == (("moss",), (Relation("part-of", "moss"),))
