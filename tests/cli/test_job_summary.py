"""What a workflow's run shows of a command: what it did, or why it could not, and nothing that a stranger wrote acts."""

import json
import re

import pytest
from cmarkgfm import github_flavored_markdown_to_html

from bot import HOME
from bot.cli import job_summary
from bot.github import events

HOSTILE = (
    "# 列表\n\n- [<img src=x>|@someone](https//github.com/a-lab/crane) - x\n- [# h](https://crane-lab.com/#12) - x\n"
)


@pytest.fixture
def summary(tmp_path, monkeypatch):
    path = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    return path


def shown(path):
    return github_flavored_markdown_to_html(path.read_text("utf-8"))


def test_findings_are_a_table(tmp_path, curate, summary):
    (tmp_path / "README.md").write_text(HOSTILE, encoding="utf-8")
    assert curate("-C", tmp_path, "check").code == 1
    page = shown(summary)
    assert "<h3>curate check</h3>" in page
    assert page.count("<tr>") == 2
    assert "评级（2 个条目）：链接 B（1 处）" in page
    assert not re.search(r"<(?:img|h1)\b", page)
    assert page.count("<a ") == page.count(f'<a href="{HOME}/blob/main/docs/rules.md#') == 1


def test_a_format_for_programs_says_it_as_well(tmp_path, curate, summary):
    (tmp_path / "README.md").write_text(HOSTILE, encoding="utf-8")
    assert json.loads(curate("-C", tmp_path, "check", "--format", "json").out)
    assert "LNK001" in shown(summary)


def test_what_was_done(tiny, curate, summary):
    curate("-C", tiny, "site", "--into", "out")
    assert re.search(r"<h3>curate site</h3>\s*<p>已写出网站，\d+ 个文件。", shown(summary))


@pytest.mark.parametrize("job", ["submit", "refresh", "patrol"])
def test_what_a_job_did(tmp_path, curate, summary, monkeypatch, job):
    monkeypatch.setattr(f"bot.flows.workflow_job.{job}_job", lambda *_: "#3：可以合并。")
    assert curate("-C", tmp_path, job) == (0, "#3：可以合并。\n", "")
    assert summary.read_text("utf-8") == f"### curate {job}\n\n#3：可以合并。\n\n"


def test_links_are_a_table(tmp_path, curate, summary):
    (tmp_path / "README.md").write_text(HOSTILE, encoding="utf-8")
    curate("-C", tmp_path, "links", "README.md", "--budget", "0s")
    page = shown(summary)
    assert "看了 0 个网址，共 1 个" in page
    assert "拿不准 1。" in page


def test_an_error_stands_there_too(tmp_path, curate, summary):
    (tmp_path / "catalog").mkdir()
    (tmp_path / "catalog/list.yml").write_text("title: [<b>@someone</b>\n", encoding="utf-8")
    done = curate("-C", tmp_path, "regen")
    assert done.code == 2
    page = summary.read_text("utf-8")
    assert page.startswith("> [!CAUTION]\n> ")
    assert "list.yml" in page
    assert "<b>" not in shown(summary)


def test_so_does_a_bug(tiny, curate, summary, monkeypatch):
    monkeypatch.setattr("bot.flows.regen.look", lambda *_: 1 / 0)
    assert curate("-C", tiny, "regen").code == 3
    assert job_summary.BUG in summary.read_text("utf-8")


def test_a_page_that_cannot_be_written_fails_nothing(tiny, curate, monkeypatch, tmp_path):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "no" / "folder"))
    done = curate("-C", tiny, "site", "--into", "out")
    assert done.code == 0
    assert "运行的摘要没有写成" in done.err


def test_what_github_would_not_show_is_cut(tmp_path):
    path = tmp_path / "summary.md"
    events.summarise({"GITHUB_STEP_SUMMARY": str(path)}, "| 行 |\n" * 500_000)
    assert path.stat().st_size < 1024 * 1024
    assert path.read_text("utf-8").endswith("| 行 |\n\n……\n\n")


def test_elsewhere_nothing_is_written(tiny, curate):
    assert curate("-C", tiny, "site", "--into", "out").err == ""
