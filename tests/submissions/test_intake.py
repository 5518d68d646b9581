"""What a list may ask of new projects, each condition on both sides of its number."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from worlds import ALICE, FORMS, ME, context, with_generated

from bot.catalog.model import Intake
from bot.catalog.parse import read_list
from bot.github.snapshot import Issue, IssueComment, Snapshot
from bot.submissions.comment_state import Memory, mark, text_digest
from bot.submissions.decide import decided_at
from bot.submissions.decision_json import decision_json
from bot.submissions.evidence import Evidence
from bot.submissions.form import read_form
from bot.submissions.intake_question import with_question
from bot.web.model import Look, Project

SOUND = (Path(__file__).parent / "bodies" / "sound.md").read_text("utf-8")
URL = "https://github.com/lantern-lab/lantern-7b"
DAY = date(2026, 11, 28)
PROJECT = Project(
    "repository", "lantern-lab/lantern-7b", created="2026-11-20", pushed="2026-10-29", stars=9, branch="main"
)
MODEL = replace(PROJECT, kind="model")

# Intake, project → the codes that are unmet.
ASKED = {
    "nothing asked": (Intake(), PROJECT, ""),
    "old enough to the day": (Intake(older_than=8), PROJECT, ""),
    "a day too young": (Intake(older_than=9), PROJECT, "ITK001"),
    "stars to the star": (Intake(stars=9), PROJECT, ""),
    "a star too few": (Intake(stars=10), PROJECT, "ITK002"),
    "likes of a model are no stars": (Intake(stars=10), MODEL, ""),
    "pushed to the day": (Intake(pushed_within=30), PROJECT, ""),
    "pushed a day too long ago": (Intake(pushed_within=29), PROJECT, "ITK003"),
    "a licence": (Intake(license="required"), replace(PROJECT, licence="MIT"), ""),
    "terms of its own": (Intake(license="required"), replace(PROJECT, licence="other"), ""),
    "no licence": (Intake(license="required"), PROJECT, "ITK004"),
    "several": (Intake(older_than=9, stars=10), PROJECT, "ITK001 ITK002"),
    "an API that tells no dates": (Intake(older_than=9, pushed_within=9), replace(PROJECT, created="", pushed=""), ""),
    "nothing known": (Intake(older_than=9, stars=10, license="required"), None, ""),
}


def judged(intake, looks, body=SOUND, forms=None, comments=(), author=ALICE):
    base = context(with_generated({}))
    catalog = replace(base.catalog, list=replace(base.catalog.list, intake=intake))
    known = replace(base, catalog=catalog, evidence=Evidence(looks, DAY), forms=forms or base.forms)
    issue = Issue(7, "", body, author, created_at="2026-11-28T00:00:00Z")
    now = Snapshot("o/r", "main", "1", ME, issue, comments, {"maintainer": "admin"})
    return decided_at(known, now)


@pytest.mark.parametrize("name", ASKED)
def test_what_is_asked(name):
    intake, project, codes = ASKED[name]
    decision, report = judged(intake, {URL: Look("alive", "", 200, project=project)})
    assert [one.code for one in report.verdict.unmet] == codes.split()
    assert report.outcome == ("early" if codes else "ready")
    assert bool(decision.pull) != bool(codes)


def test_the_answer_names_the_day():
    decision, report = judged(Intake(older_than=30), {URL: Look("alive", "", 200, project=PROJECT)})
    assert "2026-12-20 起可以收录，机器人会在那天自动重新检查" in decision.comment.text
    assert [label.name for label in decision.labels.wanted] == ["投稿", "待复查"]
    assert '"ITK001"' in decision_json(decision, report)


def test_what_is_to_mend_comes_first():
    looks = {URL: Look("alive", "", 200, project=PROJECT)}
    decision, report = judged(Intake(stars=10), looks, SOUND.replace("Lantern-7B", "https://a.b/"))
    assert report.outcome == "mend"
    text = decision.comment.text
    assert text.index("1. “项目名称”") < text.index("收录条件**") < text.index("现有 9 颗星")


def test_a_maintainer_may_let_it_pass():
    from worlds import MAINTAINER

    shown = IssueComment(1, ME, mark(Memory(text_digest(SOUND))), "2026-11-28T00:00:00Z", "2026-11-28T00:00:00Z")
    order = IssueComment(2, MAINTAINER, "/allow ITK002 好项目", "2026-11-28T01:00:00Z")
    looks = {URL: Look("alive", "", 200, project=PROJECT)}
    _, report = judged(Intake(stars=10), looks, comments=(shown, order))
    assert report.outcome == "ready"
    assert report.verdict.submission.after.allow == {}, "it is no rule of `curate check`"


def test_the_question_stands_in_the_form_only_where_it_is_wanted():
    text = (FORMS / "new-entry.yml").read_text("utf-8")
    asked = with_question(text, Intake(disclose="required"))
    assert [one.id for one in read_form(asked).fields][6:8] == ["own", "confirm"]
    assert with_question(asked, Intake(disclose="required")) == asked
    assert with_question(asked, Intake()) == with_question(text, Intake()) == text
    other = (FORMS / "fix-entry.yml").read_text("utf-8")
    assert with_question(other, Intake(disclose="required")) == other


@pytest.mark.parametrize(
    ("answer", "author", "outcome"),
    [
        ("我是作者或维护者", "lantern-lab", "ready"),
        ("与我无关", "alice", "ready"),
        ("与我无关", "Lantern-Lab", "mend"),
        ("None", "alice", "mend"),
    ],
)
def test_who_answers_what(answer, author, outcome):
    intake = Intake(disclose="required")
    form = read_form(with_question((FORMS / "new-entry.yml").read_text("utf-8"), intake))
    forms = {**context(with_generated({})).forms, "new-entry": replace(form, fields=tuple(
        replace(one, options=("一、模型",)) if one.id == "section" else one for one in form.fields))}  # fmt: skip
    body = SOUND.replace("### 请确认", f"### 与项目的关系\n\n{answer}\n\n### 请确认")
    looks = {URL: Look("alive", "", 200, project=PROJECT)}
    decision, report = judged(intake, looks, body, forms, author=replace(ALICE, login=author))
    assert report.outcome == outcome, decision.comment.text
    assert ("与项目的关系：" in (decision.pull.body if decision.pull else "")) == (outcome == "ready")


def test_it_is_read_from_the_list_file():
    text = "title: x\nintake:\n  older_than: 14\n  license: required\n  star: 3\nsections:\n  - id: a\n    title: A\n"
    listed, mistakes = read_list(text.encode())
    assert listed.intake == Intake(older_than=14, license="required")
    assert [one.fix for one in mistakes] == ["是不是想写“stars”"]
