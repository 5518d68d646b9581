"""What every file of `bot.web.apis` hands over: which addresses it answers, how to ask, what an answer says."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Literal

from bot.web import apis
from bot.web.model import Exchange, Look

Trouble = Literal["", "wait", "smaller", "unusable"]


@dataclass(frozen=True, slots=True)
class Question:
    """One address in the words of an API. `names` identify the project, `rest` is the path within it."""

    address: str
    names: tuple[str, ...]
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    send: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """Looks by address; and what to do about the addresses that have none.

    `wait` seconds and ask again; ask for fewer at once (`smaller`); `unusable`: look at their pages instead. Where
    there is no trouble, what has no look yet is asked at its page too. `wait` may also come with a whole answer, before
    the next question.
    """

    looks: Mapping[str, Look] = field(default_factory=dict)
    trouble: Trouble = ""
    wait: float = 0.0


@dataclass(frozen=True, slots=True)
class Api:
    """`size` addresses in one request, `pause` seconds between two, `at_once` of them at a time."""

    name: str
    understand: Callable[[str], Question | None]
    request: Callable[[Sequence[Question]], Request]
    read: Callable[[Sequence[Question], Exchange], Answer]
    size: int = 1
    pause: float = 0.0
    at_once: int = 1
    largest: int = 4 << 20


def usable(environment: Mapping[str, str]) -> list[Api]:
    """The APIs that can be asked with what the environment holds."""
    modules = sorted(module.name for module in pkgutil.iter_modules(apis.__path__))
    made = (import_module(f"{apis.__name__}.{name}").api(environment) for name in modules)
    return [api for api in made if api]


def endpoint(environment: Mapping[str, str], name: str, usual: str) -> str:
    return (environment.get(name) or usual).rstrip("/")


def json_object(body: bytes) -> Mapping[str, Any]:
    """The JSON object that an answer holds; empty where it holds something else."""
    try:
        return mapping(json.loads(body))
    except (ValueError, RecursionError):
        return {}


def hiccup(exchange: Exchange) -> Answer | None:
    """The answer where the service was not there, or had enough of us; None where it said something."""
    if exchange.status == 429 or (exchange.status == 403 and exchange.headers.get("x-ratelimit-remaining") == "0"):
        return Answer(trouble="wait", wait=seconds(exchange.headers))
    if exchange.error or exchange.status >= 500 or exchange.status == 408:
        return Answer(trouble="smaller")
    return None


def seconds(headers: Mapping[str, str], usual: float = 60.0) -> float:
    """How long a service asks to wait."""
    after = headers.get("retry-after", "")
    return float(after[:9]) if after.isdigit() else usual


def mapping(value: Any) -> Mapping[str, Any]:
    """A JSON object; an empty one where a service sent something else."""
    return value if isinstance(value, dict) else {}


def text(value: Any, longest: int = 300) -> str:
    """A service's text for one line: what cannot be seen is left out."""
    words = value if isinstance(value, str) else ""
    shown = "".join(letter if letter.isprintable() else " " for letter in words)
    return " ".join(shown.split())[:longest]


def number(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
