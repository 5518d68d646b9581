"""Templates → pages. Every text is escaped, and what cannot be seen in it is spelled out."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bot.markdown.escape import visible
from bot.text.invisible import seems_harmless


def page(template: str, **values: Any) -> str:
    """The template of this name, filled in."""
    return _environment().get_template(template).render(**values)


def asset(name: str) -> str:
    """A file that is taken as it is: the style sheet, a script."""
    environment = _environment()
    return environment.loader.get_source(environment, name)[0] if environment.loader else ""


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("bot.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_seen,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": False}
    environment.filters["markup"] = Markup  # for what bot.site.prose has made
    return environment


def _seen(value: object) -> object:
    if value.__class__ is not str or seems_harmless(text := str(value)):
        return value
    return visible(text)
