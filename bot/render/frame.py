"""The template's own words, with holes where records and the table of contents go.

A frame can be kept and filled again without the template engine, which takes longer to load than a thousand
records take to render. Only for a template that just prints what `entries` and `toc` give it, or asks whether
there is anything to print: what it does with the text otherwise (a filter, a length …), only the engine can know.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from bot.errors import CurateError
from bot.readme.generate.template import compiled, parsed, render_template
from bot.readme.generate.template_functions import entries_by, toc_by

if TYPE_CHECKING:
    from jinja2 import nodes

HOLES = {"entries", "toc"}


def prepare(template: str) -> None:
    """The engine takes longer to load than a thousand records to read: time to do so while others read them."""
    with suppress(CurateError):  # told when the page is made
        prints_only(template)
        compiled(template)


def mark_of(seen: bytes) -> str:
    """What a hole begins with. No text can hold it, for it depends on all that a template can see."""
    return f"\0{hashlib.sha256(seen).hexdigest()} "


def framed(template: str, values: Mapping[str, Any], texts: Mapping[str, str], mark: str) -> str:
    """The page with a hole for each of `texts` (`entries <path>`, `toc`); empty where the template forbids it."""
    if not prints_only(template):
        return ""

    def hole(name: str) -> str:
        return f"{mark}{name}\0" if texts[name] else ""

    def entries(path: object) -> str:
        known = isinstance(path, str) and f"entries {path}" in texts
        return hole(f"entries {path}") if known else str(values["entries"](path))

    return render_template(template, {**values, "entries": entries_by(entries), "toc": toc_by(lambda: hole("toc"))})


def filled(frame: str, texts: Mapping[str, str], mark: str) -> str:
    return re.sub(f"{mark}([^\0]*)\0", lambda match: texts[match[1]], frame)


@lru_cache(maxsize=1)
def prints_only(template: str) -> bool:
    """Whether what `entries` and `toc` give is printed, named by `set`, asked for by `if`, and nothing else."""
    try:
        return _only_prints(parsed(template))
    except (CurateError, RecursionError):
        return False


def _only_prints(tree: nodes.Template) -> bool:
    from jinja2 import nodes  # noqa: PLC0415 - loaded by now

    simple = (nodes.Template, nodes.Output, nodes.For, nodes.If, nodes.Assign)
    if any(not isinstance(node, simple) or getattr(node, "recursive", False) for node in tree.find_all(nodes.Stmt)):
        return False
    assigned = [(one.target, one.node) for one in tree.find_all(nodes.Assign) if isinstance(one.target, nodes.Name)]
    given = [(name, node) for name, node in assigned if _is_hole(node)]
    holders = {name.name for name, _ in given}
    asked = [one.test.node if isinstance(one.test, nodes.Not) else one.test for one in tree.find_all(nodes.If)]
    printed = [node for output in tree.find_all(nodes.Output) for node in output.nodes]
    fine = {id(node) for node in (*asked, *printed, *(node for _, node in given))}
    fine |= {id(call.node) for call in tree.find_all(nodes.Call) if _is_hole(call) and id(call) in fine}
    fine |= {id(name) for name, _ in given}
    return all(id(name) in fine for name in tree.find_all(nodes.Name) if name.name in HOLES | holders)


def _is_hole(node: nodes.Node) -> bool:
    callee = getattr(node, "node", None)
    return type(node).__name__ == "Call" and getattr(callee, "name", "") in HOLES
