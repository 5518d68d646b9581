"""What an import writes otherwise than it stood: things no reader of the page sees, but that a diff shows."""

from __future__ import annotations

from collections.abc import Iterator

_BLANK = " \t\n"


def evened(text: str, closing: str, *, mark: bool) -> Iterator[str]:
    """Chinese phrases. `text` is the page as given, `closing` the line added at its end, if any, and `mark` whether a
    byte order mark led it.
    """
    if mark:
        yield "去掉了文件开头的字节顺序标记（BOM）"
    if returns := text.count("\r"):
        yield f"{returns} 处回车换行（CRLF）统一为 LF"
    flat = text.replace("\r\n", "\n").replace("\r", "\n")
    body = flat.rstrip(_BLANK)
    if flat and not flat.endswith("\n"):
        yield "文末补上了换行"
    elif flat[len(body) :] not in {"", "\n"}:
        yield "文末多余的空白和空行合为一个换行"
    if closing:
        yield f"文末没有闭合的内容，补上了一行“{closing}”"
