"""网址写得不对

复制时带进来的全角符号、括号、空格和看不见的字符，以及少写的冒号，都会让读者点开一个不存在的页面。
本规则只看写法，不访问网络；能确定原意的，直接给出改好的网址。

## Flagged

开头缺失或有误：

```yaml
record: {links: [{url: "github.com/clue-ai/ChatYuan"}]}
```

```yaml
record: {links: [{url: "https//github.com/clue-ai/ChatYuan"}]}
```

```yaml
record: {links: [{url: "https://https://github.com/clue-ai/ChatYuan"}]}
```

带着全角符号或后面的文字：

```yaml
record: {links: [{url: "https：//github.com/clue-ai/ChatYuan"}]}
```

```yaml
record: {links: [{url: "https://github.com/clue-ai/ChatYuan，元语对话模型"}]}
```

末尾的括号或标点不属于网址：

```yaml
record: {links: [{url: "https://github.com/clue-ai/ChatYuan)"}]}
```

```yaml
record: {links: [{url: "https://github.com/clue-ai/ChatYuan。"}]}
```

空格、反斜杠、零宽字符：

```yaml
record: {links: [{url: "https://github.com/clue-ai/Chat Yuan"}]}
```

```yaml
record: {links: [{url: 'https://github.com/DAMO-NLP-SG/Video\\_LLaMA'}]}
```

```yaml
record: {links: [{url: "https://github.com/clue-ai/ChatYuan\\u200b"}]}
```

README 页面里的也一样：

```yaml
markdown: |
  # 列表

  - [ChatYuan](https//github.com/clue-ai/ChatYuan)：对话模型
  - [MOSS](https://github.com/OpenLMLab/MOSS)：对话模型
```

介绍和小节导语里的链接也一样，还有不是网页的：

```yaml
record: {name: ChatYuan, description: "元语智能发布，见[代码](https：//github.com/clue-ai/ChatYuan)。"}
```

```yaml
record: {name: ChatYuan, description: "元语智能发布，见[代码](github.com/clue-ai/ChatYuan)。"}
```

```yaml
record: {name: ChatYuan, description: "元语智能发布，[点这里](javascript:alert(1))试用。"}
```

```yaml
record: {name: ChatYuan}
sections: [{id: models, title: 模型, introduction: "另见[榜单](https//yuan-lab.cn/list)。"}]
```

页面里的脚本，无论怎样写：

```yaml
page: |
  ## 工具
  - [甲](JavaScript:alert(1)) - 点一下。
  - <a href="javascript:alert(1)">乙</a> - 点一下。
  - [丙](&#106;avascript:alert(1)) - 点一下。
```

编码过头，或者带进了网页的符号：

```yaml
record: {links: [{url: "https%3A%2F%2Fgithub.com%2Fclue-ai%2FChatYuan"}]}
```

```yaml
record: {links: [{url: "https://chatyuan-lab.cn/index%22%3EChatYuan"}]}
```

中间多了一个句号，后面的仍是网址：

```yaml
record: {links: [{url: "https://github.com/clue-ai/。ChatYuan-large"}]}
```

看着像别的网站，字母是外文的：

```yaml
record: {links: [{url: "https://xn--80ak6aa92e.com/"}]}
```

issue 的编号还没有填：

```yaml
record: {links: [{url: "https://github.com/clue-ai/ChatYuan/issues/url"}]}
```

没有域名，或用的是占位的域名：

```yaml
record: {links: [{url: "https:///clue-ai/ChatYuan"}]}
```

```yaml
record: {links: [{url: "https://example.com/model"}]}
```

网址还没有填（只作提示的是空着的）：

```yaml
page: |
  ## 模型
  - [ChatYuan]() - 对话模型。
  - [MOSS](https://github.com/OpenLMLab/MOSS) - 对话模型。
```

```yaml
markdown: |
  # 列表

  - [ChatYuan](待补充)：对话模型
  - [MOSS](https://github.com/OpenLMLab/MOSS)：对话模型
```

## Fine

```yaml
record: {links: [{url: "https://github.com/clue-ai/ChatYuan"}]}
```

括号成对，是网址的一部分：

```yaml
record: {links: [{url: "https://en.wikipedia.org/wiki/Claude_(language_model)"}]}
```

中文域名：

```yaml
record: {links: [{url: "https://xn--fiq228c5hs.xn--fiqs8s/"}]}
```

有的网站路径里就有中文和全角符号：

```yaml
record: {links: [{url: "https://zh.wikipedia.org/wiki/悟空（消歧义）"}]}
```

README 页面里指向仓库内文件的链接：

```yaml
markdown: |
  # 列表

  - [ChatYuan](https://github.com/clue-ai/ChatYuan)：对话模型，见[说明](docs/chatyuan.md)
  - [MOSS](https://github.com/OpenLMLab/MOSS)：对话模型
```

文件夹带编号、文件名里有冒号的也是：

```yaml
markdown: |
  # 题目

  - [缓存](02.存储篇/2.1%20缓存.md)
  - [磁盘](03-存储/磁盘：快与慢.md)
  - [网络](04-网络/要快还是要稳?.md)
```

介绍里指向本页标题、仓库内文件和邮箱的链接，写作代码的网址，教人输入的网址：

```yaml
record:
  name: ChatYuan
  description: |
    [用法](#使用)见[说明](docs/chatyuan.md)，问题请发[邮件](mailto:chat@yuan-lab.cn)；
    写作 `[a](https//yuan-lab.cn/a)` 就打不开。启动后访问 http://localhost:3000 即可。
```

回到页首的链接：

```yaml
page: |
  ## 模型
  - [MOSS](https://github.com/OpenLMLab/MOSS) - 对话模型。

  [回到顶部](#)
```

搜索的网址里可以有引号：

```yaml
record: {links: [{url: "https://www.google.com/search?q=%22ChatYuan%22"}]}
```

存档网站的网址里本来就有第二个 https://：

```yaml
record: {links: [{url: "https://web.archive.org/web/2023/https://github.com/clue-ai/ChatYuan"}]}
```
"""

