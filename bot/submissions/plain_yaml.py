"""YAML that strangers may have written, as texts, lists and dictionaries: no anchors, and nested only so deep."""

from __future__ import annotations

from typing import Any

import yaml

from bot.errors import CurateError

DEEPEST = 20


def read_yaml(text: str, file: str) -> Any:
    """Raises yaml.YAMLError, or CurateError for what could take more memory than there is."""
    depth = 0
    for event in yaml.parse(text, base_loader()):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        where = f"{file}:{event.start_mark.line + 1}" if event.start_mark else file
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise CurateError("这里用了 YAML 的锚点（& 或 *），不会读取", where, "请把内容照写一遍")
        if depth > DEEPEST:
            raise CurateError(f"嵌套超过 {DEEPEST} 层", where, "请检查缩进与括号")
    return yaml.load(text, base_loader())  # noqa: S506 -- a base loader makes only strings, lists and dicts


def base_loader() -> Any:
    """PyYAML's loader that leaves every scalar text, so that an option `Yes` is no boolean."""
    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)
