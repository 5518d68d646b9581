"""Gitee: one repository a request, sixty in a minute for everybody."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial

from bot.urls.sites.code import SITE_PAGES
from bot.urls.web_address import host_of, path_of
from bot.web.api import Answer, Api, Question, Request, endpoint, hiccup, json_object, mapping, number, text
from bot.web.model import Exchange, Look, Project

_NAME = re.compile(r"[A-Za-z0-9_.-]{1,100}")


def api(environment: Mapping[str, str]) -> Api:
    url = endpoint(environment, "GITEE_API_URL", "https://gitee.com/api/v5")
    return Api("Gitee", understand, partial(request, url, environment.get("GITEE_TOKEN", "")), read, pause=1.0)


def understand(address: str) -> Question | None:
    """The page of a repository itself: of what lies within it the API would have to be asked piece by piece."""
    if host_of(address) not in {"gitee.com", "www.gitee.com"}:
        return None
    path = path_of(address)
    if len(path) != 2 or path[0] in SITE_PAGES:
        return None
    names = (path[0], path[1].removesuffix(".git"))
    return Question(address, names) if all(map(_NAME.fullmatch, names)) else None


def request(url: str, token: str, questions: Sequence[Question]) -> Request:
    return Request("/".join((url, "repos", *questions[0].names)), {"Authorization": f"token {token}"} if token else {})


def read(questions: Sequence[Question], exchange: Exchange) -> Answer:
    question = questions[0]
    if answer := hiccup(exchange):
        return answer
    if exchange.status == 404:
        return Answer({question.address: Look("gone", "not-found", 404)})
    found = json_object(exchange.body)
    if exchange.status != 200 or not found.get("full_name"):
        return Answer(trouble="unusable")
    project = Project(
        kind="repository",
        name=text(found.get("full_name")),
        fork_of=text(mapping(found.get("parent")).get("full_name")),
        homepage=text(found.get("homepage")),
        description=text(found.get("description"), 160),
        licence=text(found.get("license")),
        stars=number(found.get("stargazers_count")),
        created=text(found.get("created_at"))[:10],
        pushed=text(found.get("pushed_at"))[:10],
        branch=text(found.get("default_branch")),
    )
    moved = project.name.lower() != "/".join(question.names).lower()
    target = f"https://gitee.com/{project.name}" if moved else ""
    return Answer({question.address: Look("moved" if moved else "alive", "renamed" if moved else "", 200, target,
                                          id=str(number(found.get("id")) or ""), project=project)})  # fmt: skip
