"""Bodies as people fill in the forms, and what becomes of each: tests/submissions/bodies/*.md."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from worlds import ALICE, CHATYUAN, ME, MOSS, context, with_generated

from bot.catalog.model import Link, Record
from bot.catalog.write import record_path, record_text
from bot.github.snapshot import Issue, Snapshot
from bot.submissions.decide import decided_at
from bot.submissions.decision_json import decision_json

BODIES = Path(__file__).parent / "bodies"


def entry(slug, name, *links, aliases=()):
    text = f"{name} 是一家实验室发布的双语对话模型，可以问答、写作和闲聊，代码与权重一并公开。模型用自建的中英文语料从头训练，上下文长度为 8K。\n"
    return Record(slug, "models", name, "model", aliases, added=date(2023, 4, 7), links=links, description=text)


LIST = (
    CHATYUAN,
    replace(MOSS, aliases=("moss-moon-003",)),
    entry(
        "chatglm",
        "ChatGLM",
        Link("https://github.com/THUDM/ChatGLM-6B", "repository"),
        Link("https://huggingface.co/THUDM/chatglm-6b", "model", "chatglm-6b 权重"),
    ),
    entry("qwen-7b", "通义千问 Qwen-7B", Link("https://modelscope.cn/models/Qwen/Qwen-7B", "model")),
)

HELD = {"DUP001", "DUP003", "twin", "mirror"}
# File → status, its problems by what holds it back (else by field), words that stand in the comment.
BECOMES = {
    "sound": ("ready", "", "检查通过"),
    "bold-and-links": ("ready", "", "https://lantern-lab.cn"),
    "list": ("ready", "", "特点：70 亿参数，从头训练；上下文长度 8K；权重可商用。"),
    "badge-in-more-links": ("ready", "", "“其他链接”里的图片和徽章没有收录"),
    "picture": ("ready", "", "“介绍”里的图片和徽章没有收录"),
    "wide-letters": ("ready", "", "70亿参数"),
    "readme": ("to-mend", "description", "像是整篇 README"),
    "heading": ("to-mend", "description", "里有标题"),
    "table": ("to-mend", "description", "里有表格"),
    "code": ("to-mend", "description", "里有代码"),
    "html-page": ("to-mend", "description", "里有表格、标题"),
    "html-centre": ("ready", "", "示例实验室发布"),
    "only-a-link": ("to-mend", "description", "只有网址"),
    "too-short": ("to-mend", "description", "太短了（4 个字符）"),
    "english": ("to-mend", "description", "里没有中文"),
    "traditional": ("ready", "", "燈籠模型"),
    "emoji-name": ("ready", "", "Lantern"),
    "long-name": ("to-mend", "name", "太长了（200 个字符）"),
    "two-projects": ("to-mend", "link name", "一个 issue 只收录一个"),
    "two-links": ("to-mend", "link", "请只写一个"),
    "three-links-in-a-line": ("ready", "", "[体验](https://lantern-lab.cn/demo)"),
    "broken-scheme-beside-another": ("ready", "", "https://huggingface.co/lantern-lab/lantern-7b"),
    "advertising": ("to-mend", "description", "里有推广内容"),
    "invitation-link": ("to-mend", "link", "?invite=AB12CD"),
    "referral-in-more-links": ("to-mend", "more-links", "?aff=99881"),
    "share-code": ("to-mend", "link", "提取码（1234）"),
    "share-code-in-more-links": ("ready", "", "权重，提取码 1234"),
    "words-beside-link": ("ready", "", "没有采用"),
    "already-there-readme": ("to-mend", "DUP001", "[ChatGLM](https://github.com/o/r#chatglm"),
    "already-there-tree": ("to-mend", "DUP001", "[ChatGLM](https://github.com/o/r#chatglm"),
    "already-there-proxy": ("to-mend", "DUP001", "[ChatGLM](https://github.com/o/r#chatglm"),
    "hub-other-side": ("to-mend", "twin", "[ChatGLM](https://github.com/o/r#chatglm"),
    "hub-mirror": ("to-mend", "twin", "[通义千问 Qwen-7B](https://github.com/o/r#"),
    "gitee-mirror": ("to-mend", "mirror", "[ChatGLM](https://github.com/o/r#chatglm"),
    "renamed-owner": ("to-mend", "DUP003", "[MOSS](https://github.com/o/r#moss"),
    "same-repository-other-owner": ("ready", "", "[MOSS](https://github.com/o/r#moss"),
    "english-labels": ("ready", "", "[论文](https://arxiv.org/abs/2403.17297)"),
    "name-with-link": ("to-mend", "name", "请写项目的名称，网址写到“项目链接”"),
    "rule-below": ("ready", "", "许可公开。"),
    "alias-and-other-owner": ("ready", "", "[MOSS](https://github.com/o/r#moss"),
    "alias": ("ready", "", "[ChatYuan](https://github.com/o/r#chatyuan"),
    "family-name": ("ready", "", "[通义千问 Qwen-7B](https://github.com/o/r#"),
    "unticked": ("to-mend", "confirm confirm", "需要勾选"),
    "inside-a-comment": ("not-a-submission", "", ""),
    "no-response-thanks": ("to-mend", "more-links", "没有网址"),
    "no-response-starred": ("ready", "", "检查通过"),
    "section-undecided": ("for-maintainer", "", "由维护者决定"),
    "not-a-form": ("not-a-submission", "", ""),
    "fix-link": ("ready", "", "（博客文章） → `https://huggingface.co/fnlp/moss-moon-003-sft`（模型权重）"),
    "fix-link-removed": ("ready", "", "- 删去链接：`https://txsun1997.github.io/blogs/moss.html`"),
    "fix-link-missing": ("to-mend", "link", "不知道新网址就写“删去”"),
    "fix-label-of-old": ("ready", "", "→ `https://huggingface.co/THUDM/chatglm2-6b`（模型权重）"),
    "fix-fields": ("ready", "", "**多模态模型** · 复旦大学、上海人工智能实验室"),
    "fix-field-unknown": ("to-mend", "changes", "“星标：9000”无法识别"),
    "fix-kind-unknown": ("to-mend", "changes", "“大模型”不是已有的选项"),
    "fix-short-text": ("to-mend", "description", "会替换现在的"),
    "fix-whole-list": ("for-maintainer", "", "已转给维护者"),
    "fix-near-name": ("to-mend", "entry", "是不是“通义千问 Qwen-7B”"),
    "fix-not-listed": ("to-mend", "entry", "请用“收录新项目”表单"),
    "fix-description": ("ready", "", "检查通过"),
    "fix-duplicate": ("ready", "", "检查通过"),
    "fix-withdrawn": ("ready", "", "检查通过"),
    "fix-other": ("for-maintainer", "", "等维护者处理"),
}


def made(text):
    main = with_generated({record_path(one): record_text(one) for one in LIST})
    issue = Issue(7, "", text, ALICE, created_at="2024-03-01T00:00:00Z")
    decision, report = decided_at(context(main), Snapshot("o/r", "main", "1", ME, issue))
    return json.loads(decision_json(decision, report))


def test_every_body_is_in_the_table():
    assert sorted(path.stem for path in BODIES.glob("*.md")) == sorted(BECOMES)


@pytest.mark.parametrize("name", BECOMES)
def test_what_becomes_of_it(name):
    status, problems, words = BECOMES[name]
    told = made((BODIES / f"{name}.md").read_text("utf-8"))
    rules = [one["code"] if one["code"] in HELD else one["field"] for one in told["problems"]]
    assert (told["status"], rules) == (status, problems.split()), told
    assert words in told["comment"]
    assert bool(told["pull_request"]) == (status == "ready")
