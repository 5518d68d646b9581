"""Jinja's sandbox, narrowed to what gives the same text on every run, and held to a time and a size.

No chance, no address of an object.
Functions, methods and generators reach a template only as `Given` or as lists, so that no filter or operator can
turn one into text; `finalize` refuses to print what is neither text nor a number. Loads Jinja: import it late.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import wraps
from importlib.util import find_spec
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, nodes
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from jinja2.utils import Namespace

from bot.errors import BadTemplate
from bot.readme.generate.template import Given

_CHANCE = {"random"}
LARGEST = 10_000_000  # characters, items, bits
SECONDS = 10.0  # of the processor; a page of 10,000 records takes less than one
AGAIN = 1.0  # for whoever catches the first alarm
MEMORY = 2 << 30  # bytes of the whole process
_TAME = (Undefined, Given, Macro, LoopContext)  # callable, but always printed alike


class Engine(ImmutableSandboxedEnvironment):
    intercepted_binops = frozenset({"-", "*", "**"})  # these are not worked out while compiling either

    def __init__(self) -> None:
        super().__init__(
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=False,
            finalize=_printed,
        )
        useful: dict[str, Callable[..., Any]] = {"range": safe_range, "dict": dict, "namespace": Namespace}
        self.globals = {name: Given(f"{name}(…)", make) for name, make in useful.items()}
        self.filters = {name: _settled(one) for name, one in self.filters.items() if name not in _CHANCE}

    def parse(self, source: str, name: str | None = None, filename: str | None = None) -> nodes.Template:
        tree = super().parse(source, name, filename)
        for one in tree.find_all(nodes.Const) if "\\" in source else ():
            if isinstance(one.value, str) and "\0" in one.value:
                raise TemplateSyntaxError("a text holds NUL", one.lineno)
        return tree

    def getattr(self, obj: Any, attribute: str) -> Any:
        return _tamed(super().getattr(obj, attribute), attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        return _tamed(super().getitem(obj, argument), str(argument))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator != "-" and _is_too_large(operator, left, right):
            raise MemoryError
        made = super().call_binop(context, operator, left, right)
        return [one for one in left if one in made] if isinstance(made, set) else made  # a set has no stable order


def _is_too_large(operator: str, left: Any, right: Any) -> bool:
    """Whether a product or a power would take more room than any page."""
    if operator == "**":
        return isinstance(left, int) and isinstance(right, int) and left.bit_length() * right > LARGEST
    sizes = [len(one) if isinstance(one, str | list | tuple) else one for one in (left, right)]
    return all(isinstance(size, int) for size in sizes) and sizes != [left, right] and sizes[0] * sizes[1] > LARGEST


def _tamed(value: Any, name: str) -> Any:
    if isinstance(value, Iterator):
        return list(value)
    return Given(f"{name}(…)", value) if callable(value) and not isinstance(value, _TAME) else value


def _settled(made_by: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(made_by)
    def settled(*values: Any, **named: Any) -> Any:
        made = made_by(*values, **named)
        return list(made) if isinstance(made, Iterator) else made

    return settled


def _printed(value: object) -> object:
    """What may stand in `{{ }}`. A wrong name is told by Jinja itself, a function by `Given`."""
    if isinstance(value, str):
        return _encodable(value)
    if value is None or isinstance(value, int | float | Undefined):
        return value
    if isinstance(value, Given):
        return str(value)
    if isinstance(value, Macro):
        raise BadTemplate(f"{value.name} 是宏，要写成 {value.name}(…)", "", "请照这个写法改这一行")
    if isinstance(value, Collection):
        raise BadTemplate("这里打印的是一组值，不是文字", "", "请用 {% for %} 逐个打印，或用 join 过滤器连起来")
    raise BadTemplate("这里打印的不是文字", "", "请打印它的某一项，如 list.title、section.path")


def _encodable(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        code = f"U+{ord(text[error.start]):04X}"
        raise BadTemplate(f"这里的文字里有写不进文件的字符 {code}", "", "请删去这个字符") from error
    return text


@contextmanager
def limited() -> Iterator[None]:
    """Raises BadTemplate after too long a time, MemoryError for too large a thing."""
    if find_spec("resource") is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    import resource  # noqa: PLC0415 - not on Windows

    before = resource.getrlimit(resource.RLIMIT_AS)
    handler = signal.signal(signal.SIGVTALRM, _too_long)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (_least(MEMORY, *before), before[1]))
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS, AGAIN)
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, handler)
        resource.setrlimit(resource.RLIMIT_AS, before)


def _least(*limits: int) -> int:
    """Negative ones are no limit."""
    return min(limit for limit in limits if limit >= 0)


def _too_long(*_: object) -> None:
    raise BadTemplate("模板算了太久还没有算完", "", "请检查这里的循环、宏和算式")
