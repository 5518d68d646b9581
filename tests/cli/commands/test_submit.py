"""`curate submit` on a laptop: what was read as JSON, and the whole decision without GitHub."""

import json

import pytest
from click.testing import CliRunner
from worlds import FIX, FORMS, NEW, ROOT, body

from bot.cli.main import cli
from bot.errors import CurateError

FORM = str(FORMS / "new-entry.yml")
TEXT = body(
    {
        **NEW,
        "所属栏目": "一、自主模型篇",
        "项目名称": "Aurora-9B",
        "项目链接": "https://github.com/o/aurora-9b",
        "其他链接": "",
        "其他名称": "",
    }
)


def run(*arguments, typed=None):
    return CliRunner().invoke(cli, ["-C", str(ROOT), "submit", *arguments], input=typed)


def test_parse_only_prints_json():
    done = run("--issue-body", "-", "--form", FORM, "--parse-only", typed=TEXT.encode())
    assert done.exit_code == 0
    found = json.loads(done.output)
    assert found["problems"] == []
    assert found["fields"]["name"] == "Aurora-9B"
    assert found["fields"]["aliases"] is None
    assert found["fields"]["confirm"] == [
        "我在列表里搜索过，没有找到这个项目",
        "介绍是我自己写的，同意以 CC BY 4.0 许可收录",
    ]


def test_parse_only_names_the_problems():
    done = run("--issue-body", "-", "--form", FORM, "--parse-only", typed=b"\xff\xfe not a form")
    assert done.exit_code == 0
    found = json.loads(done.output)
    assert set(found["fields"].values()) == {None}
    assert [problem["kind"] for problem in found["problems"]] == ["not-a-form"]


def test_dry_run_shows_what_would_be_done():
    done = run("--issue-body", "-", "--dry-run", "--offline", typed=TEXT.encode())
    assert done.exit_code == 0, done.output
    for part in (
        "标签：投稿、待审核",
        "════ 评论 ════",
        "PR（curate/issue-1，可以合并）",
        "+name: Aurora-9B",
        "可以合并",
    ):
        assert part in done.output
    assert "尚未建立" not in done.output


def test_dry_run_of_a_body_without_a_form_says_what_is_missing():
    done = run("--issue-body", "-", "--dry-run", "--offline", typed="你好".encode())
    assert done.exit_code == 1, done.output
    assert "找不到表单的各项" in done.output


def test_dry_run_of_what_waits_for_a_maintainer_finds_no_fault():
    fix = {"哪个条目": "MOSS", "有什么问题": "其他", "不对的链接": "", "正确的链接": ""}
    done = run("--issue-body", "-", "--dry-run", "--offline", typed=body({**FIX, **fix}).encode())
    assert done.exit_code == 0, done.output
    assert "等维护者处理" in done.output


def test_dry_run_of_an_unsound_one_says_so_with_its_exit_code():
    done = run("--issue-body", "-", "--dry-run", "--offline", typed=body({**FIX, "哪个条目": "没有这一条"}).encode())
    assert done.exit_code == 1
    assert "在列表里找不到" in done.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--parse-only"], "请写 --issue-body"),
        (["--dry-run"], "请写 --issue-body"),
        (["--issue-body", "没有.md", "--dry-run"], "找不到"),
        (["--issue-body", "-", "--form", "catalog/list.yml", "--parse-only"], "body 列表"),
    ],
    ids=["no-body-to-parse", "no-body-to-try", "no-such-file", "no-form"],
)
def test_what_cannot_run_says_why(arguments, said):
    done = run(*arguments, typed=b"x")
    assert isinstance(done.exception, CurateError)
    assert said in str(done.exception)


def test_a_dry_run_for_programs():
    done = run(
        "--issue-body",
        "-",
        "--dry-run",
        "--offline",
        "--format",
        "json",
        typed=body({**FIX, "有什么问题": "其他"}).encode(),
    )
    told = json.loads(done.stdout)
    assert sorted(told) == ["comment", "labels", "notes", "problems", "pull_request", "record", "status"]
    assert told["status"] in {"for-maintainer", "to-mend"}
    assert told["pull_request"] is None


FACTS = '{"version": 1, "links": {"https://github.com/o/aurora-9b": {"first": "2026-11-01", "looked": "2026-11-01", "looks": 1, "outcome": "gone", "why": "not-found", "status": 404, "bad": ["2026-11-01"]}}}'


def test_a_dry_run_without_a_network_says_what_was_not_looked_at():
    done = run("--issue-body", "-", "--dry-run", "--offline", "--format", "json", typed=TEXT.encode())
    assert "没有查看这些链接通向哪里：https://github.com/o/aurora-9b" in json.loads(done.output)["notes"]


def test_a_dry_run_with_a_facts_file_takes_its_word(tmp_path):
    (tmp_path / "facts.json").write_text(FACTS)
    facts = str(tmp_path / "facts.json")
    done = run("--issue-body", "-", "--dry-run", "--facts", facts, "--format", "json", typed=TEXT.encode())
    told = json.loads(done.output)
    assert [(one["code"], one["field"]) for one in told["problems"]] == [("gone", "link")]
    assert not [note for note in told["notes"] if "没有查看" in note]


def test_a_facts_file_that_is_not_there_is_told(tmp_path):
    done = run("--issue-body", "-", "--dry-run", "--facts", str(tmp_path / "没有.json"), typed=TEXT.encode())
    assert isinstance(done.exception, CurateError)
    assert "找不到事实文件" in str(done.exception)
