"""Hugging Face: models, data sets and spaces, one request each; five hundred in five minutes for everybody."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from bot.urls.sites.hubs import HF_PAGES, HF_PLACES
from bot.urls.web_address import host_of, path_of
from bot.web.api import Answer, Api, Question, Request, endpoint, hiccup, json_object, mapping, number, text
from bot.web.model import Exchange, Look, Project

_NAME = re.compile(r"[\w.-]{1,100}")
_FILES = frozenset({"blob", "resolve", "raw"})
_LEFT = re.compile(r"r=(\d+);\s*t=(\d+)")
_SPARE = 10  # requests of the budget not used
_TRUNCATED = 5000  # with more files than these a list may not be whole


def api(environment: Mapping[str, str]) -> Api:
    url = endpoint(environment, "HF_ENDPOINT", "https://huggingface.co")
    token = environment.get("HF_TOKEN") or environment.get("HUGGING_FACE_HUB_TOKEN") or ""
    return Api("Hugging Face", understand, partial(request, url, token), read, pause=0.1, at_once=4, largest=16 << 20)


def understand(address: str) -> Question | None:
    """owner/name of a model, or below datasets/ or spaces/; not an account, not a page of the site."""
    if host_of(address).removeprefix("www.") not in {"huggingface.co", "hf.co"}:
        return None
    path = path_of(address)
    place, names = (path[0], path[1:]) if path and path[0] in HF_PLACES else ("models", path)
    if len(names) < 2 or names[0] in HF_PAGES or not all(map(_NAME.fullmatch, names[:2])):
        return None
    return Question(address, (place, *names[:2]), names[2:])


def request(url: str, token: str, questions: Sequence[Question]) -> Request:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return Request("/".join((url, "api", *questions[0].names)), headers)


def read(questions: Sequence[Question], exchange: Exchange) -> Answer:
    question = questions[0]
    if answer := hiccup(exchange):
        return answer
    if exchange.status in {301, 302, 303, 307, 308}:
        return _of_redirect(question, exchange)
    if exchange.status in {401, 403, 404}:
        return _of_refusal(question, exchange)
    found = json_object(exchange.body)
    if exchange.status != 200 or not found.get("id"):
        return Answer(trouble="unusable")
    return Answer({question.address: _look(question, found)}, "", _pause(exchange))


def _of_redirect(question: Question, exchange: Exchange) -> Answer:
    """A renamed project: /api/models/old/name leads to /api/models/new/name."""
    path = path_of("https://x" + location if (location := exchange.location.decode("ascii", "replace"))[:1] == "/"
                   else location)  # fmt: skip
    if path[:2] != ("api", question.names[0]) or len(path) != 4 or not all(map(_NAME.fullmatch, path)):
        return Answer(trouble="unusable")
    return Answer({question.address: Look("moved", "renamed", 200, _page(question, "/".join(path[2:])))})


def _of_refusal(question: Question, exchange: Exchange) -> Answer:
    """To strangers the API says 401 of what is not there, or not public; to none but us where a token is no good."""
    words = (exchange.headers.get("x-error-message", "") + exchange.body[:500].decode("utf-8", "replace")).lower()
    if exchange.status == 403 or "credential" in words or "token" in words:
        return Answer(trouble="unusable")
    return Answer({question.address: Look("gone", "not-found", exchange.status)}, "", _pause(exchange))


def _pause(exchange: Exchange) -> float:
    """The rest of the five minutes once the budget is nearly used up."""
    left = _LEFT.search(exchange.headers.get("ratelimit", ""))
    return float(left[2]) if left and int(left[1]) <= _SPARE else 0.0


def _page(question: Question, name: str) -> str:
    place = [] if question.names[0] == "models" else [question.names[0]]
    return "/".join(("https://huggingface.co", *place, name, *question.rest))


def _look(question: Question, found: Mapping[str, Any]) -> Look:
    project = _project(question, found)
    number_, asked = text(found.get("_id")), "/".join(question.names[1:])
    if project.disabled:
        return Look("blocked", "disabled", 200, id=number_, project=project)
    if _lacks(question.rest, found.get("siblings")):
        return Look("gone", "file", 200, id=number_, project=project)
    if project.name.lower() != asked.lower():
        return Look("moved", "renamed", 200, _page(question, project.name), id=number_, project=project)
    return Look("alive", "", 200, id=number_, project=project)


def _lacks(rest: tuple[str, ...], siblings: Any) -> bool:
    """Whether a file is linked to that is not there; only the files of `main` are known."""
    if len(rest) < 3 or rest[0] not in _FILES or rest[1] != "main" or not isinstance(siblings, list):
        return False
    names = {mapping(file).get("rfilename") for file in siblings}
    return 0 < len(names) < _TRUNCATED and "/".join(rest[2:]) not in names


def _project(question: Question, found: Mapping[str, Any]) -> Project:
    card, tags = mapping(found.get("cardData")), [tag for tag in _list(found.get("tags")) if isinstance(tag, str)]
    return Project(
        kind={"models": "model", "datasets": "dataset", "spaces": "space"}[question.names[0]],
        name=text(found.get("id")),
        disabled=found.get("disabled") is True,
        gated=bool(found.get("gated")),
        description=text(found.get("description"), 160),
        licence=text(next(iter(_list(card.get("license"))), "")) or _tagged(tags, "license:"),
        stars=number(found.get("likes")),
        created=text(found.get("createdAt"))[:10],
        pushed=text(found.get("lastModified"))[:10],
        base_models=tuple(text(name) for name in _list(card.get("base_model")) if isinstance(name, str))[:9],
        papers=tuple(sorted({tag.removeprefix("arxiv:") for tag in tags if tag.startswith("arxiv:")}))[:9],
    )


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _tagged(tags: Sequence[str], start: str) -> str:
    return next((text(tag.removeprefix(start)) for tag in tags if tag.startswith(start)), "")
