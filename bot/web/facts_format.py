"""A facts file's bytes ↔ facts. What is not exactly as we write it is not ours to read, nor to overwrite."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from typing import Any

from bot.web.model import OUTCOMES, Fact, Look, Project

VERSION = 1
Facts = dict[str, Fact]
_DEFAULTS: Mapping[str, Any] = {
    field.name: None if field.default is MISSING else field.default for field in fields(Project)
}
_KINDS = {name: str if usual is None else type(usual) for name, usual in _DEFAULTS.items()}
_KEYS = {
    "first": str, "looked": str, "looks": int, "outcome": str, "why": str, "status": int, "moved_to": str,
    "alive": str, "bad": list, "title": str, "id": str, "id_now": str, "project": dict,
}  # fmt: skip


class Newer(ValueError):
    """Written by a later version."""


def text_of(facts: Mapping[str, Fact]) -> str:
    lines = (f"{_dump(address)}: {_dump(_plain(facts[address]))}" for address in sorted(facts))
    return f'{{\n"version": {VERSION},\n"links": {{\n' + ",\n".join(lines) + "\n}\n}\n"


def facts_from(data: bytes) -> Facts:
    """Raises ValueError (with what is wrong, in Chinese) or RecursionError."""
    try:
        whole = json.loads(data)
    except ValueError as error:
        raise ValueError("不是完整的 JSON") from error
    if not isinstance(whole, dict) or type(whole.get("version")) is not int:
        raise ValueError("没有版本号")
    if whole["version"] > VERSION:
        raise Newer
    links = whole.get("links")
    if whole["version"] != VERSION or whole.keys() != {"version", "links"} or not isinstance(links, dict):
        raise ValueError("不是事实文件的格式")
    return {address: _fact(address, raw) for address, raw in links.items()}


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def _plain(fact: Fact) -> dict[str, Any]:
    last = fact.last
    project = last.project
    found = {
        "first": fact.first.isoformat(),
        "looked": fact.looked.isoformat(),
        "looks": fact.looks,
        "outcome": last.outcome,
        "why": last.why,
        "status": last.status,
        "moved_to": last.moved_to,
        "alive": fact.alive.isoformat() if fact.alive else "",
        "bad": [day.isoformat() for day in fact.bad],
        "title": fact.title,
        "id": fact.id,
        "id_now": last.id if last.id != fact.id else "",
        "project": {n: v for n, usual in _DEFAULTS.items() if (v := getattr(project, n)) != usual} if project else {},
    }
    return {key: value for key, value in found.items() if value}


def _fact(address: str, raw: Any) -> Fact:
    if not isinstance(raw, dict) or any(type(value) is not _KEYS.get(key) for key, value in raw.items()):
        raise ValueError(f"{address[:80]} 的内容不对")
    try:
        return Fact(
            first=date.fromisoformat(raw["first"]),
            looked=date.fromisoformat(raw["looked"]),
            looks=raw["looks"],
            last=_look(raw),
            alive=date.fromisoformat(raw["alive"]) if "alive" in raw else None,
            bad=tuple(map(date.fromisoformat, raw.get("bad", ()))),
            title=raw.get("title", ""),
            id=raw.get("id", ""),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{address[:80]} 的内容不对") from error


def _look(raw: Mapping[str, Any]) -> Look:
    project = _project(raw["project"]) if "project" in raw else None
    return Look(
        OUTCOMES[OUTCOMES.index(raw["outcome"])], raw.get("why", ""), raw.get("status", 0), raw.get("moved_to", ""),
        id=raw.get("id_now") or raw.get("id", ""), project=project,
    )  # fmt: skip


def _project(raw: Mapping[str, Any]) -> Project:
    """Raises TypeError or ValueError where a field is unknown or of another kind."""
    whole: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in raw.items()}
    for name, value in whole.items():
        strange = type(value) is not _KINDS.get(name)
        if strange or (isinstance(value, tuple) and not all(isinstance(part, str) for part in value)):
            raise ValueError
    return Project(**whole)
