"""From answers to a record: names, slugs, links, and who is meant by a title or a link."""

from datetime import date

import pytest
from worlds import ALICE, FIX, ME, NEW, World, body, context, forms

from bot.catalog.model import Link, Record
from bot.catalog.write import record_path, record_text
from bot.github.snapshot import IssueComment
from bot.submissions.comment_state import Memory, mark, own_comment, read_memory
from bot.submissions.find_entry import candidates
from bot.submissions.fix_entry import fix_entry
from bot.submissions.issue_body import parse
from bot.submissions.new_entry import new_entry
from bot.submissions.orders import find_section
from bot.submissions.slugs import make_slug

SLUGS = {
    "as-the-name": ("ChatGLM2-6B", (), [], "chatglm2-6b"),
    "dots-and-spaces": ("Dolly 2.0", (), [], "dolly-2-0"),
    "accents": ("Côte d'Or", (), [], "cote-d-or"),
    "mixed-scripts": ("悟道·天鹰 Aquila", (), [], "aquila"),
    "from-an-alias": ("悟道·天鹰", ("Aquila",), [], "aquila"),
    "from-the-link": (
        "西部世界小镇",
        (),
        ["https://github.com/joonspk-research/generative_agents"],
        "generative-agents",
    ),
    "in-pinyin": ("盘古", (), ["https://例子.中国/"], "pan-gu"),
    "from-nothing": ("Панг", (), ["https://例子.中国/"], "entry-12"),
    "taken": ("MOSS", (), [], "moss-12"),
    "windows-cannot": ("CON", (), [], "con-12"),
    "one-letter-is-no-name": ("Z 计划", (), ["https://github.com/o/zplan"], "zplan"),
    "long": ("a" * 80, (), [], "a" * 60),
}


@pytest.mark.parametrize("case", SLUGS.values(), ids=SLUGS)
def test_slugs(case):
    name, aliases, urls, expected = case
    assert make_slug(name, aliases, [Link(url) for url in urls], {"moss"}, 12) == expected


def made(**answers):
    world = World()
    answers = parse(body({**NEW, **answers}), forms()["new-entry"])
    return new_entry(answers, context(world.main), issue=12, day=date(2024, 3, 1))


GONE_ALREADY = Record(
    slug="old", section="models", name="旧项目", kind="model", status="withdrawn", reason="作者停止服务"
)
BARE = Record(slug="bare", section="models", name="A_B_", kind="model", description="没有链接的项目。\n")


def fixed(**answers):
    main = dict(World().main) | {record_path(one): record_text(one) for one in (GONE_ALREADY, BARE)}
    return fix_entry(parse(body({**FIX, **answers}), forms()["fix-entry"]), context(main), day=date(2024, 3, 1))


def test_a_record_is_made_of_the_answers():
    record = made(其他名称="百川，baichuan; 百川").after
    assert (record.slug, record.section, record.kind) == ("baichuan-7b", "models", "model")
    assert record.aliases == ("百川", "baichuan")
    assert record.organisations == ("百川智能",)
    assert record.added == date(2024, 3, 1)
    assert record.links == (
        Link("https://github.com/baichuan-inc/Baichuan-7B", "repository"),
        Link("https://huggingface.co/baichuan-inc/Baichuan-7B", "model", "模型权重"),
    )


