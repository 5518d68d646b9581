"""What a record says may stand in an issue: it calls nobody, closes nothing and loads no picture."""

import html
import random
import re

import pytest
from cmarkgfm import cmark, github_flavored_markdown_to_html
from hostile import BITS

from bot.markdown.harmless import harmless

CALM = {
    "mention": ("感谢 @octocat 与 @org/team。", "感谢 <code>@octocat</code> 与 <code>@org/team</code>。"),
    "after Chinese": ("感谢@octocat", "感谢<code>@octocat</code>"),
    "keyword": ("fixes #3, closes other/repo#7", "fixes <code>#3</code>, closes <code>other/repo#7</code>"),
    "gh": ("resolves GH-12", "resolves <code>GH-12</code>"),
    "commit": ("见 deadbeefcafe123", "见 <code>deadbeefcafe123</code>"),
    "picture": ("见 ![图 [1]](https://t.cn/x.png?u=1)。", r"见 图 \[1\]。"),
    "mention in the words of a picture": ("见 ![图 @octocat](https://t.cn/x.png)。", "见 图 <code>@octocat</code>。"),
    "picture in a link": ("[![徽章](https://t.cn/x.svg)](https://x.org)", "[徽章](https://x.org)"),
    "html picture": ('一张 <img src="https://t.cn/x.png" alt="图"> 图', "一张 图 图"),
    "picture without words": ("一张 ![](https://t.cn/x.png) 图", "一张 <b></b> 图"),
    "escaped": (r"\@octocat \#3", "<code>@octocat</code> <code>#3</code>"),
    "character reference": ("&#64;octocat &#35;3", "<code>@octocat</code> <code>#3</code>"),
    "block of html": ("<div>\n@octocat <b>#3</b>\n</div>", "<div>\n<code>@octocat</code> <b><code>#3</code></b>\n</div>"),
    "comment without end": ("<!-- 待核实\n条目", "<!-- 待核实\n条目-->"),
    "emphasis": ("**@octocat**", "**<code>@octocat</code>**"),
}  # fmt: skip
LEFT = {
    "words": "参数量 < 1B，R&D，C# 与 F#，#标签",
    "code": "`@octocat` 与 `#3`",
    "block of code": "```\n@octocat fixes #3\n```",
    "link": "[@octocat](https://github.com/octocat) 与 [#3](https://x.org)",
    "address": "https://x.org/@octocat/1#2 与 <https://x.org/@a>",
    "mail": "写信到 a@x.org",
    "number": "1234567 与 abcdefg",
    "html": "<details><summary>更多</summary>\n\n文字\n\n</details>",
}


@pytest.mark.parametrize(("text", "calm"), CALM.values(), ids=CALM)
def test_what_calls_is_shown_as_code(text, calm):
    assert harmless(text) == calm
    assert not live(calm)


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_what_calls_nobody_stays(text):
    assert harmless(text) == text
    assert not live(text)


SOUP = [
    *BITS, "![a @z](https://t.cn/x.png)", "<img src=x alt='@k'>", "o/r#7", "#12", "&#x40;abc", "\\#3", "&#35;4", "<div>",
    "</div>", "**", "*", "GH-3", "[a @q](https://x.org)", "<b>@u</b>", "<a href=x>@v</a>", "\\", "`",
]  # fmt: skip


@pytest.mark.parametrize("part", range(4))
def test_no_mixture_calls_anybody_on_github(part):
    for seed in range(part * 250, part * 250 + 250):
        rng = random.Random(seed)
        text = rng.choice(["", " "]).join(rng.choices(SOUP, k=rng.choice([2, 4, 8, 20]))).replace("\ud83d", "")
        assert not live(harmless(text)), (seed, text)


def live(markdown: str) -> list[str]:
    """What GitHub would make something of, and the pictures."""
    page = github_flavored_markdown_to_html(markdown, cmark.Options.CMARK_OPT_UNSAFE)
    page = re.sub(r"<!--.*?(-->|\Z)", "", page, flags=re.DOTALL)
    page = re.sub(r"<(script|style|title|xmp)\b.*?(</\1>|\Z)", "", page, flags=re.DOTALL | re.IGNORECASE)
    page = re.sub(r"<(code|a|pre)\b[^>]*>.*?</\1>", "`", page, flags=re.DOTALL)
    text = html.unescape(re.sub(r"<[^<>]*>", "\1", page))
    return re.findall(r"(?<![0-9A-Za-z_])(?:@[0-9A-Za-z]|(?i:gh-)[0-9]|#[0-9])", text) + re.findall(r"<img[^>]*>", page)
