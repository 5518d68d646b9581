"""The facts file: the same bytes for the same facts, put together from parts, refused where it is not ours."""

import json
import threading
from datetime import date, timedelta

import pytest

from bot.errors import CurateError
from bot.web.facts import LARGEST, FactsFile, merged, read_facts
from bot.web.facts_format import facts_from, text_of
from bot.web.model import Look, Project
from bot.web.verdict import learn

DAY = date(2026, 11, 27)
PROJECT = Project("repository", "a/b", archived=True, licence="MIT", stars=3, papers=("2301.00001",))
FACTS = {
    "https://b.cn/": learn(None, Look("gone", "http-404", 404), DAY),
    "https://a.cn/": learn(
        learn(None, Look("alive", "", 200, title="题目"), DAY), Look("blocked", "http-403", 403), DAY
    ),
    "https://github.com/a/b": learn(None, Look("archived", "archived", 200, id="R1", project=PROJECT), DAY),
    "https://github.com/c/d": learn(learn(None, Look("alive", id="R2"), DAY), Look("alive", id="R3"), DAY),
}
GOLDEN = """\
{
"version": 1,
"links": {
"https://a.cn/": {"first": "2026-11-27", "looked": "2026-11-27", "looks": 1, "outcome": "blocked", \
"why": "http-403", "status": 403, "alive": "2026-11-27", "title": "题目"},
"https://b.cn/": {"first": "2026-11-27", "looked": "2026-11-27", "looks": 1, "outcome": "gone", \
"why": "http-404", "status": 404, "bad": ["2026-11-27"]},
"https://github.com/a/b": {"first": "2026-11-27", "looked": "2026-11-27", "looks": 1, "outcome": "archived", \
"why": "archived", "status": 200, "alive": "2026-11-27", "id": "R1", "project": {"kind": "repository", "name": "a/b", \
"archived": true, "licence": "MIT", "stars": 3, "papers": ["2301.00001"]}},
"https://github.com/c/d": {"first": "2026-11-27", "looked": "2026-11-27", "looks": 1, "outcome": "alive", \
"alive": "2026-11-27", "id": "R2", "id_now": "R3"}
}
}
"""


def test_bytes():
    assert text_of(FACTS) == GOLDEN
    assert facts_from(GOLDEN.encode()) == FACTS
    assert text_of(dict(reversed(FACTS.items()))) == GOLDEN
    assert json.loads(text_of({})) == {"version": 1, "links": {}}


BROKEN = {
    "cut off": GOLDEN[: len(GOLDEN) // 2],
    "not JSON": "<html>502</html>",
    "a merge conflict": "<<<<<<< ours\n" + GOLDEN,
    "a list": "[]",
    "no version": '{"links": {}}',
    "version of text": '{"version": "1", "links": {}}',
    "version 0": '{"version": 0, "links": {}}',
    "newer": '{"version": 2, "links": {}}',
    "more at the top": '{"version": 1, "links": {}, "more": 1}',
    "links are a list": '{"version": 1, "links": []}',
    "unknown key": GOLDEN.replace('"looks"', '"seen"', 1),
    "key missing": GOLDEN.replace('"looks": 1, ', "", 1),
    "no date": GOLDEN.replace("2026-11-27", "2026-13-27", 1),
    "a number that is true": GOLDEN.replace('"looks": 1', '"looks": true', 1),
    "unknown outcome": GOLDEN.replace('"gone"', '"dead"'),
    "bad day is no text": GOLDEN.replace('"bad": ["2026-11-27"]', '"bad": [3]'),
    "unknown part of a project": GOLDEN.replace('"licence"', '"license"'),
    "stars are text": GOLDEN.replace('"stars": 3', '"stars": "3"'),
    "papers of numbers": GOLDEN.replace('["2301.00001"]', "[2301]"),
    "nested too deep": "[" * 100_000,
    "not UTF-8": b"\xff\xfe",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_strange_file_is_refused_and_left_alone(tmp_path, text):
    path = tmp_path / "facts.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    before = path.read_bytes()
    with pytest.raises(CurateError, match="事实文件"):
        FactsFile(path)
    assert path.read_bytes() == before


def test_one_that_is_spoilt_while_we_look_is_left_alone(tmp_path):
    path = tmp_path / "facts.json"
    file = FactsFile(path)
    path.write_text(BROKEN["newer"], encoding="utf-8")
    file.facts = dict(FACTS)
    with pytest.raises(CurateError, match="更新的 curate"):
        file.save()
    assert path.read_text(encoding="utf-8") == BROKEN["newer"]


def test_too_large_is_refused_unread(tmp_path):
    path = tmp_path / "facts.json"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(CurateError, match="50 MB"):
        read_facts(path)


def test_nothing_is_written_where_nothing_is_new(tmp_path):
    path = tmp_path / "new" / "facts.json"
    file = FactsFile(path)
    file.facts = dict(FACTS)
    file.save()
    written = path.stat().st_mtime_ns, path.read_text(encoding="utf-8")
    file.save()
    assert (path.stat().st_mtime_ns, path.read_text(encoding="utf-8")) == written
    assert written[1] == GOLDEN
    assert [one.name for one in path.parent.iterdir()] == ["facts.json"]


def test_parts_are_put_together_in_any_order():
    parts = [{address: fact} for address, fact in FACTS.items()]
    forwards = merged(merged(merged(parts[0], parts[1]), parts[2]), parts[3])
    assert text_of(forwards) == text_of(merged(parts[3], merged(parts[2], merged(parts[1], parts[0])))) == GOLDEN


def test_two_jobs_saving_at_once_lose_nothing(tmp_path):
    path = tmp_path / "facts.json"

    def job(name):
        file = FactsFile(path)
        for number in range(15):
            file.facts[f"https://{name}.cn/{number}"] = learn(None, Look("alive"), DAY + timedelta(number))
            file.save()

    jobs = [threading.Thread(target=job, args=(name,)) for name in "abc"]
    for one in jobs:
        one.start()
    for one in jobs:
        one.join()
    assert len(read_facts(path)) == 45
