"""网址里有一处像是打错了

少了末尾一个字母的仓库名、拼错的域名、多出来的一层路径、少了域名的“作者/仓库”：这些链接点开都是 404。
本规则拿名称、同一条目的其他链接和常见网站的写法来比；只差一个字母而又没有旁证的不报。

## Flagged

仓库名比名称少了最后一个字母：

```yaml
record: {name: CasaNova, links: [{url: "https://github.com/ice-lab/CasaNov"}]}
```

中间少了一个字母，名称里有：

```yaml
record: {name: Kube-Saltstack, links: [{url: "https://github.com/valen/Kube-Salstack"}]}
```

域名拼错：

```yaml
record: {links: [{url: "https://gitlba.com/graph-lab/LightGraphs"}]}
```

```yaml
record: {links: [{url: "https://elephant-lab.cpm/docs"}]}
```

别人的网站，以一个大家都认得的域名开头：

```yaml
record: {links: [{url: "https://github.com.lamp-login.cn/lamp-lab/lantern"}]}
```

GitHub 没有这样的三层路径：

```yaml
record: {name: fzf-marks, links: [{url: "https://github.com/popstar/urbain/fzf-marks"}]}
```

另一个网址被接在了后面：

```yaml
record: {links: [{url: "https://github.com/jed/ripz/blob/master/github.com/burnt/ripgrep"}]}
```

数字对不上：

```yaml
record: {name: BSD 2-Clause, links: [{url: "https://opensource-licences.dev/BSD-3-Clause"}]}
```

## Fine

名称和仓库名各有各的写法：

```yaml
record: {name: Prompt Engineering Guide, links: [{url: "https://github.com/dair/Prompt-Engineering-Guide"}]}
```

仓库名多了语言或平台：

```yaml
record: {name: text-meme, links: [{url: "https://github.com/beat/text-meme-cli"}]}
```

名称是另一种拼法，不止差一个字母：

```yaml
record: {name: Szhirafu, links: [{url: "https://github.com/jrm/zsh-jira-fu"}]}
```

文档页叫 docs，不是把名称拼错：

```yaml
record: {name: DOCK, links: [{url: "https://dock.cn/"}, {url: "https://dock.cn/docs", label: Docs}]}
```

年份写了四位或两位：

```yaml
record: {name: HANDLE 2017, links: [{url: "http://pose.cn/handle17"}]}
```

仓库名前后多出来的字母自有含义：

```yaml
record: {name: Doom, links: [{url: "https://doom-lab.cn"}, {url: "https://github.com/doom-lab/gdoom", label: 源码}]}
```

数字一样，网址后面多了编号：

```yaml
record: {name: Fox 13, links: [{url: "https://forums.fox-lab.cn/fox-13.239"}]}
```

真有这样的网站：

```yaml
record: {links: [{url: "https://gitea.com/open-lab/sample"}]}
```

Go 的文档站把仓库地址接在自己后面：

```yaml
record: {links: [{url: "https://pkg.go.dev/github.com/open-lab/sample"}]}
```
"""

from collections.abc import Iterator

from bot.lint.analysis.url_typos import folders, slip
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity, place
from bot.lint.sentences import Sentence

SEVERITY: Severity = "warning"
SENTENCES = {
    "local-path": Sentence("链接 {url} 是某台电脑上的路径", "请换成网上的地址"),
    "no-site": Sentence("链接 {url} 少了网站名", "像是 https://github.com/{url}"),
    "host": Sentence("链接 {url} 的域名 {host} 像是 {known}", "请改为 {known}"),
    "imitation": Sentence("链接 {url} 的域名 {host} 以 {known} 开头，却是另一个网站", "请核对域名，当心仿冒网站"),
    "ending": Sentence("链接 {url} 的域名以“{ending}”结尾，像是打错了", "请核对域名的结尾"),
    "odd-characters": Sentence("链接 {url} 里的账号或仓库名带着不可能有的字符", "请删去多余的字符"),
    "second-url": Sentence("链接 {url} 里面又接了一个网址", "第二个从“{second}”开始，请只留一个"),
    "no-such-page": Sentence("链接 {url} 不是 GitHub 的页面：仓库后面没有“{page}”这样的一页", "请核对路径"),
    "repaired-page": Sentence("链接 {url} 不是 GitHub 的页面：仓库后面没有“{page}”这样的一页", "像是 {meant}"),
    "file-for-site": Sentence("链接 {url} 是仓库里的一个文件，文字却是网站 {site}", "像是 https://{site}"),
    "other-number": Sentence("链接 {url} 和名称“{called:40}”的数字对不上", "请核对链接指到的是不是这一个"),
    "spelt-elsewhere": Sentence(
        "链接 {url} 的“{slug}”和名称差一个字母", "“{witness:60}”里写作“{spelling}”，请核对拼写"
    ),
    "one-letter": Sentence("链接 {url} 的“{slug}”和名称“{called:40}”差一个字母", "请核对拼写"),
}


def check(ctx: LintContext) -> Iterator[Finding]:
    known = folders(ctx)
    for record in ctx.subjects:
        for link in record.links:
            if typo := slip(record, link, known):
                at = place(record, "links", link.line)
                evidence = {"url": link.url, "name": link.label or record.name}
                yield Finding(typo.what, at, evidence, typo.parts, severity=typo.severity)
