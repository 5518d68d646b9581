"""ModelScope: models and data sets, one request each. It documents no limit, so it is asked slowly."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial

from bot.urls.web_address import host_of, path_of
from bot.web.api import Answer, Api, Question, Request, endpoint, hiccup, json_object, mapping, number, text
from bot.web.model import Exchange, Look, Project

_NAME = re.compile(r"[\w.-]{1,100}")
_KINDS = {"models": "model", "datasets": "dataset"}
_HOSTS = frozenset({"modelscope.cn", "www.modelscope.cn", "modelscope.com"})


def api(environment: Mapping[str, str]) -> Api:
    url = endpoint(environment, "MODELSCOPE_ENDPOINT", "https://www.modelscope.cn")
    return Api("ModelScope", understand, partial(request, url), read, pause=0.5)


def understand(address: str) -> Question | None:
    if host_of(address) not in _HOSTS:
        return None
    path = path_of(address)
    if len(path) < 3 or path[0] not in _KINDS:
        return None
    return Question(address, path[:3], path[3:]) if all(map(_NAME.fullmatch, path[1:3])) else None


def request(url: str, questions: Sequence[Question]) -> Request:
    return Request("/".join((url, "api/v1", *questions[0].names)))


def read(questions: Sequence[Question], exchange: Exchange) -> Answer:
    """Its answers carry a code of their own; only a plain 404 is taken for "not there"."""
    question = questions[0]
    if answer := hiccup(exchange):
        return answer
    if exchange.status == 404:
        return Answer({question.address: Look("gone", "not-found", 404)})
    whole = json_object(exchange.body)
    found = mapping(whole.get("Data"))
    if exchange.status != 200 or whole.get("Code") != 200 or not found:
        return Answer(trouble="unusable")
    project = Project(
        kind=_KINDS[question.names[0]],
        name="/".join(question.names[1:]),
        licence=text(found.get("License")),
        stars=number(found.get("Stars")),
    )
    return Answer({question.address: Look("alive", "", 200, id=str(number(found.get("Id")) or ""), project=project)})