LINKS = {
    "label-before": ("论文：https://arxiv.org/pdf/2309.10305.pdf", [("https://arxiv.org/abs/2309.10305", "论文")]),
    "bullets": ("- https://a.example.org/x 说明\n\n- https://b.example.org/y", [
        ("https://a.example.org/x", "说明"), ("https://b.example.org/y", "")]),
    "the-main-one-again": ("https://github.com/Baichuan-Inc/baichuan-7b.git 仓库", []),
    "brackets-of-its-own": ("https://a.example.org/x 论文（PDF）", [("https://a.example.org/x", "论文（PDF）")]),
    "brackets-round-the-words": ("https://a.example.org/x （论文）", [("https://a.example.org/x", "论文")]),
    "brackets-round-all": ("(https://a.example.org/x 论文)", [("https://a.example.org/x", "论文")]),
    "brackets-round-the-address": ("论文（https://a.example.org/x）", [("https://a.example.org/x", "论文")]),
    "markdown": ("[论文](https://a.example.org/x)", [("https://a.example.org/x", "论文")]),
    "markdown-of-itself": ("[https://a.org/x](https://a.org/x)", [("https://a.org/x", "")]),
    "in-brackets": ("<https://a.example.org/x> 说明", [("https://a.example.org/x", "说明")]),
    "no-scheme": ("gitee.com/a/b 镜像，见 README.md", [("https://gitee.com/a/b", "镜像，见 README.md")]),
    "one-page-twice": ("https://a.org/x 论文 https://a.org/x/", [("https://a.org/x", "论文")]),
    "kept-copy": ("https://web.archive.org/web/2023/https://a.org/x 存档", [
        ("https://web.archive.org/web/2023/https://a.org/x", "存档")]),
    "nothing-to-say": ("无", []),
    "two-in-a-line": ("https://a.org/x 权重、https://a.org/y 论文", [("https://a.org/x", "权重"), ("https://a.org/y", "论文")]),
    "words-first": ("权重 https://a.org/x；论文：https://a.org/y", [("https://a.org/x", "权重"), ("https://a.org/y", "论文")]),
    "two-glued": ("https://a.org/x，https://b.org/y 论文", [("https://a.org/x", ""), ("https://b.org/y", "论文")]),
    "no-colon-beside-another": ("https//a.org/x https://a.org/y", [("https://a.org/x", ""), ("https://a.org/y", "")]),
    "swallowed-text": ("https://a.example.org/x，很好", [("https://a.example.org/x", "")]),
}  # fmt: skip


@pytest.mark.parametrize("case", LINKS.values(), ids=LINKS)
def test_further_links(case):
    text, expected = case
    submission = made(其他链接=text)
    assert submission.problems == ()
    assert [(link.url, link.label) for link in submission.after.links[1:]] == expected


MAIN = {
    "a-prefix": "项目地址：https://github.com/InternLM/InternLM",
    "markdown": "[InternLM](https://github.com/InternLM/InternLM)",
    "in-brackets": "<https://github.com/InternLM/InternLM>",
    "no-scheme": "github.com/InternLM/InternLM",
    "words-after": "https://github.com/InternLM/InternLM（官方）",
    "for-git": "git@github.com:InternLM/InternLM.git",
    "no-colon": "https//github.com/InternLM/InternLM",
    "the-same-twice": "https://github.com/InternLM/InternLM https://github.com/InternLM/InternLM.git",
}


@pytest.mark.parametrize("text", MAIN.values(), ids=MAIN)
def test_the_address_among_words(text):
    submission = made(项目链接=text)
    assert submission.problems == ()
    assert submission.after.links[0].url == "https://github.com/InternLM/InternLM"
    assert dict(submission.understood)["项目链接"] == "https://github.com/InternLM/InternLM"


@pytest.mark.parametrize("word", ["无", "没有", "N/A", "不清楚", "暂无。", "-"])
def test_words_for_nothing_are_nothing(word):
    submission = made(其他名称=word, 开发机构=f"{word}、百川智能", 其他链接=word)
    assert submission.problems == ()
    assert submission.after.aliases == ()
    assert submission.after.organisations == ("百川智能",)
    assert len(submission.after.links) == 1
    assert dict(submission.understood)["其他名称"] == ""


NAMES = {
    "bold": ("**InternLM2**", "InternLM2"),
    "code": ("`InternLM2`", "InternLM2"),
    "stars-of-its-own": ("A* 与 B*", "A* 与 B*"),
    "underscores-of-its-own": ("__init__", "__init__"),
    "a-site": ("Node.js", "Node.js"),
    "nothing-is-a-name-where-one-is-asked-for": ("没有", "没有"),
}


@pytest.mark.parametrize("case", NAMES.values(), ids=NAMES)
def test_a_name_without_emphasis(case):
    text, expected = case
    submission = made(项目名称=text)
    assert submission.after.name == expected
    assert dict(submission.understood)["项目名称"] == expected


