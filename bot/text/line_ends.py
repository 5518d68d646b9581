"""Line ends and a byte order mark: left out while a text is worked on, put back as they stood when it is written."""

from __future__ import annotations

_MARK = "\ufeff"


def plain_ends(text: str) -> str:
    """Without a byte order mark, and with line ends as \\n."""
    text = text.removeprefix(_MARK)
    return text.replace("\r\n", "\n") if "\r" in text else text


def with_ends_of(text: str, other: str) -> str:
    """`text` with the byte order mark of `other`, if any, and with the line ends that most of its lines have."""
    text = plain_ends(text)
    if has_returns(other):
        text = text.replace("\n", "\r\n")
    return _MARK + text if other.startswith(_MARK) else text


def has_returns(text: str) -> bool:
    """Whether most lines end in \\r\\n."""
    return "\r" in text and text.count("\r\n") * 2 > text.count("\n")
