"""arXiv: papers by a list of numbers, one request in three seconds as its terms ask."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from html import unescape
from urllib.parse import quote

from bot.urls.sites.papers import ARXIV_ID
from bot.urls.web_address import host_of, path_of
from bot.web.api import Answer, Api, Question, Request, endpoint, hiccup, text
from bot.web.model import Exchange, Look, Project

_HOSTS = frozenset({"arxiv.org", "export.arxiv.org", "www.arxiv.org"})
_KINDS = frozenset({"abs", "pdf", "html", "format"})
_ENTRY = re.compile(r"(?s)<entry\b.*?</entry>")
_NUMBER = re.compile(r"<id>https?://arxiv\.org/abs/([^<]+?)(?:v\d+)?</id>")
_TITLE = re.compile(r"(?s)<title[^>]*>(.*?)</title>")
_DAY = re.compile(r"<(published|updated)>(\d{4}-\d\d-\d\d)")


def api(environment: Mapping[str, str]) -> Api:
    url = endpoint(environment, "ARXIV_API_URL", "https://export.arxiv.org/api")
    return Api("arXiv", understand, partial(request, url), read, size=100, pause=3.0)


def understand(address: str) -> Question | None:
    if host_of(address) not in _HOSTS:
        return None
    path = path_of(address)
    if path[:1] not in {(kind,) for kind in _KINDS}:
        return None
    found = ARXIV_ID.fullmatch("/".join(path[1:]))
    return Question(address, (found[1],)) if found else None


def request(url: str, questions: Sequence[Question]) -> Request:
    numbers = ",".join(quote(question.names[0], safe="/") for question in questions)
    return Request(f"{url}/query?id_list={numbers}&max_results={len(questions)}")


def read(questions: Sequence[Question], exchange: Exchange) -> Answer:
    """A paper that is not among the answers is not there; an answer without any paper says nothing."""
    if answer := hiccup(exchange):
        return answer
    feed = exchange.body.decode("utf-8", "replace")
    if exchange.status != 200 or "</feed>" not in feed:
        return Answer(trouble="smaller" if exchange.status == 200 else "unusable")
    entries = {found[1]: entry for entry in _ENTRY.findall(feed) if (found := _NUMBER.search(entry))}
    if not entries and len(questions) > 1:
        return Answer(trouble="smaller")
    looks = {}
    for question in questions:
        entry = entries.get(question.names[0])
        looks[question.address] = _look(question.names[0], entry) if entry else Look("gone", "not-found", 200)
    return Answer(looks)


def _look(number: str, entry: str) -> Look:
    days: dict[str, str] = dict(_DAY.findall(entry))
    title = _TITLE.search(entry)
    project = Project(
        kind="paper", name=number, description=text(unescape(title[1])) if title else "",
        created=days.get("published", ""), pushed=days.get("updated", ""),
    )  # fmt: skip
    return Look("alive", "", 200, title=project.description, id=number, project=project)
