"""What the answers of all APIs have in common, and GitHub's words for trouble."""

import json

import pytest

from bot.web import api
from bot.web.api import Answer, Question, hiccup, json_object, mapping, number, seconds, text
from bot.web.apis import arxiv, github
from bot.web.model import Exchange, Look

OBJECTS = {
    "an object": (b'{"a": 1}', {"a": 1}),
    "a list": (b"[1]", {}),
    "a number": (b"1", {}),
    "nothing": (b"", {}),
    "no JSON": (b"<html>", {}),
    "no UTF-8": (b'{"a": "\xff"}', {}),
    "nested without end": (b"[" * 100_000, {}),
}


@pytest.mark.parametrize(("body", "held"), OBJECTS.values(), ids=OBJECTS)
def test_json_object(body, held):
    assert json_object(body) == held


@pytest.mark.parametrize(("value", "as_mapping", "as_number", "as_text"), [
    ({"a": 1}, {"a": 1}, 0, ""), ([1], {}, 0, ""), (7, {}, 7, ""), (True, {}, 0, ""), ("7", {}, 0, "7"),
    (None, {}, 0, ""), ("a\u200bb \n c", {}, 0, "a b c"),
])  # fmt: skip
def test_values_of_another_kind_are_left_out(value, as_mapping, as_number, as_text):
    assert (mapping(value), number(value), text(value)) == (as_mapping, as_number, as_text)


@pytest.mark.parametrize(("length", "kept"), [(299, 299), (300, 300), (301, 300)])
def test_a_long_text_is_cut(length, kept):
    assert len(text("x" * length)) == kept


HICCUPS = {
    "too many requests": (Exchange("u", 429, headers={"retry-after": "7"}), Answer(trouble="wait", wait=7.0)),
    "no points left": (Exchange("u", 403, headers={"x-ratelimit-remaining": "0"}), Answer(trouble="wait", wait=60.0)),
    "points left": (Exchange("u", 403, headers={"x-ratelimit-remaining": "1"}), None),
    "forbidden": (Exchange("u", 403), None),
    "no points left, but an answer": (Exchange("u", 200, headers={"x-ratelimit-remaining": "0"}), None),
    "no connection": (Exchange("u", 0, error="refused"), Answer(trouble="smaller")),
    "too slow": (Exchange("u", 408), Answer(trouble="smaller")),
    "broken": (Exchange("u", 500), Answer(trouble="smaller")),
    "broken otherwise": (Exchange("u", 503), Answer(trouble="smaller")),
    "not there": (Exchange("u", 404), None),
    "there": (Exchange("u", 200), None),
    "499": (Exchange("u", 499), None),
}


@pytest.mark.parametrize(("exchange", "answer"), HICCUPS.values(), ids=HICCUPS)
def test_hiccups(exchange, answer):
    assert hiccup(exchange) == answer


@pytest.mark.parametrize(("after", "wait"), [
    ("7", 7.0), ("", 5.0), ("soon", 5.0), ("-1", 5.0), ("1" * 20, 111_111_111.0), ("0", 0.0),
])  # fmt: skip
def test_how_long_to_wait(after, wait):
    assert seconds({"retry-after": after}, 5.0) == wait


@pytest.mark.parametrize(
    ("given", "url"), [({}, "https://x"), ({"N": "https://y/"}, "https://y"), ({"N": ""}, "https://x")]
)
def test_another_endpoint_may_be_named(given, url):
    assert api.endpoint(given, "N", "https://x/") == url


ASKED = [Question(f"https://github.com/a/{name}", ("a", name)) for name in "bc"]
TROUBLE = {
    "Something went wrong while executing your query.": "smaller",
    "the query timed out": "smaller",
    "a time out": "smaller",
    "timedout": "smaller",
    "Timeout on validation of query": "smaller",
    "Resource limits for this query exceeded": "smaller",
    "resource_limits": "smaller",
    "API rate limit exceeded": "wait",
    "secondary ratelimit": "wait",
    "Abuse detection mechanism": "wait",
    "was submitted too quickly": "wait",
    "Field 'x' doesn't exist": "",
}


@pytest.mark.parametrize(("message", "trouble"), TROUBLE.items())
def test_what_github_says_of_a_query_that_broke_off(message, trouble):
    body = {"data": {"r0": {"nameWithOwner": "a/b"}}, "errors": [{"message": message}]}
    answer = github.read(ASKED, Exchange("u", 200, body=json.dumps(body).encode()))
    assert answer.trouble == trouble
    assert list(answer.looks) == [ASKED[0].address]


def test_a_whole_answer_is_not_asked_for_again():
    body = {"data": {f"r{at}": {"nameWithOwner": f"a/{name}"} for at, name in enumerate("bc")},
            "errors": [{"message": "timeout"}]}  # fmt: skip
    answer = github.read(ASKED, Exchange("u", 200, body=json.dumps(body).encode()))
    assert (answer.trouble, len(answer.looks)) == ("", 2)


@pytest.mark.parametrize(("remaining", "trouble"), [(50, "wait"), (51, "")])
def test_points_are_left_to_the_rest_of_the_job(remaining, trouble):
    body = {"data": {"rateLimit": {"remaining": remaining}, "r0": {"nameWithOwner": "a/b"}}}
    answer = github.read(ASKED[:1], Exchange("u", 200, body=json.dumps(body).encode()))
    assert (answer.trouble, answer.wait) == (trouble, 3600.0 if trouble else 0.0)


@pytest.mark.parametrize(("error", "look"), [
    ({"type": "NOT_FOUND", "path": ["r0"]}, Look("gone", "not-found", 404)),
    ({"extensions": {"type": "NOT_FOUND"}, "path": ["r0"]}, Look("gone", "not-found", 404)),
    ({"type": "NOT_FOUND", "path": ["r0", "object"]}, None),
    ({"type": "NOT_FOUND", "path": []}, None),
    ({"type": "FORBIDDEN", "path": ["r0"]}, None),
    ({"type": "NOT_FOUND", "path": "r0"}, None),
    ("NOT_FOUND", None),
])  # fmt: skip
def test_only_not_found_of_the_whole_repository_says_that_it_is_gone(error, look):
    body = {"data": {"r0": None}, "errors": [error]}
    answer = github.read(ASKED[:1], Exchange("u", 200, body=json.dumps(body).encode()))
    assert answer.looks == ({ASKED[0].address: look} if look else {})


PAPERS = [Question(f"https://arxiv.org/abs/{number}", (number,)) for number in ("2301.00001", "2301.00002")]
EMPTY = b"<feed></feed>"


@pytest.mark.parametrize(("asked", "trouble", "gone"), [
    pytest.param(PAPERS, "smaller", 0, id="of two papers none: it may have lost them"),
    pytest.param(PAPERS[:1], "", 1, id="of one paper"),
])  # fmt: skip
def test_an_answer_without_any_paper(asked, trouble, gone):
    answer = arxiv.read(asked, Exchange("u", 200, body=EMPTY))
    assert answer.trouble == trouble
    assert [look.outcome for look in answer.looks.values()] == ["gone"] * gone
