"""The forms in which findings are shown."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from bot import HOME
from bot.lint.discover import all_rules
from bot.lint.finding import Finding, Place
from bot.lint.report.formats import counts, names, render, sarif
from bot.lint.wording import GIVEN


def given(message: str, fix: str, place: Place, evidence: dict[str, object] | None = None, **more: Any) -> Finding:
    return Finding(GIVEN, place, evidence or {}, {"message": message, "fix": fix}, **more)


FINDINGS = [
    Finding(
        "malformed",
        Place("chatyuan", "catalog/models/chatyuan.yml", 7),
        {"url": "https//github.com/clue-ai/ChatYuan", "repaired": "https://github.com/clue-ai/ChatYuan"},
        {"problem": "开头的“https//”写得不对", "repair": "应为“https://github.com/clue-ai/ChatYuan”"},
        code="LNK001",
        severity="error",
    ),
    given(
        "与“ChatYuan 数据”共用一个仓库",
        "若是同一个项目请合并",
        Place("chatyuan", "catalog/models/chatyuan.yml", 7),
        {"count": 2},
        related=(Place("chatyuan-data", "catalog/corpora/chatyuan-data.yml", 5),),
        code="DUP001",
        severity="warning",
    ),
    given(
        "文件名“100%, 真:的”\n::error::假的",
        "请改名",
        Place("", "catalog/models/100%, 真:的 x.yml", 1),
        code="SLG001",
        severity="info",
    ),
    given(
        "不认识的字段“nmae”",
        "是不是想写“name”",
        Place("x", "catalog/models/x.yml", 3, 5),
        {"kind": "unknown-key"},
        code="REC002",
        severity="error",
    ),
]  # fmt: skip
CASES = {
    "text.txt": ("text", False),
    "coloured.txt": ("text", True),
    "github.txt": ("github", False),
    "markdown.md": ("markdown", False),
    "json.json": ("json", False),
    "sarif.json": ("sarif", False),
}


@pytest.mark.parametrize("file, how", CASES.items(), ids=CASES)
def test_as_the_golden_file(file: str, how: tuple[str, bool], monkeypatch, golden):
    monkeypatch.setattr(sarif, "all_rules", tuple)  # what rules say of themselves may change from day to day
    golden(f"findings/{file}", render(how[0], FINDINGS, colour=how[1]))


def test_every_form_has_a_golden_file():
    assert {form for form, _ in CASES.values()} == set(names())


@pytest.mark.parametrize(
    "form, shown",
    [
        pytest.param("text", "没有发现问题。\n", id="text"),
        pytest.param("github", "", id="github"),
        pytest.param("markdown", "没有发现问题。\n", id="markdown"),
        pytest.param("json", '{"findings": [], "counts": {"error": 0, "warning": 0, "info": 0}}', id="json"),
    ],
)
def test_nothing_found(form: str, shown: str):
    made = render(form, [])
    assert made == shown if form != "json" else json.loads(made) == json.loads(shown)


def test_json_has_what_programs_were_promised():
    made = json.loads(render("json", FINDINGS))
    assert made["counts"] == {"error": 2, "warning": 1, "info": 1}
    assert made["findings"][1] == {
        "code": "DUP001",
        "severity": "warning",
        "record": "chatyuan",
        "file": "catalog/models/chatyuan.yml",
        "line": 7,
        "message": "与“ChatYuan 数据”共用一个仓库",
        "fix": "若是同一个项目请合并",
        "evidence": {"count": 2},
        "related": [{"record": "chatyuan-data", "file": "catalog/corpora/chatyuan-data.yml", "line": 5}],
    }


def test_sarif_refers_only_to_rules_and_lines_that_exist():
    """The parts of SARIF 2.1.0 that code scanning insists on: docs.github.com, "SARIF support for code scanning"."""
    made = json.loads(render("sarif", FINDINGS))
    assert made["version"] == "2.1.0"
    assert made["$schema"].endswith("sarif-2.1.0.json")
    (only,) = made["runs"]
    described = only["tool"]["driver"]["rules"]
    rules = [rule["id"] for rule in described]
    assert only["tool"]["driver"]["name"] == "curate"
    assert rules == sorted(set(rules))
    for one in described:
        if one["id"] in {rule.code for rule in all_rules()}:
            assert one["shortDescription"]["text"]
            assert "## Flagged" in one["help"]["markdown"]
    for result in only["results"]:
        assert result["ruleId"] in rules
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        assert len(result["locations"]) == 1
        for location in result["locations"] + result["relatedLocations"]:
            where = location["physicalLocation"]
            assert where["region"]["startLine"] >= 1
            assert where["artifactLocation"]["uri"].isascii()
            assert " " not in where["artifactLocation"]["uri"]


def test_a_finding_cannot_speak_as_a_workflow_command():
    lines = render("github", FINDINGS).splitlines()
    assert len(lines) == len(FINDINGS)
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning", "::notice", "::error"]


def test_what_a_finding_quotes_neither_moves_the_cursor_nor_hides():
    """Messages quote strangers, and the text form is also printed into the log of a workflow."""
    message = "网址“\x1b[2J\x1b]0;x\x07\n::stop-commands::x\u202e”不对"
    quoting = given(message, "改", Place("", "a\x1bb.yml", 1), code="LNK001")
    shown = render("text", [quoting])
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert not any(line.startswith("::") for line in shown.splitlines())


def test_every_severity_is_counted():
    assert counts([]) == {"error": 0, "warning": 0, "info": 0}


def test_a_table_shows_what_it_quotes_as_it_is():
    from cmarkgfm import github_flavored_markdown_to_html

    typed = "<img src=x>|[a](javascript:b) @someone #12 `x` \u202e\n## h\n| c |"
    shown = github_flavored_markdown_to_html(
        render("markdown", [given(typed, typed, Place("", "a|b.md", 1), severity="error")])
    )
    assert shown.count("<tr>") == 2
    assert not re.search(r"<(?:img|h2)\b", shown)
    assert {link.partition("#")[0] for link in re.findall(r"href=\"(.*?)\"", shown)} == {
        f"{HOME}/blob/main/docs/rules.md"
    }
    assert "\\u202e" in shown


def test_a_summary_is_cut_where_github_takes_no_more():
    many = FINDINGS[:1] * 300
    shown = render("markdown", many)
    assert shown.count("错误 [LNK001]") == 200
    assert "另有 100 处" in shown
