"""GitHub by GraphQL: a hundred addresses a query, for about one point of the thousand a job has in an hour.

The answer follows renames, so a name other than the one asked for means that the repository has moved.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from bot.urls.sites.code import DEFAULT_BRANCHES, SITE_PAGES
from bot.urls.web_address import host_of, path_of
from bot.web.api import Answer, Api, Question, Request, hiccup, mapping, number, seconds, text
from bot.web.model import Exchange, Look, Project

_NAME = re.compile(r"[A-Za-z0-9_.-]{1,100}")
_IN_TREE = frozenset({"tree", "blob", "raw", "edit", "blame"})
_SPLITS = 3  # a branch may have slashes in its name: so many readings of the path are tried
_SPARE = 50  # points left to the rest of the job
_FIELDS = (
    "id nameWithOwner isArchived isDisabled isFork parent { nameWithOwner } homepageUrl description "
    "licenseInfo { spdxId } stargazerCount createdAt pushedAt defaultBranchRef { name }"
)
_LIMIT = re.compile(r"(?i)rate.?limit|abuse detection|submitted too quickly")
_PASSING = re.compile(r"(?i)something went wrong|timed? ?out|timeout|resource.?limit")


def api(environment: Mapping[str, str]) -> Api | None:
    """None without a token: GraphQL answers nobody else."""
    token = environment.get("GITHUB_TOKEN") or environment.get("GH_TOKEN")
    if not token:
        return None
    rest = (environment.get("GITHUB_API_URL") or "https://api.github.com").rstrip("/")
    url = environment.get("GITHUB_GRAPHQL_URL") or f"{rest.removesuffix('/v3')}/graphql"
    return Api("GitHub", understand, partial(request, url, token), read, size=100, pause=0.2)


def understand(address: str) -> Question | None:
    """github.com/owner/name and what lies below it; not a page of the site, not an account."""
    if host_of(address).removeprefix("www.") != "github.com":
        return None
    owner, name, *rest = (*path_of(address), "", "")[:2] + path_of(address)[2:]
    name = name.removesuffix(".git")
    if owner.lower() in SITE_PAGES or not (_NAME.fullmatch(owner) and _NAME.fullmatch(name)):
        return None
    return Question(address, (owner, name), tuple(rest))


def request(url: str, token: str, questions: Sequence[Question]) -> Request:
    asked = "\n".join(f"r{at}: {_asked(question)}" for at, question in enumerate(questions))
    query = f"query {{\nrateLimit {{ cost remaining resetAt }}\n{asked}\n}}\nfragment f on Repository {{ {_FIELDS} }}"
    headers = {"Authorization": f"bearer {token}", "Content-Type": "application/json"}
    return Request(url, headers, json.dumps({"query": query}).encode())


def _asked(question: Question) -> str:
    owner, name = map(json.dumps, question.names)
    objects = " ".join(
        f"{alias}: object(expression: {json.dumps(text)}) {{ __typename }}"
        for alias, text in _expressions(question.rest)
    )
    return f"repository(owner: {owner}, name: {name}) {{ ...f {objects} }}"


def _expressions(rest: tuple[str, ...]) -> list[tuple[str, str]]:
    """The readings of tree/<branch>/<path> as git names them, and the path in the default branch."""
    if len(rest) < 2 or rest[0] not in _IN_TREE:
        return []
    splits = range(2, min(len(rest), _SPLITS + 1) + 1)
    found = [(f"o{at}", f"{'/'.join(rest[1:at])}:{'/'.join(rest[at:])}") for at in splits]
    return [*found, ("head", f"HEAD:{'/'.join(rest[2:])}")]


def read(questions: Sequence[Question], exchange: Exchange) -> Answer:
    """Also what came of a query that broke off half-way; only NOT_FOUND says that a repository is not there."""
    if exchange.status == 403 and _LIMIT.search(exchange.body[:2000].decode("utf-8", "replace")):
        return Answer(trouble="wait", wait=seconds(exchange.headers))
    if answer := hiccup(exchange):
        return answer
    if exchange.status != 200:
        return Answer(trouble="unusable")
    try:
        whole = mapping(json.loads(exchange.body))
    except (ValueError, RecursionError):
        return Answer(trouble="smaller")
    data, errors = mapping(whole.get("data")), _list(whole.get("errors"))
    looks = _looks(questions, data, errors)
    spent = number(mapping(data.get("rateLimit")).get("remaining", _SPARE + 1)) <= _SPARE
    words = [*map(_words, errors), str(whole.get("message", ""))]
    if spent or any(map(_LIMIT.search, words)):
        return Answer(looks, "wait", seconds(exchange.headers, 3600.0 if spent else 60.0))
    broken_off = len(looks) < len(questions) and (not data or any(map(_PASSING.search, words)))
    return Answer(looks, "smaller" if broken_off else "")


def _looks(questions: Sequence[Question], data: Mapping[str, Any], errors: Sequence[Any]) -> dict[str, Look]:
    missing = {_path(error) for error in errors if _kind(error) == "NOT_FOUND"}
    looks = {}
    for at, question in enumerate(questions):
        found = data.get(f"r{at}")
        if isinstance(found, dict):
            looks[question.address] = _look(question, found)
        elif f"r{at}" in missing:
            looks[question.address] = Look("gone", "not-found", 404)
    return looks


def _kind(error: Any) -> str:
    return str(mapping(error).get("type") or mapping(mapping(error).get("extensions")).get("type") or "")


def _path(error: Any) -> str:
    """The repository an error is about as a whole."""
    path = _list(mapping(error).get("path"))
    return str(path[0]) if len(path) == 1 else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _words(error: Any) -> str:
    return f"{_kind(error)} {mapping(error).get('message')}"


def _look(question: Question, found: Mapping[str, Any]) -> Look:
    project, asked = _project(found), "/".join(question.names)
    number_ = text(found.get("id"))
    if project.disabled:
        return Look("blocked", "disabled", 200, id=number_, project=project)
    rest, why = _place(question.rest, found, project.branch)
    renamed = bool(project.name) and project.name.lower() != asked.lower()
    if why == "file":
        return Look("gone", "file", 200, id=number_, project=project)
    if renamed or why:
        target = "/".join(("https://github.com", project.name or asked, *rest))
        return Look("moved", "renamed" if renamed else why, 200, target, id=number_, project=project)
    outcome: Any = "archived" if project.archived else "alive"
    return Look(outcome, "archived" if project.archived else "", 200, id=number_, project=project)


def _place(rest: tuple[str, ...], found: Mapping[str, Any], branch: str) -> tuple[tuple[str, ...], str]:
    """Where the directory or file is now, and a code where it is not where it was looked for."""
    asked = [alias for alias, _ in _expressions(rest)]
    if not asked or any(found.get(alias) for alias in asked if alias != "head"):
        return rest, ""
    if found.get("head") and branch and rest[1].lower() in DEFAULT_BRANCHES:
        return (rest[0], branch, *rest[2:]), "branch"
    return rest, "file"


def _project(found: Mapping[str, Any]) -> Project:
    licence = text(mapping(found.get("licenseInfo")).get("spdxId"))
    branch = text(mapping(found.get("defaultBranchRef")).get("name"))
    return Project(
        kind="repository",
        name=text(found.get("nameWithOwner")),
        archived=found.get("isArchived") is True,
        disabled=found.get("isDisabled") is True,
        empty=not branch,
        fork_of=text(mapping(found.get("parent")).get("nameWithOwner")) if found.get("isFork") is True else "",
        homepage=text(found.get("homepageUrl")),
        description=text(found.get("description"), 160),
        licence="other" if licence == "NOASSERTION" else licence,  # terms of its own, as Hugging Face says too
        stars=number(found.get("stargazerCount")),
        created=text(found.get("createdAt"))[:10],
        pushed=text(found.get("pushedAt"))[:10],
        branch=branch,
    )
