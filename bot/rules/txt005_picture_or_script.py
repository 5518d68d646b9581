"""标题、样式或介绍里有图片、网页标签或脚本

列表是给人读的文字。标题里的网页标签读者看不到，或者照原样露出来；样式（`show`）里的脚本和事件，GitHub 一律去掉，
换一个地方显示却可能运行；图片要从别人的网站载入，图片换了内容、用来跟踪读者，列表都管不着。
样式里的徽章、列表自己的图片、导语里的标志和截图不在此列；许多条目都带图片的，是列表自己的做法，也不提。
手工维护的页面里，图片由页面自己决定，不查。

## Flagged

列表和小节的标题：

```yaml
record: {name: ChatYuan}
list: {title: "示例列表 <img src=https://track-evil.cn/t.png>"}
```

```yaml
record: {name: ChatYuan}
sections: [{id: models, title: "模型 ![图](https://track-evil.cn/t.png)"}]
```

样式里的脚本，和点击时运行的代码：

```yaml
record: {name: ChatYuan}
sections: [{id: models, title: 模型, show: "- [{name}]({url})<script>alert(1)</script>"}]
```

```yaml
record: {name: ChatYuan}
sections: [{id: models, title: 模型, show: "- <a href=\\"{url}\\" onclick=\\"steal()\\">{name}</a>"}]
```

样式里从别处载入的图片，每个条目都会载入一次：

```yaml
record: {name: ChatYuan}
sections: [{id: models, title: 模型, show: "- [{name}]({url}) ![](https://track-evil.cn/t.png)"}]
```

介绍里的图片：

```yaml
record: {name: ChatYuan, description: "对话模型。![效果](https://track-evil.cn/t.png?u=1)"}
```

小节导语里跟踪读者的图片，另外写下的文字里的脚本：

```yaml
record: {name: ChatYuan}
sections: [{id: models, title: 模型, introduction: "先看说明 ![x](https://track-evil.cn/t.png?u=1)。"}]
```

```yaml
record: {name: ChatYuan, extra: {备注: "<script src=https://track-evil.cn/a.js></script>"}}
```

## Fine

样式里的徽章和列表自己的图片，普通的标签：

```yaml
record: {name: ChatYuan}
sections:
  - id: models
    title: 模型
    show: "- <b>[{name}]({url})</b> ![](https://img.shields.io/badge/a-b-blue) <img src=assets/star.svg>"
```

标题里的尖括号和感叹号，以及不是标签的：

```yaml
record: {name: ChatYuan}
sections: [{id: models, title: "C++ & C#（< 1B）！"}, {id: own, title: "自己写一个 <某种技术>、<your-tool-here>"}]
```

说的就是图片怎样写：

```yaml
record: {name: ChatYuan, description: "用 `![图](https://a.cn/a.png)` 插入图片。"}
```

列表自己的图片：

```yaml
record: {name: ChatYuan, description: "对话模型。![效果](images/chatyuan.png)"}
```

许多条目都带图片：

```yaml
record: {name: ChatYuan, description: "对话模型。![效果](https://chatyuan.cn/t.png)"}
catalog:
  - {name: MOSS, description: "复旦的模型。![效果](https://moss.cn/t.png)"}
  - {name: BELLE, description: "链家的模型。![效果](https://belle.cn/t.png)"}
```

列表导语里的标志：

```yaml
record: {name: ChatYuan}
list: {introduction: "![标志](assets/logo.png) 收录对话模型。"}
```
"""

import re
from collections.abc import Iterator

from bot.catalog.model import SectionEntry
from bot.lint.analysis.same_page import everything
from bot.lint.context import LintContext
from bot.lint.finding import Clause, Finding, Place, Severity
from bot.lint.sentences import Sentence
from bot.lint.text_fields import LIST_FILE, Text, has_own_file, of_list, of_record
from bot.markdown.images import images
from bot.markdown.parse import nodes

