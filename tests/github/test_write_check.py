"""The check on a commit: all its annotations, fifty at a time, and none of it twice."""

from dataclasses import dataclass, field

import pytest

from bot.github.decision import CHECK_NAME, Annotation, CheckRun
from bot.github.write_check import AT_ONCE, LONGEST, report


@dataclass
class Commit:
    """GitHub's part: the runs there are, and what is sent."""

    external_ids: list[str] = field(default_factory=list)
    sent: list[dict] = field(default_factory=list)

    def get_commit(self, sha):
        assert sha == "abc"
        return self

    def get_check_runs(self, check_name, filter):  # noqa: A002 - GitHub's word
        assert (check_name, filter) == (CHECK_NAME, "latest")
        return [type("Run", (), {"external_id": one}) for one in self.external_ids]

    def create_check_run(self, head_sha, **body):
        assert head_sha == "abc"
        self.sent.append(body)
        return self

    def edit(self, **body):
        self.sent.append(body)


def test_githubs_limits():
    assert (AT_ONCE, LONGEST) == (50, 65_535)


def check(count=0, summary="总结"):
    notes = tuple(Annotation("a.yml", line, "failure", "题", f"第 {line} 条") for line in range(1, count + 1))
    return CheckRun("failure", "标题", summary, notes, "digest")


@pytest.mark.parametrize(("count", "parts"), [
    (0, [0]), (1, [1]), (AT_ONCE, [AT_ONCE]), (AT_ONCE + 1, [AT_ONCE, 1]), (2 * AT_ONCE + 3, [AT_ONCE, AT_ONCE, 3]),
])  # fmt: skip
def test_all_annotations_are_sent_in_order_fifty_at_a_time(count, parts):
    commit = Commit()
    report(commit, "abc", check(count), fresh=True)
    notes = [body["output"]["annotations"] for body in commit.sent]
    assert list(map(len, notes)) == parts
    assert [note["start_line"] for part in notes for note in part] == list(range(1, count + 1))


def test_the_digest_comes_last():
    commit = Commit()
    report(commit, "abc", check(AT_ONCE + 1), fresh=True)
    assert [body.get("external_id") for body in commit.sent] == [None, "digest"]


def test_what_is_sent():
    commit = Commit()
    report(commit, "abc", check(1), fresh=True)
    note = {"path": "a.yml", "start_line": 1, "end_line": 1, "annotation_level": "failure", "title": "题",
            "message": "第 1 条"}  # fmt: skip
    output = {"title": "标题", "summary": "总结", "annotations": [note]}
    shape = {"name": CHECK_NAME, "status": "completed", "conclusion": "failure", "output": output}
    assert commit.sent == [shape | {"external_id": "digest"}]


@pytest.mark.parametrize(("characters", "sent"), [(LONGEST, LONGEST), (LONGEST + 1, LONGEST)])
def test_a_long_summary_is_cut(characters, sent):
    commit = Commit()
    report(commit, "abc", check(summary="x" * characters), fresh=True)
    assert len(commit.sent[0]["output"]["summary"]) == sent


@pytest.mark.parametrize(("there", "fresh", "sent"), [
    pytest.param(["digest"], False, 0, id="the same check"),
    pytest.param(["other", "digest"], False, 0, id="among others"),
    pytest.param(["other"], False, 1, id="another check"),
    pytest.param([], False, 1, id="none"),
    pytest.param(["digest"], True, 1, id="a new commit is not asked"),
])  # fmt: skip
def test_a_check_that_is_there_is_not_made_again(there, fresh, sent):
    commit = Commit(there)
    report(commit, "abc", check(), fresh=fresh)
    assert len(commit.sent) == sent
