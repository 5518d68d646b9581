"""Bytes → text. What is not UTF-8 is refused with the name of the encoding it looks like."""

from __future__ import annotations

import codecs

from bot.errors import CurateError

_SAMPLE = 1 << 16
_MARKS = ((codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))


def decode(data: bytes, file: str) -> str:
    """The text of a UTF-8 file. Raises CurateError with the line and a command that converts the file."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refused(_looks_like(data), f"{file}:{line}") from error
    if "\0" in text:
        raise _refused(_looks_like(data), f"{file}:{text.count(chr(10), 0, text.index(chr(0))) + 1}")
    return text


def _refused(encoding: str, where: str) -> CurateError:
    if not encoding:
        return CurateError("这不是文本文件", where, "请给出 Markdown 文件的路径")
    name = where.rpartition(":")[0]
    return CurateError(
        f"文件不是 UTF-8 编码，看起来是 {encoding}",
        where,
        f"请用编辑器另存为 UTF-8，或运行 iconv -f {encoding} -t UTF-8 {name} > utf8.md 后用新文件",
    )


def _looks_like(data: bytes) -> str:
    """A likely encoding of bytes that are no UTF-8; empty for what looks like no text at all."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    sample = data[:_SAMPLE]
    if b"\0" in sample:
        return "UTF-16" if any(_reads(sample, name) for name in ("utf-16-le", "utf-16-be")) else ""
    decoder = codecs.getincrementaldecoder("gb18030")()
    try:
        text = decoder.decode(sample)
    except UnicodeDecodeError:
        return "ISO-8859-1" if not any(byte < 9 for byte in sample) else ""
    wide = sum("\u4e00" <= character <= "\u9fff" or "\u3000" <= character <= "\u303f" for character in text)
    return "GB18030" if wide * 2 > sum(character > "\x7f" for character in text) else "ISO-8859-1"


def _reads(sample: bytes, encoding: str) -> bool:
    """Whether nearly all of `sample` is printable in an encoding of two bytes a character, and some of it ASCII."""
    text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
    told = sum(character.isprintable() or character in "\r\n\t" for character in text)
    return told * 20 >= len(text) * 19 and any("\t" <= character <= "~" for character in text)
