"""What is no UTF-8: which encoding it is told to be, and where."""

import codecs

import pytest

from bot.errors import CurateError
from bot.files.decode import decode

GBK = "中文列表".encode("gb18030")


@pytest.mark.parametrize(("data", "what", "where"), [
    pytest.param(b"ok\n" + GBK, "GB18030", "a.md:2", id="Chinese"),
    pytest.param("中文。，".encode("gb18030"), "GB18030", "a.md:1", id="Chinese with marks"),
    pytest.param("中文".encode("utf-16"), "UTF-16", "a.md:1", id="UTF-16 with its mark"),
    pytest.param(codecs.BOM_UTF16_BE + "中".encode("utf-16-be"), "UTF-16", "a.md:1", id="the other UTF-16 with its mark"),
    pytest.param("中文".encode("utf-32"), "UTF-32", "a.md:1", id="UTF-32"),
    pytest.param("# abc\n甲乙".encode("utf-16-le"), "UTF-16", "a.md:1", id="UTF-16 without"),
    pytest.param("# abc\n甲乙".encode("utf-16-be"), "UTF-16", "a.md:1", id="the other UTF-16 without"),
    pytest.param("café crème".encode("latin-1"), "ISO-8859-1", "a.md:1", id="French"),
    pytest.param(b"\xff" * 9 + b"\x09", "ISO-8859-1", "a.md:1", id="a tab is text"),
])  # fmt: skip
def test_encodings(data, what, where):
    with pytest.raises(CurateError) as caught:
        decode(data, "a.md")
    assert caught.value.where == where
    assert f"看起来是 {what}" in caught.value.what
    assert f"iconv -f {what} -t UTF-8 a.md > utf8.md" in caught.value.next_step


@pytest.mark.parametrize("data", [
    pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0", id="an image"), pytest.param(b"\xff\x08\xff", id="a control character"),
])  # fmt: skip
def test_no_text(data):
    with pytest.raises(CurateError, match="这不是文本文件"):
        decode(data, "a.md")


def test_where_a_zero_byte_stands():
    with pytest.raises(CurateError) as caught:
        decode(b"ok\nab\0cd", "a.md")
    assert caught.value.where == "a.md:2"


@pytest.mark.parametrize(("data", "text"), [("中".encode(), "中"), (b"\xef\xbb\xbfa", "a"), (b"", "")])
def test_utf_8(data, text):
    assert decode(data, "a.md") == text
