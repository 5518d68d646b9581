"""README.template.md: what it says, and its run in a sandbox: it may name what it is given and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from bot.errors import BadTemplate, CurateError

if TYPE_CHECKING:
    from jinja2 import Template, nodes

    from bot.readme.generate.jinja_sandbox import Engine

TEMPLATE = "README.template.md"
CALL = re.compile(r"\{\{-?\s*entries\(\s*([\"'])(?P<path>[^\"'\n]+)\1\s*\)\s*-?\}\}")
_ACTIVE = re.compile(r"\{{2,}|\{(?=[%#])")
_ESCAPED = re.compile(r'\{\{ "(\{+)" \}\}')
# What running a template of somebody else's may raise: a filter hands on whatever its own code comes upon.
_RAISED = (
    TypeError, ValueError, ArithmeticError, LookupError, AttributeError, AssertionError,
    RuntimeError, MemoryError, SyntaxError,
)  # fmt: skip


def call(path: str) -> str:
    """The line that prints the entries of a section."""
    return f"{{{{ entries({json.dumps(path)}) }}}}"


def escaped(line: str) -> str:
    """`line` as a Jinja template that gives the line."""
    return _ACTIVE.sub(lambda found: f'{{{{ "{found[0]}" }}}}', line) if "{" in line else line


def unescaped(line: str) -> str:
    """What a line made by `escaped` gives; any other is returned as it is, its tags too."""
    return _ESCAPED.sub(r"\1", line) if "{" in line else line


def render_template(template: str, values: Mapping[str, Any]) -> str:
    """Raises BadTemplate with the line in the template."""
    from bot.readme.generate.jinja_sandbox import limited  # noqa: PLC0415 - Jinja is slow to import

    with _told(template), limited():
        return compiled(template).render(values)


@lru_cache(maxsize=1)
def _engine() -> Engine:
    from bot.readme.generate.jinja_sandbox import Engine  # noqa: PLC0415 - Jinja is slow to import

    return Engine()


@lru_cache(maxsize=1)
def parsed(template: str) -> nodes.Template:
    """Its syntax tree, in which compiling folds constants. Raises BadTemplate."""
    with _told(template):
        return _engine().parse(template)


@lru_cache(maxsize=1)
def compiled(template: str) -> Template:
    """Raises BadTemplate."""
    with _told(template):
        return _engine().from_string(parsed(template))


@contextmanager
def _told(template: str) -> Iterator[None]:
    """Whatever goes wrong, as BadTemplate with its line."""
    from jinja2 import TemplateError  # noqa: PLC0415 - slow to import

    try:
        yield
    except CurateError as error:
        if error.where:
            raise
        raise BadTemplate(error.what, f"{TEMPLATE}:{_line(error)}", error.next_step) from error
    except (TemplateError, *_RAISED) as error:
        from bot.readme.generate.template_errors import deepest, misuse, opened  # noqa: PLC0415 - seldom needed

        what, fix = misuse(error)
        line = deepest(parsed(template)) if isinstance(error, SyntaxError) else opened(error, template) or _line(error)
        raise BadTemplate(what, f"{TEMPLATE}:{line}", fix) from error


def _line(error: BaseException) -> int:
    """The template line an error came from.

    Jinja says it itself, or compiles templates to frames named <template>; before, its parser and its compiler
    know where they are.
    """
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415 - loaded by now

    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    line, run, trace = 1, 0, error.__traceback__
    while trace:
        own, trace = trace, trace.tb_next
        if own.tb_frame.f_code.co_filename == "<template>":
            run = own.tb_lineno
        elif "jinja2" in own.tb_frame.f_globals.get("__name__", ""):
            line = _at(own.tb_frame.f_locals) or line
    return run or line


def _at(known: Mapping[str, object]) -> int:
    from jinja2.nodes import Node  # noqa: PLC0415 - loaded by now
    from jinja2.parser import Parser  # noqa: PLC0415 - loaded by now

    one, own = known.get("node"), known.get("self")
    if isinstance(own, Parser):
        return own.stream.current.lineno
    return next((each.lineno for each in (one, own) if isinstance(each, Node)), 0)


class Given:
    """A function as a template has it: to be called, never printed, for what Python prints of one changes every run.

    `usage` shows how the call is written; where `takes` names the arguments, a call must give just these.
    """

    __slots__ = ("_make", "_takes", "_usage")

    def __init__(self, usage: str, make: Callable[..., Any], takes: tuple[str, ...] | None = None) -> None:
        self._usage = usage
        self._make = make
        self._takes = takes

    def __call__(self, *values: object, **named: object) -> Any:
        if self._takes is not None:
            if len(values) > len(self._takes) or sorted([*self._takes[: len(values)], *named]) != sorted(self._takes):
                raise self._misused()
            for value in (*values, *named.values()):
                bool(value)  # a name that is not there says so when asked
        return self._make(*values, **named)

    def _misused(self) -> BadTemplate:
        name = self._usage.partition("(")[0]
        return BadTemplate(f"{name} 要写成 {self._usage}", "", "请照这个写法改这一行")

    def __str__(self) -> str:
        raise self._misused()

    __repr__ = __str__


def entries_by(make: Callable[[object], str]) -> Given:
    return Given("entries('小节路径')", make, ("path",))
