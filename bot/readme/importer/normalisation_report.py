"""What an import writes otherwise than it stood: things no reader of the page sees, but that a diff shows."""

from __future__ import annotations

from collections.abc import Iterator

from bot.text.line_ends import has_returns

_BLANK = " \t\n"


def evened(text: str, closing: str) -> Iterator[str]:
    """Chinese phrases. `text` is the page as given, `closing` the line added at its end, if any."""
    both = text.count("\r\n")
    bare, alone = text.count("\n") - both, text.count("\r") - both
    if odd := (bare if has_returns(text) else both) + alone:
        yield f"{odd} 处换行与其余的写法不同，统一为 {'CRLF' if has_returns(text) else 'LF'}"
    flat = text.replace("\r\n", "\n").replace("\r", "\n")
    body = flat.rstrip(_BLANK)
    if flat and not flat.endswith("\n"):
        yield "文末补上了换行"
    elif flat[len(body) :] not in {"", "\n"}:
        yield "文末多余的空白和空行合为一个换行"
    if closing:
        yield f"文末没有闭合的内容，补上了一行“{closing}”"