import re
from collections.abc import Iterator

from bot.catalog.model import Link, Record, is_url
from bot.lint.analysis.link_syntax import form_problem
from bot.lint.analysis.links_in_texts import TextLink, text_links
from bot.lint.context import LintContext, Page
from bot.lint.finding import Clause, Finding, Fix, Place, Severity, place
from bot.lint.parse_errors import findings
from bot.lint.sentences import Sentence
from bot.lint.text_fields import has_own_file
from bot.markdown.anchors import blanks

SEVERITY: Severity = "error"
SENTENCES = {
    "malformed": Sentence("网址“{url:60}”{problem}", "{repair}"),
    "malformed-in-text": Sentence("{text}里的网址“{shown:60}”{problem}", "{repair}"),
    "blank": Sentence("链接“{label:40}”的网址是空的{more}", "请补上网址；还没有的，先去掉链接、只留文字"),
}
CLAUSES = {"more": "（这样的链接共 {count} 个）"}
FIX: Fix = "link"

# Addresses of programs other than a browser, well-formed: written so on purpose.
_OTHER = re.compile(
    r"(?:ftps?|sftp|stuns?|turns?|magnet|ircs?|xmpp|matrix|tg|mumble|git|svn|rsync|rtmp|rtsp|mms|vscode(?!://file)|steam|weixin"
    r"|obsidian|itms(?:-\w+)?|intent|market|feed|ed2k|thunder|sms|macappstore|itms-apps|chrome|edge|news|nntp|gopher|gemini|ipfs|ws|wss):(?://)?[^\s:]\S+",
    re.IGNORECASE,
)
_TO_TYPE = re.compile(
    r"https?://(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\]|[^/]*example\.)"
    r"|用户名|你的|[<{$]|your|username",
    re.IGNORECASE,
)


def _blank(page: Page) -> Finding | None:
    """The links of a page that have a text and no address: often left to be filled in, and forgotten."""
    if not (jumps := blanks(page.text)):
        return None
    first, *others = (Place("", page.file, line) for line in dict.fromkeys(jump.line for jump in jumps))
    more = Clause("more", {"count": len(jumps)}) if len(jumps) > 1 else None
    return Finding("blank", first, {"label": jumps[0].label}, {"more": more}, tuple(others), severity="info")


def on_purpose(record: Record, link: Link) -> bool:
    """Whether a hand-kept page leads to something that only another program opens."""
    return not has_own_file(record) and bool(_OTHER.fullmatch(link.url))


def _instructs(record: Record, link: Link) -> bool:
    """Whether a bare address in a text tells what to type: `打开 http://localhost:3000`."""
    bare = not link.label or link.label == link.url or not record.section
    return bare and not has_own_file(record) and bool(_TO_TYPE.search(link.url))


def _in_text(link: TextLink) -> Finding | None:
    """A link of a description or an introduction; its place is not among the record's links, so no fix is offered."""
    url, problem = link.found.url, link.problem
    bare = not link.found.label or link.found.label == url
    if problem is None or (bare and _TO_TYPE.search(url)):
        return None
    shown = url if url.strip() else link.found.label
    parts = {"text": link.text.name, "shown": shown, "problem": problem.message, "repair": problem.fix}
    severity: Severity = "info" if _OTHER.fullmatch(url) or not url.strip() else "error"
    return Finding("malformed-in-text", link.place, {"url": url}, parts, severity=severity)


def check(ctx: LintContext) -> Iterator[Finding]:
    empty = {(m.file, m.line) for m in ctx.mistakes if m.kind == "missing"}
    lines_of_links = set()
    for record in ctx.subjects:
        for link in record.links:
            lines_of_links |= {(record.file, link.line), (record.file, link.line + 1)}
            if (record.file, link.line) in empty:
                continue
            problem = form_problem(record, link)
            if problem and not _instructs(record, link):
                evidence = {"url": link.url} | ({"repaired": problem.repaired} if problem.repaired else {})
                parts = {"problem": problem.message, "repair": problem.fix}
                severity: Severity = "info" if on_purpose(record, link) else "error"
                there = place(record, "links", link.line)
                stops = has_own_file(record) and not is_url(link.url)
                yield Finding("malformed", there, evidence, parts, severity=severity, stops=stops)
    yield from (finding for page in ctx.pages if (finding := _blank(page)))
    yield from (finding for link in text_links(ctx) if (finding := _in_text(link)))
    # What the loader refused where no record's link stands, such as the repository in list.yml.
    yield from findings(ctx, (m for m in ctx.mistakes if m.kind == "url" and (m.file, m.line) not in lines_of_links))
