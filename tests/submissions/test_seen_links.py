"""What becomes of a submission whose links were looked at: Look by Look."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from worlds import ALICE, CHATYUAN, ME, MOSS, context, with_generated

from bot.catalog.write import record_path, record_text
from bot.github.snapshot import Issue, Snapshot
from bot.submissions.decide import decided_at
from bot.submissions.evidence import Evidence
from bot.submissions.links_to_look_at import links_to_look_at
from bot.web.model import Look, Project

BODIES = Path(__file__).parent / "bodies"
URL = "https://github.com/lantern-lab/lantern-7b"
REPOSITORY = Project("repository", "lantern-lab/lantern-7b", branch="main")
MODEL = Project("model", "lantern-lab/lantern-7b", gated=True, licence="apache-2.0", base_models=("meta/Lama",),
                papers=("2403.17297",))  # fmt: skip

# Name → look, status, words in the comment.
SHOWS = {
    "alive": (Look("alive", "", 200, project=REPOSITORY), "ready", ""),
    "blocked": (Look("blocked", "http-403", 403), "ready", ""),
    "time out": (Look("unsure", "timeout"), "ready", ""),
    "gone repository": (Look("gone", "not-found", 404), "mend", "“项目链接”里的 `{url}` 不存在（或没有公开）"),
    "gone page": (Look("gone", "http-404", 404), "mend", "打不开（404）；请换成能打开的网址"),
    "gone file": (Look("gone", "file", 200), "mend", "没有这个文件或文件夹"),
    "no such host": (Look("gone", "no-host"), "mend", "没有这个域名；请核对拼写"),
    "renamed": (Look("moved", "renamed", 200, "https://github.com/lamp/lamp"), "ready", "[代码仓库](https://github.com/lamp/lamp)"),
    "redirect": (Look("moved", "redirect", 301, "https://lamp.dev/x"), "ready", "会跳转到 `https://lamp.dev/x`"),
    "archived": (Look("archived", "archived", 200), "ready", "`{url}` 已归档，不再更新"),
    "empty": (Look("alive", project=Project("repository", "a/b", empty=True)), "ready", "还是空仓库"),
    "parked": (Look("unsure", "parked", 200), "ready", "域名在出售或只放广告，请核对"),
    "gated": (Look("alive", project=MODEL), "ready", "要先申请才能下载"),
    "paper": (Look("alive", project=MODEL), "ready", "- 论文：`https://arxiv.org/abs/2403.17297`"),
    "base": (Look("alive", project=MODEL), "ready", "- 底座：meta/Lama"),
    "home page": (
        Look("alive", project=replace(REPOSITORY, homepage="https://huggingface.co/lantern-lab/lantern-7b")),
        "ready",
        "- 模型权重：`https://huggingface.co/lantern-lab/lantern-7b`",
    ),
    "home page that advertises": (
        Look("alive", project=replace(REPOSITORY, homepage="https://a.cn/?invite=AB12CD")), "ready", "检查通过"),
    "fork of an entry": (
        Look("alive", project=replace(REPOSITORY, fork_of="OpenLMLab/MOSS")), "ready", "是已收录的 [MOSS]("),
}  # fmt: skip


def looked_at(text, looks):
    main = with_generated({record_path(one): record_text(one) for one in (CHATYUAN, MOSS)})
    now = Snapshot("o/r", "main", "1", ME, Issue(7, "", text, ALICE, created_at="2024-03-01T00:00:00Z"))
    known = replace(context(main), evidence=Evidence(looks, date(2024, 3, 2)))
    decision, report = decided_at(known, now)
    return decision.comment.text, report, links_to_look_at(known, now)


@pytest.mark.parametrize("name", SHOWS)
def test_what_a_look_changes(name):
    look, outcome, words = SHOWS[name]
    comment, report, asked = looked_at((BODIES / "sound.md").read_text("utf-8"), {URL: look})
    assert asked == (URL,)
    assert report.outcome == outcome
    assert words.format(url=URL) in comment
    assert ("可以补充" in comment) == (name in {"gated", "paper", "base", "home page"})


def test_a_description_is_offered_only_where_there_is_none():
    text = (BODIES / "sound.md").read_text("utf-8")
    own = {URL: Look("alive", project=replace(REPOSITORY, description="A lantern @all"))}
    assert "A lantern" not in looked_at(text, own)[0]
    without = text[: text.index("### 介绍")] + "### 介绍\n\n_No response_"
    comment, report, _ = looked_at(without, own)
    assert "- 项目自己的简介：A lantern" in comment
    assert " @all" not in comment
    assert report.outcome == "mend"


def test_a_correction_is_stored_under_the_name_of_today():
    new = "https://huggingface.co/fnlp/moss-moon-003-sft"
    look = Look("moved", "renamed", 200, "https://huggingface.co/OpenMOSS/moss-moon-003-sft")
    _, report, asked = looked_at((BODIES / "fix-link.md").read_text("utf-8"), {new: look})
    assert asked == (new,)
    urls = [link.url for link in report.verdict.submission.after.links]
    assert look.moved_to in urls
    assert new not in urls


def test_entries_with_a_repository_of_that_name_are_looked_at_too():
    text = (BODIES / "sound.md").read_text("utf-8").replace(URL, "https://github.com/OpenMOSS/MOSS")
    assert looked_at(text, {})[2] == ("https://github.com/OpenMOSS/MOSS", MOSS.links[0].url)


@pytest.mark.parametrize("name", ["not-a-form", "inside-a-comment"])
def test_nobody_looks_for_what_is_no_submission(name):
    issue = Issue(7, "", (BODIES / f"{name}.md").read_text("utf-8"), ALICE, labels=frozenset({"投稿"}))
    assert links_to_look_at(context(with_generated({})), Snapshot("o/r", "main", "1", ME, issue)) == ()