SEVERITY: Severity = "error"
SENTENCES = {
    "tag": Sentence("{field}里有网页标签“{tag:40}”", "标题只写文字，请删去它"),
    "picture-in-title": Sentence("{field}里有图片“{url:60}”", "标题只写文字，请删去图片"),
    "script": Sentence(
        "{field}里有“{tag:40}”，它会运行代码或载入别的页面，GitHub 会把它去掉", "请删去它，只留 Markdown 和普通的标签"
    ),
    "picture": Sentence("{field}里的图片“{url:60}”要从别人的网站载入{each}", "请删去图片，或换成列表自己的图片"),
}
CLAUSES = {"each": "，每个条目都会载入一次"}
RARE = 3  # entries with pictures from which on they are the list's way
_SCRIPT = re.compile(
    r"<\s*(?:script|style|iframe|object|embed|applet|form|link|meta|base|svg|math|template)\b[^<>]*"
    r"|<[a-z][^<>]*?\s(?P<event>on[a-z]+)\s*=[^<>]*|(?:href|src)\s*=\s*[\"']?\s*javascript:[^<>]*",
    re.IGNORECASE,
)
# Elements of HTML, https://html.spec.whatwg.org/multipage/indices.html#elements-3; what else stands in such brackets
# is meant to be read.
_ELEMENT = re.compile(
    r"</?(?:a|abbr|audio|b|bdi|bdo|big|blockquote|br|button|canvas|center|cite|code|dd|del|details|dfn|div|dl|dt|em"
    r"|embed|figure|font|form|h[1-6]|hr|i|iframe|img|input|ins|kbd|label|li|link|main|mark|math|meta|nav|object|ol|p"
    r"|picture|pre|q|rp|rt|ruby|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg"
    r"|table|tbody|td|template|textarea|tfoot|th|thead|time|tr|tt|u|ul|var|video|wbr)(?![\w-])"
    r"|<!|<\?",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"!\[|<img", re.IGNORECASE)
_WEB = re.compile(r"(?:https?:)?//(?:www\.)?(?P<host>[^/?#:]+)", re.IGNORECASE)
# Badges, and where a repository's own pictures lie.
_USUAL = re.compile(
    r"(?i)(?:.*\.)?(?:shields\.io|badgen\.net|badge\.fury\.io|star-history\.com|github\.com|githubusercontent\.com|gitee\.com"
    r"|githubassets\.com|codecov\.io|jsdelivr\.net|awesome\.re)"
)


def check(ctx: LintContext) -> Iterator[Finding]:
    if ctx.pages:
        return
    for record in ctx.subjects:
        if has_own_file(record) and not ctx.stood_so(record) and (record.extra or _PICTURE.search(record.description)):
            for text in of_record(record):
                if text.field == "extra":
                    yield from _scripts(text)
                if text.field in {"extra", "description"} and ctx.once("pictures are rare", _rare):
                    yield from _pictures(text)
    if len(ctx.subjects) == len(ctx.catalog.records):
        yield from (finding for text in of_list(ctx.catalog.list) for finding in _of_list(text))
        yield from (finding for text in _shows(ctx.catalog.list.sections) for finding in _of_style(text))


def _rare(ctx: LintContext) -> bool:
    return sum(bool(_PICTURE.search(record.description)) for record in everything(ctx)) < RARE


def _of_list(text: Text) -> Iterator[Finding]:
    if text.field == "introduction":
        yield from _pictures(text, foreign=True)
        return
    for node in nodes(text.value):
        if node.kind == "Image":
            yield Finding("picture-in-title", text.at, {"url": node.data["dest_url"]}, {"field": text.name})
        elif node.kind in {"InlineHtml", "HtmlBlock"}:
            tag = text.value[node.start : node.end].strip()
            if _ELEMENT.search(tag) or _SCRIPT.search(tag):
                yield Finding("tag", text.at, {"tag": tag[:80]}, {"field": text.name})


def _of_style(text: Text) -> Iterator[Finding]:
    yield from _scripts(text)
    yield from _pictures(text, foreign=True, each=Clause("each"))


def _scripts(text: Text) -> Iterator[Finding]:
    for match in _SCRIPT.finditer(text.value):
        at = text.place(text.value.count("\n", 0, match.start()))
        yield Finding("script", at, {"tag": match[0][:80]}, {"field": text.name})


def _pictures(text: Text, *, foreign: bool = False, each: Clause | None = None) -> Iterator[Finding]:
    """Pictures of a text; with `foreign` only those from places that no list has its badges and pictures at."""
    for url, line in images(text.value):
        web = _WEB.match(url)
        if web and not (foreign and _USUAL.fullmatch(web["host"])):  # a list's own pictures are LNK016's
            parts = {"field": text.name, "each": each}
            yield Finding("picture", text.place(line - 1), {"url": url}, parts, severity="warning")


def _shows(entries: tuple[SectionEntry, ...]) -> Iterator[Text]:
    for entry in entries:
        line, _ = entry.place("show")
        yield Text(
            "show", f"小节 {entry.id} 的样式", entry.show, Place("", LIST_FILE, line), line + entry.show.endswith("\n")
        )
        yield from _shows(entry.sections)
