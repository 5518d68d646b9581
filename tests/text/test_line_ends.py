"""A text keeps the line ends and the byte order mark that another has."""

import pytest

from bot.text.line_ends import plain_ends, with_ends_of


@pytest.mark.parametrize(
    ("other", "made"),
    [
        pytest.param("x\ny\n", "a\nb\n", id="LF"),
        pytest.param("x\r\ny\r\n", "a\r\nb\r\n", id="CRLF"),
        pytest.param("x\r\ny\n", "a\nb\n", id="half of each"),
        pytest.param("x\r\ny\r\nz\n", "a\r\nb\r\n", id="mostly CRLF"),
        pytest.param("\ufeffx\n", "\ufeffa\nb\n", id="byte order mark"),
        pytest.param("\ufeffx\r\n", "\ufeffa\r\nb\r\n", id="both"),
        pytest.param("", "a\nb\n", id="nothing"),
    ],
)
@pytest.mark.parametrize("text", ["a\nb\n", "\ufeffa\r\nb\r\n"], ids=["plain", "with both"])
def test_with_ends_of(text: str, other: str, made: str):
    assert with_ends_of(text, other) == made
    assert plain_ends(made) == "a\nb\n"