REFUSED = {
    "two-addresses": (
        {"项目链接": "https://github.com/a/b、https://hf.co/c"},
        "有 2 个网址：https://github.com/a/b、https://huggingface.co/c；请只写一个，其余的移到“其他链接”",
    ),
    "another-in-brackets": (
        {"项目链接": "https://github.com/a/b（备用 https://gitee.com/x/y）"},
        "https://gitee.com/x/y；",
    ),
    "two-without-scheme": ({"项目链接": "github.com/a/b gitee.com/x/y"}, "有 2 个网址"),
    "site-as-name": (
        {"项目名称": "www.lantern-project.dev"},
        "里写的是网址“www.lantern-project.dev”，请写项目的名称，网址写到“项目链接”",
    ),
    "picture-as-name": ({"项目名称": "![甲](https://a.org/x)"}, "里写的是网址"),
    "wide-address-as-name": ({"项目名称": "http：//a.org"}, "里写的是网址"),
    **{
        f"own-network-{end}": ({"项目链接": f"http://a.{end}/x"}, "不是读者能打开的网址")
        for end in ("local", "internal", "localhost", "lan", "test", "invalid", "example")
    },
    "a-number-as-host": ({"项目链接": "http://10.0.0.1/x"}, "不是读者能打开的网址"),
    "long-link": ({"项目链接": "https://a.org/" + "x" * 987}, "太长了（1001 个字符），请压缩到 1000 个字符以内"),
    "long-further-links": (
        {"其他链接": "https://a.org/" + "x" * 3987},
        "太长了（4001 个字符），请压缩到 4000 个字符以内",
    ),
    "link-of-two-lines": ({"项目链接": "https://a.org/x\n\nhttps://a.org/x"}, "只能写一行"),
    "thirteen-aliases": ({"其他名称": "、".join("abcdefghijklm")}, "列了 13 项，请只留最有用的 12 项以内"),
    "thirteen-links": (
        {"其他链接": "\n".join(f"https://a.org/{n}" for n in range(13))},
        "有 13 行，请只留最有用的 12 行以内",
    ),
    "address-as-name": ({"项目名称": "https://github.com/a/b"}, "里写的是网址"),
    "name-as-link": ({"项目名称": "[甲](https://a.org/x)"}, "里写的是网址"),
    "name-of-dots": ({"项目名称": "..."}, "里没有文字"),
    "name-of-a-picture": ({"项目名称": "🎉"}, "里没有文字"),
    "no-address": ({"项目链接": "百度"}, "不是读者能打开的网址"),
    "script": ({"项目链接": "javascript:alert(1)"}, "不是读者能打开的网址"),
    "ones-own-machine": ({"项目链接": "http://127.0.0.1:8000/"}, "不是读者能打开的网址"),
    "no-address-in-a-line": ({"其他链接": "见官网"}, "这一行里没有网址"),
    "too-many-links": ({"其他链接": "\n".join(f"https://a.org/{n}" for n in range(13))}, "12 行以内"),
    "too-many-aliases": ({"其他名称": "、".join("abcdefghijklm")}, "12 项以内"),
    "long-description": ({"介绍": "字" * 10_001}, "太长了（10001 个字符），请压缩到 1500 个字符以内"),
    "long-name": ({"项目名称": "字" * 121}, "太长了（121 个字符），请压缩到 120 个字符以内"),
    "long-words-of-a-link": (
        {"其他链接": f"https://a.org/x {'字' * 201}"},
        "说明太长了（201 个字符），请压缩到 200 个字符以内",
    ),
    "name-of-two-lines": ({"项目名称": "甲\n乙"}, "只能写一行"),
    "hidden": ({"介绍": "第一行\n第二\u202e行"}, "“第一行 第二⟨文字方向控制符 U+202E⟩行”；请删去"),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_what_is_refused_says_why(case):
    answers, said = case
    assert [said in problem.message for problem in made(**answers).problems] == [True]


FITS = {
    "the-longest-name": {"项目名称": "字" * 120},
    "the-longest-link": {"项目链接": "https://a.org/" + "x" * 986},
    "the-longest-further-links": {"其他链接": "https://a.org/" + "x" * 3986},
    "twelve-aliases": {"其他名称": "、".join("abcdefghijkl")},
    "twelve-links": {"其他链接": "\n".join(f"https://a.org/{n}" for n in range(12))},
    "a-link-in-mid-name": {"项目名称": "甲 www.a.org"},
}


@pytest.mark.parametrize("answers", FITS.values(), ids=FITS)
def test_what_just_fits(answers):
    assert made(**answers).problems == ()


@pytest.mark.parametrize("word", [
    "无", "暂无", "没有", "不清楚", "不知道", "不详", "未知", "n/a", "NA", "none", "None.", "-", "—", "–", "//", "\\", "无。",
])  # fmt: skip
def test_nothing(word):
    assert made(其他名称=word).after.aliases == ()


@pytest.mark.parametrize("word", ["无界", "没有名字", "nan", "未知数", "1-", "none of them"])
def test_something(word):
    assert made(其他名称=word).after.aliases == (word,)


def test_a_label_of_a_link_is_kept_whole():
    (link,) = made(其他链接="https://a.org/x " + "字" * 200).after.links[1:]
    assert link.label == "字" * 200


def test_what_the_rules_allow_a_form_takes():
    assert made(介绍="字" * 10_000).problems == ()


def test_what_was_written_for_no_option_is_shown_and_no_other_in_its_place():
    world = World()
    number = world.open_issue(body({**NEW, "类别": "大模型"}))
    world.run(number)
    assert "- **类别**：大模型" in world.told(number)
    assert "最接近的“语言模型”" in world.told(number)
    assert "**其他**" not in world.told(number)


FOUND = {
    "slug": ("moss", ["moss"]),
    "name": ("MOSS", ["moss"]),
    "name-spelled-otherwise": ("Chat Yuan", ["chatyuan"]),
    "alias": ("元语", ["chatyuan"]),
    "link": ("https://github.com/OpenLMLab/MOSS/", ["moss"]),
    "another-page-of-the-project": ("https://github.com/OpenLMLab/MOSS/issues", ["moss"]),
    "unknown": ("MOSS 2", []),
    "unknown-link": ("https://github.com/OpenLMLab/other", []),
}


@pytest.mark.parametrize("case", FOUND.values(), ids=FOUND)
def test_who_is_meant(case):
    wanted, expected = case
    assert [record.slug for record in candidates(wanted, context(World().main).catalog)] == expected


SECTIONS = {
    "models": "models",
    "一、模型": "models",
    "data/chat": "data/chat",
    "二、数据 / 对话": "data/chat",
    "CHAT": "data/chat",
    "“对话”": "data/chat",
    "没有": "",
}


@pytest.mark.parametrize(("wanted", "path"), SECTIONS.items(), ids=SECTIONS)
def test_which_section_is_meant(wanted, path):
    assert find_section(wanted, context(World().main).catalog) == path


FIXES = {
    "no-new-link": ({"正确的链接": "_No response_"}, "换成哪一个网址"),
    "no-such-old-link": (
        {"不对的链接": "https://github.com/x/y"},
        "不是这个条目的链接；请照抄其中一个",
    ),
    "which-old-link": ({"不对的链接": "_No response_"}, "还没有填，而条目有好几个链接；请照抄其中一个"),
    "nothing-changes": ({"正确的链接": FIX["不对的链接"]}, "“正确的链接”就是条目里现在的网址"),
    "nothing-newer": (
        {"有什么问题": "内容过时", "不对的链接": "_No response_", "正确的链接": FIX["不对的链接"]},
        "里没有新的内容，条目现在就是这样",
    ),
    "long-new-name": (
        {"有什么问题": "名称、机构、类别、栏目或日期有误", "改成什么": f"名称：{'字' * 121}"},
        "里的名称太长了（121 个字符），请压缩到 120 个字符以内",
    ),
    "long-new-alias": (
        {"有什么问题": "名称、机构、类别、栏目或日期有误", "改成什么": f"别名：灯、{'字' * 121}"},
        "里的名称太长了（121 个字符），请压缩到 120 个字符以内",
    ),
    "long-reason": ({"有什么问题": "项目已下线", "依据": "字" * 201}, "请压缩到 200 个以内"),
    "nothing-new": ({"有什么问题": "内容过时", "正确的链接": "_No response_"}, "请写出新的介绍"),
    "duplicate-of-nothing": ({"有什么问题": "与另一个条目重复"}, "它与哪个条目重复"),
    "duplicate-of-itself": ({"有什么问题": "与另一个条目重复", "与哪个条目重复": "MOSS"}, "同一个条目"),
}


@pytest.mark.parametrize("case", FIXES.values(), ids=FIXES)
def test_a_fix_that_cannot_be_made_says_why(case):
    answers, said = case
    world = World()
    number = world.open_issue(body({**FIX, **answers}))
    world.run(number)
    assert world.pull_of(number) is None
    assert said in world.told(number)


GONE = {
    "as-written": ({"依据": "见 https://a.org/i_1_ 与 _x_ <b>\n细节"}, "见 https://a.org/i_1_ 与 _x_ <b>"),
    "as-long-as-may-be": ({"依据": "字" * 200}, "字" * 200),
}  # fmt: skip


@pytest.mark.parametrize("case", GONE.values(), ids=GONE)
def test_the_reason_of_a_withdrawal_is_plain_text(case):
    answers, reason = case
    assert fixed(**{"有什么问题": "项目已下线", **answers}).after.reason == reason


def test_what_is_withdrawn_stays_so():
    again = {"哪个条目": "旧项目", "依据": "已删"}
    for kind in ("项目已下线", "链接不对"):
        submission = fixed(有什么问题=kind, **again)
        assert submission.after is None
        assert [problem.message for problem in submission.problems] == [
            "“哪个条目”指的“旧项目”已经撤下，原因是“作者停止服务”；不用再改的话请关闭本 issue"
        ]


def test_an_entry_without_links_is_given_one_otherwise():
    (problem,) = fixed(哪个条目="A_B_").problems
    assert "把这一行改成“内容过时”" in problem.message
    assert fixed(哪个条目="A_B_", 有什么问题="内容过时").after.links[0].url == FIX["正确的链接"]


UNUSED = {
    "all-used": ({}, []),
    "a-description": (
        {"新的介绍": "新的文字"},
        ["“新的介绍”只在“有什么问题”是“内容过时”、“与另一个条目重复”时采用，这次没有用上"],
    ),
    "links-of-what-is-gone": (
        {"有什么问题": "项目已下线"},
        [
            "“不对的链接”只在“有什么问题”是“链接不对”时采用，这次没有用上",
            "“正确的链接”只在“有什么问题”是“链接不对”、“内容过时”时采用，这次没有用上",
        ],
    ),
    "another-entry": (
        {"与哪个条目重复": "ChatYuan"},
        ["“与哪个条目重复”只在“有什么问题”是“与另一个条目重复”时采用，这次没有用上"],
    ),
}


@pytest.mark.parametrize("case", UNUSED.values(), ids=UNUSED)
def test_answers_of_no_use_are_named(case):
    answers, expected = case
    assert list(fixed(**answers).notes) == expected


def test_a_fix_with_a_section_moves_the_file():
    world = World()
    number = world.open_issue(body(FIX))
    world.run(number)
    world.say(number, "/section data/chat")
    world.run(number)
    records = world.pull_of(number).branch.records
    assert records["catalog/models/moss.yml"] is None
    assert "moss-moon" in records["catalog/data/chat/moss.yml"]


FORGED = {
    "no-mark": "你好",
    "not-at-the-end": f"{mark(Memory())}\n\n谢谢",
    "other-fields": '<!-- curate {"digest":"","x":1} -->',
    "other-types": '<!-- curate {"digest":1,"since":"","done":"","shut":0} -->',
    "no-object": "<!-- curate {]} -->",
}


@pytest.mark.parametrize("text", FORGED.values(), ids=FORGED)
def test_what_is_no_memory(text):
    assert read_memory(text) is None


def test_memory_is_only_believed_from_the_bot_itself():
    text = f"你好\n\n{mark(Memory(digest='x'))}"
    assert own_comment([IssueComment(1, ALICE, text)], ME) is None
    assert own_comment([IssueComment(1, ALICE, text), IssueComment(2, ME, text)], ME)[0].id == 2
