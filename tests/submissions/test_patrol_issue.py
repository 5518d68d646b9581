"""The issue of the patrol: what changes it, and what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.github.snapshot import Issue, User
from bot.lint.finding import Finding, Place
from bot.submissions.patrol_issue import is_patrols, patrol_issue

MONDAY, NEXT = date(2026, 11, 16), date(2026, 11, 23)


def gone(slug, name="灯笼"):
    evidence = {"url": f"https://{slug}.dev/a_b", "reason": "404", "since": "2026-11-01", "archive": "https://a.org/x"}
    return Finding("gone", Place(slug, f"catalog/models/{slug}.yml", 4), evidence, {"name": name}, code="LNK012")


def moved(slug):
    evidence = {"url": f"https://{slug}.dev", "moved_to": "https://new.dev", "reason": "改了名"}
    return Finding("moved", Place(slug, f"catalog/models/{slug}.yml", 4), evidence, {"name": slug}, code="LNK013")


def archived(slug):
    return Finding("archived", Place(slug, "x.yml", 4), {"url": "https://x.dev"}, {"name": slug}, code="LNK014")


def issue(findings, day=MONDAY, **more):
    made = patrol_issue(findings, {}, None, day)
    return Issue(7, made.title, made.body, User("github-actions[bot]", 1, bot=True), **more)


@pytest.mark.parametrize(
    "findings, now",
    [
        pytest.param([], None, id="nothing wrong, no issue"),
        pytest.param([archived("a")], None, id="archived only"),
        pytest.param([gone("a")], issue([gone("a")]), id="nothing new"),
        pytest.param([gone("a")], issue([gone("a"), gone("b")], open=False), id="closed by a person"),
        pytest.param([gone("a")], issue([gone("a")], open=False), id="closed, and the very same"),
    ],
)
def test_nothing_is_written(findings, now):
    assert patrol_issue(findings, {}, now, NEXT) is None


def test_what_is_new_stands_first_and_ticks_are_kept():
    now = issue([gone("a"), gone("b")])
    ticked = replace(now, body=now.body.replace("- [ ]", "- [x]", 1).replace("\n", "\r\n"))
    body = patrol_issue([gone("a"), gone("b"), moved("c")], {"c": "PR #9"}, ticked, NEXT).body
    assert [line[:5] for line in body.splitlines() if line.startswith("- [")] == ["- [ ]", "- [x]", "- [ ]"]
    assert body.index("c.dev") < body.index("a.dev")
    assert "PR #9" in body
    assert "[存档](https://a.org/x)" in body


def test_all_is_well():
    made = patrol_issue([archived("a")], {}, issue([gone("a")]), NEXT)
    assert not made.open
    assert patrol_issue([], {}, replace(issue([gone("a")]), body=made.body, open=False), NEXT) is None
    assert patrol_issue([gone("a")], {}, replace(issue([gone("a")]), body=made.body, open=False), NEXT).open


def test_names_do_nothing_in_the_issue():
    body = patrol_issue([gone("a", "@everyone fixes #1 <img src=x> [x](y)")], {}, None, MONDAY).body
    assert "`@everyone`" in body
    assert "\\<img" in body
    assert is_patrols(body)


@pytest.mark.parametrize("body", ["", "<!-- curate {} -->", "<!-- curate-patrol {] -->", "<!-- curate-patrol [] -->"])
def test_other_issues_are_not_its_own(body):
    assert not is_patrols(body)


def test_of_very_many_only_the_first_are_listed():
    body = patrol_issue([gone(f"a{number}") for number in range(400)], {}, None, MONDAY).body
    assert "另有 250 处没有列出" in body
    assert len(body) < 65_536
