"""The lines that awesome-lint's messages are about, where it says the line and where it does not."""

import pytest

from bench.awesome_lint import lines_of

PAGE = """\
# Tools

- [Lantern](https://lantern-project.dev) - Light.
- Kite: https://kite-project.dev/docs
- www.kite-project.dev/docs once more
"""


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        pytest.param([], set(), id="nothing-said"),
        pytest.param([(3, "Duplicate link: https://lantern-project.dev")], {3}, id="a-line-is-said"),
        pytest.param([(None, "Duplicate link: https://kite-project.dev/docs")], {4, 5}, id="only-the-address-is-said"),
        pytest.param([(None, "Duplicate link: https://gone-project.dev")], set(), id="an-address-nowhere-on-the-page"),
        pytest.param([(None, "something else"), (3, "x: y")], {3}, id="no-line-and-no-address"),
    ],
)
def test_lines(said: list[tuple[int | None, str]], lines: set[int]) -> None:
    assert lines_of(said, PAGE) == lines
