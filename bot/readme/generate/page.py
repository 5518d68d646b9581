"""Book + README.template.md → README.md, with a mark at its end that holds the digest of all above it.

The output is a function of the catalog and the template alone: no clock, no machine, no order of files. The
template is Jinja2 in its sandbox; an undefined name is an error. It sees `list` (title, introduction …),
`sections` (each with path, title, level, introduction), `count`, `withdrawn`, `newest`, and the functions
`entries(path)`, `toc()` and `heading(section)`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bot.catalog.model import Catalog, Section
from bot.errors import BadTemplate
from bot.markdown.escape import escape
from bot.readme.generate.contents import Page, anchored
from bot.readme.generate.template import render_template
from bot.readme.generate.template_functions import Given, entries_by, toc_by
from bot.render.book import Book, Fresh
from bot.render.frame import filled, framed, mark_of
from bot.render.piece import form_of

_MARK = b"\n[//]: # (curate:sha256:"
_HOW = _MARK + b"%s)\n"

Keep = Callable[[bytes, Callable[[], str]], str]  # what was made from the same bytes before, or made now


def readme(catalog: Catalog, template: str) -> str:
    """The whole page, mark included, ending in one newline. Raises BadTemplate."""
    return page_bytes(Fresh(catalog), template).decode()


def page_bytes(book: Book, template: str, keep: Keep | None = None) -> bytes:
    """As `readme`, in UTF-8, of whatever a book has kept; `keep` may remember a frame."""
    values = context(anchored(book, template))
    page = _from_frame(values, template, keep) if keep else ""
    return _marked((page or render_template(template, values)).encode())


def _from_frame(values: Mapping[str, Any], template: str, keep: Keep) -> str:
    """Empty where the template allows no frame. The key is all that a template can see, but for what fills it."""
    texts = {f"entries {section.path}": values["entries"](section.path) for section in values["sections"]}
    texts["toc"] = values["toc"]()
    seen = [values[name] for name in ("list", "count", "withdrawn", "newest")]
    key = repr((template, seen, [name for name, text in texts.items() if text]))
    seen_bytes = key.encode("utf-8", "surrogatepass")
    mark = mark_of(seen_bytes)
    return filled(keep(seen_bytes, lambda: framed(template, values, texts, mark)), texts, mark)


def edited_by_hand(page: str | bytes) -> bool:
    """Whether a page was not made by `readme` in just this form: another digest, or no mark at all."""
    flat = page.encode() if isinstance(page, str) else page
    flat = flat.replace(b"\r\n", b"\n") if b"\r" in flat else flat
    end = max(flat.rfind(_MARK), 0)
    return flat[end:].removesuffix(b"\n") != (_HOW % _digest(memoryview(flat)[:end])).removesuffix(b"\n")


def _marked(page: bytes) -> bytes:
    """The page without blanks at its end, then the mark. A large one is copied once."""
    end = len(page)
    while end and page[end - 1] in b" \t\n":
        end -= 1
    digest = hashlib.sha256(memoryview(page)[:end])
    digest.update(b"\n")
    return b"".join((memoryview(page)[:end], b"\n", _HOW % digest.hexdigest().encode()))


def _digest(data: bytes | memoryview) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()


def context(page: Page) -> Mapping[str, Any]:
    """What a template may name."""
    book = page.book
    withdrawn = sum(one.withdrawn for one in book.cards)
    return {
        "list": book.list,
        "sections": book.sections,
        "count": len(book.cards) - withdrawn,
        "withdrawn": withdrawn,
        "newest": max((one.added for one in book.cards), default=""),
        "entries": entries_by(lambda path: entries(path, page)),
        "heading": Given("heading(section)", _heading, ("section",)),
        "toc": toc_by(lambda: "\n".join(toc(page))),
    }


def _heading(section: object) -> str:
    if not isinstance(section, Section):
        raise BadTemplate("heading 的括号里不是小节", "", "请写 heading(section)，section 取自 sections")
    return f"{'#' * min(section.level + 1, 6)} {escape(section.entry.title)}"


def entries(path: object, page: Page) -> str:
    """All records of one section as its `show` has it, parts right after their whole."""
    if not isinstance(path, str):
        raise BadTemplate("entries 的括号里不是小节路径", "", "请写成 entries('models') 或 entries(section.path)")
    section = next((s for s in page.book.sections if s.path == path), None)
    if section is None:
        raise BadTemplate(f"模板里的小节“{path}”不存在", "", "请写 catalog/list.yml 里有的小节路径")
    return str(form_of(section.entry.show).BETWEEN).join([text for _, text in page.shown(section)])


def toc(page: Page) -> Iterator[str]:
    """A nested list of sections; those with headings name their entries, a line each, so that a diff stays small."""
    for section in page.book.sections:
        pad = "  " * (section.level - 1)
        rows = page.rows[section.path]
        yield f"{pad}- [{escape(section.entry.title)}](#{page.sections[section.path]})" + (
            f"（{len(rows)}）" if rows else ""
        )
        if section.entry.show == "headings" and rows:
            names = [f"[{piece.name}](#{page.anchors[one.slug]})" for one, _, piece in rows]
            yield f"{pad}  - " + f"\n{pad}    · ".join(names)
