"""What closes a text that leaves a block open; GitHub's renderer is the judge of what may follow it."""

from __future__ import annotations

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st

from bot.markdown.page import page_lines
from bot.markdown.unclosed_blocks import closed, unclosed

LINES = st.sampled_from(
    [
        *("text", "", "", "> quote", "- item", "    code", "  more", "| a |"),
        *("```", "~~~~", "````sh", "> ```", "- ```", "  ```", "    ```"),
        *("<!-- a", "-->", "a <!-- b -->", "<div>", "</div>", "<?php", "?>", "<!X", "<script>", "</script>"),
    ]
)


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        pytest.param("a", "", id="text"),
        pytest.param("```\na", "```", id="fence"),
        pytest.param("````x\na\n", "````", id="longer-fence"),
        pytest.param("~~~\n```\n", "~~~", id="the-other-fence"),
        pytest.param("```\na\n```", "", id="closed-fence"),
        pytest.param("- ```\n  a", "", id="fence-ends-with-its-item"),
        pytest.param("    ```\na", "", id="code-is-no-fence"),
        pytest.param("<!-- a\n\nb", "-->", id="comment"),
        pytest.param("<!-- a -->", "", id="closed-comment"),
        pytest.param("<SCRIPT>\nx\n\ny", "</script>", id="raw-html"),
        pytest.param("<pre>\na</pre>", "", id="closed-raw-html"),
        pytest.param("<div>\na", "", id="a-blank-line-ends-other-html"),
        pytest.param("<?php\n\na", "?>", id="instruction"),
        pytest.param("<![CDATA[\n\nx", "]]>", id="character-data"),
        pytest.param("<!DOCTYPE\n\nx", ">", id="declaration"),
    ],
)
def test_closing_line(text: str, closing: str):
    assert unclosed(page_lines(text)) == closing


@given(st.lists(LINES, max_size=7).map("\n".join))
def test_a_heading_may_follow_what_is_closed(text: str):
    page = "\n".join(closed(page_lines(text))) + "\n## 下一条\n"
    assert "<h2>下一条</h2>" in cmarkgfm.github_flavored_markdown_to_html(page, Options.CMARK_OPT_UNSAFE)
