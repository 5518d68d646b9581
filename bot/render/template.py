"""README.template.md, run in Jinja's sandbox: it may name what it is given and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from bot.errors import BadTemplate, CurateError

if TYPE_CHECKING:
    from jinja2 import Template, nodes
    from jinja2.sandbox import SandboxedEnvironment

TEMPLATE = "README.template.md"
_NAMES = "可用的名称见 docs/maintaining.md 的“模板”一节"
_SYNTAX = "请检查这一行的括号与标签"
# What Jinja 3.1 says (runtime.py, sandbox.py, parser.py), in Chinese.
_SAID = (
    (r"'(\w+)' is undefined", r"没有“\1”这个名称"),
    (r"'.*' (?:object )?has no attribute '(.*)'", r"没有“\1”这一项"),
    (r"access to attribute '(.*)' of '.*' object is unsafe\.", r"模板里不允许用“\1”"),
    (r"Encountered unknown tag '(\w+)'\.", r"没有“\1”这种标签"),
    (
        r"(?s)Unexpected end of template\..*",
        "模板在标签结束之前就完了，请补上 {% endfor %} 或 {% endif %}",
    ),
    (r"unexpected end of template.*|unexpected '(.*)'", r"多出了“\1”"),
    (r"No filter named '(.*)'\.?", r"没有“\1”这个过滤器"),
    (r"no loader for this environment specified", "模板里不能引入别的文件"),
)


def render_template(template: str, values: Mapping[str, Any]) -> str:
    """Raises BadTemplate with the line in the template."""
    from jinja2 import TemplateError, TemplateSyntaxError  # noqa: PLC0415 - slow to import

    try:
        return compiled(template).render(values)
    except CurateError:
        raise
    except TemplateSyntaxError as error:
        raise BadTemplate(_said(error), f"{TEMPLATE}:{error.lineno}", _SYNTAX) from error
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        raise BadTemplate(_said(error), f"{TEMPLATE}:{_line(error)}", _NAMES) from error


@lru_cache(maxsize=1)
def _engine() -> SandboxedEnvironment:
    from jinja2 import StrictUndefined  # noqa: PLC0415 - slow to import
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415 - slow to import

    return ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, autoescape=False
    )


@lru_cache(maxsize=1)
def parsed(template: str) -> nodes.Template:
    """Its syntax tree, in which compiling folds constants. Raises jinja2.TemplateSyntaxError."""
    return _engine().parse(template)


@lru_cache(maxsize=1)
def compiled(template: str) -> Template:
    """Raises jinja2.TemplateSyntaxError and other TemplateErrors."""
    return _engine().from_string(parsed(template))


def _said(error: Exception) -> str:
    message = str(getattr(error, "message", None) or error)
    for pattern, words in _SAID:
        if match := re.fullmatch(pattern, message):
            return match.expand(words)
    return f"模板无法渲染（{message}）"


def _line(error: BaseException) -> int:
    """The template line an error came from: Jinja compiles templates to frames named <template>."""
    line, trace = 1, error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
