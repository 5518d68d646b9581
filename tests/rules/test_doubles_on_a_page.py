"""The same project twice in one hand-kept page is found, however the page writes its entries: told at two lines."""

from textwrap import dedent

import pytest

from bot.flows.check import latest_today
from bot.lint.discover import all_rules
from bot.lint.page_context import page_context

KINDS = {
    "bullets": """
        ## 模型
        - [Lantern](https://github.com/lamp/lantern) - 会聊天的灯
        - [Beacon](https://github.com/sea/beacon) - 指路的灯

        ## 工具
        - [Wick](https://github.com/lamp/wick) - 灯芯
        - [Lantern](https://github.com/lamp/lantern/) - 会聊天的灯
        """,
    "numbered": """
        ## 模型
        1. [Lantern](https://github.com/lamp/lantern)
        2. [Beacon](https://github.com/sea/beacon)
        3. [Lantern](https://github.com/lamp/lantern)
        """,
    "numbers written out": """
        ## 模型

        1、[Lantern](https://github.com/lamp/lantern)，会聊天的灯

        2、[Beacon](https://github.com/sea/beacon)，指路的灯

        3、[Lantern](https://github.com/lamp/lantern)，会聊天的灯
        """,
    "link in the second column": """
        ## 模型
        | 名称 | 地址 | 说明 |
        |---|---|---|
        | Lantern | https://github.com/lamp/lantern | 聊天 |
        | Beacon | https://github.com/sea/beacon | 指路 |
        | Wick | https://github.com/lamp/wick | 灯芯 |
        | Lantern | https://github.com/lamp/lantern | 聊天 |
        """,
    "linked word in the last column": """
        ## 模型
        | 序号 | 模型 | 机构 | 链接 |
        |---|---|---|---|
        | 1 | Lantern | 灯会 | [GitHub](https://github.com/lamp/lantern) |
        | 2 | Beacon | 海事 | [GitHub](https://github.com/sea/beacon) |
        | 3 | Lantern | 灯会 | [GitHub](https://github.com/lamp/lantern) |
        """,
    "titles of papers, each with its label": """
        ## 论文
        - Teaching Lanterns to Answer Politely [[Paper]](https://arxiv.org/abs/2301.00001)
        - Beacons That Never Sleep at Night [[Paper]](https://arxiv.org/abs/2301.00002) [[Code]](https://github.com/sea/beacon)
        - How a Wick Learns to Burn Slowly [[arXiv]](https://arxiv.org/abs/2301.00003)
        - Teaching Lanterns to Answer Politely [[Paper]](https://arxiv.org/abs/2301.00001) [[Code]](https://github.com/lamp/lantern)
        """,
    "bold names and bare addresses": """
        ## 模型

        **Lantern**：会聊天的灯。 https://github.com/lamp/lantern

        **Beacon**：指路的灯。 https://github.com/sea/beacon

        **Lantern**：会聊天的灯。 https://github.com/lamp/lantern
        """,
    "bold names in bullets": """
        ## 模型
        - **Lantern** - 会聊天的灯。https://github.com/lamp/lantern
        - **Beacon** - 指路的灯。https://github.com/sea/beacon
        - **Lantern** - 会聊天的灯。https://github.com/lamp/lantern
        """,
    "bold labels": """
        ## 工具

        **1\\. 把灯变亮：**[wick](https://github.com/lamp/wick)

        **2\\. 把灯变暗：** [仓库](https://github.com/sea/dim)

        **3\\. 把灯再变亮一点：** [wick](https://github.com/lamp/wick)
        """,
    "references": """
        ## 模型
        - [Lantern][1] - 会聊天的灯
        - [Beacon][beacon] - 指路的灯
        - [Lantern] - 会聊天的灯

        [1]: https://github.com/lamp/lantern
        [beacon]: https://github.com/sea/beacon
        [lantern]: https://github.com/lamp/lantern/
        """,
    "name and address": """
        ## 模型
        Lantern - https://github.com/lamp/lantern
        Beacon - https://github.com/sea/beacon
        Lantern - https://github.com/lamp/lantern
        """,
    "name and address with blank lines": """
        ## 模型

        Lantern：https://github.com/lamp/lantern

        Beacon：https://github.com/sea/beacon

        Lantern：https://github.com/lamp/lantern
        """,
    "folded": """
        ## 模型
        <details>
        <summary>灯具</summary>

        - [Lantern](https://github.com/lamp/lantern) - 会聊天的灯
        - [Beacon](https://github.com/sea/beacon) - 指路的灯

        </details>
        <details>
        <summary>其他</summary>

        - [Wick](https://github.com/lamp/wick)
        - [Lantern](https://github.com/lamp/lantern) - 会聊天的灯

        </details>
        """,
    "nested bullets": """
        ## 模型
        - 灯具
          - [Lantern](https://github.com/lamp/lantern)
          - [Beacon](https://github.com/sea/beacon)
        - 其他
          - [Wick](https://github.com/lamp/wick)
            - [Lantern](https://github.com/lamp/lantern)
        """,
    "entries of several lines": """
        ## 模型
        - Lantern
          - 简介：会聊天的灯
          - 地址：https://github.com/lamp/lantern
        - Beacon
          - 简介：指路的灯
          - 地址：https://github.com/sea/beacon
        - Lantern
          - 简介：会聊天的灯
          - 地址：https://github.com/lamp/lantern
        """,
    "headings": """
        ## 模型
        ### Lantern
        会聊天的灯：https://github.com/lamp/lantern

        ### Beacon
        指路的灯：https://github.com/sea/beacon

        ### Lantern
        会聊天的灯：https://github.com/lamp/lantern
        """,
    "linked headings": """
        ## [Lantern](https://github.com/lamp/lantern)
        会聊天的灯

        ## [Beacon](https://github.com/sea/beacon)
        指路的灯

        ## [Lantern](https://github.com/lamp/lantern)
        会聊天的灯
        """,
    "full-width punctuation": """
        ## 模型
        * 【Lantern】（https://github.com/lamp/lantern）：会聊天的灯；
        * 【Beacon】（https://github.com/sea/beacon）：指路的灯；
        * 【Lantern】（https://github.com/lamp/lantern）：会聊天的灯。
        """,
    "badges before names": """
        ## 模型
        - <img src="https://img.example/a.svg" width="16"/> [Lantern](https://github.com/lamp/lantern) - 会聊天的灯
        - ![stars](https://img.shields.io/b.svg) [Beacon](https://github.com/sea/beacon) - 指路的灯
        - [![oss](https://img.example/c.svg)](https://github.com/lamp/lantern) [Lantern](https://github.com/lamp/lantern)
        """,
    "emoji before names": """
        ## 模型
        - 🔥 [Lantern](https://github.com/lamp/lantern) - 会聊天的灯
        - :star: [Beacon](https://github.com/sea/beacon) - 指路的灯
        - ⭐️ **[Lantern](https://github.com/lamp/lantern)** - 会聊天的灯
        """,
    "HTML lines": """
        ## 模型
        <p>
        &nbsp;&nbsp;:lamp: <a href="https://github.com/lamp/lantern"><b>Lantern</b></a> - 会聊天的灯笼<br>
        &nbsp;&nbsp;:lamp: <a href="https://github.com/sea/beacon"><b>Beacon</b></a> - 指路的灯塔<br>
        </p>

        ## 工具
        <p>
        &nbsp;&nbsp;:lamp: <a href="https://github.com/lamp/lantern"><b>Lantern</b></a> - 会聊天的灯笼<br>
        </p>
        """,
    "HTML list": """
        ## 模型
        <ul>
          <li><a href="https://github.com/lamp/lantern">Lantern</a> 会聊天的灯</li>
          <li><a href="https://github.com/sea/beacon">Beacon</a> 指路的灯</li>
          <li><a href="https://github.com/lamp/lantern">Lantern</a> 会聊天的灯</li>
        </ul>
        """,
    "HTML table": """
        ## 模型
        <table>
        <tr><td>1</td><td><a href="https://github.com/lamp/lantern">Lantern</a></td></tr>
        <tr><td>2</td><td><a href="https://github.com/sea/beacon">Beacon</a></td></tr>
        <tr><td>3</td><td><a href="https://github.com/lamp/lantern">Lantern</a></td></tr>
        </table>
        """,
    "HTML grid": """
        ## 模型
        <table>
        <tr>
          <td><a href="https://github.com/lamp/lantern">Lantern</a></td>
          <td><a href="https://github.com/sea/beacon">Beacon</a></td>
        </tr>
        <tr>
          <td><a href="https://github.com/lamp/wick">Wick</a></td>
          <td><a href="https://github.com/lamp/lantern">Lantern</a></td>
        </tr>
        </table>
        """,
    "grid of a table": """
        ## 模型
        | | |
        |---|---|
        | [Lantern](https://github.com/lamp/lantern) | [Beacon](https://github.com/sea/beacon) |
        | [Wick](https://github.com/lamp/wick) | [Lantern](https://github.com/lamp/lantern) |
        """,
    "lines of a paragraph": """
        ## 模型
        [Lantern](https://github.com/lamp/lantern) 会聊天的灯<br>
        [Beacon](https://github.com/sea/beacon) 指路的灯<br>
        [Lantern](https://github.com/lamp/lantern) 会聊天的灯<br>
        """,
    "quoted bullets": """
        ## 模型
        > - [Lantern](https://github.com/lamp/lantern) - 会聊天的灯
        > - [Beacon](https://github.com/sea/beacon) - 指路的灯

        ## 工具
        > - [Wick](https://github.com/lamp/wick) - 灯芯
        > - [Lantern](https://github.com/lamp/lantern) - 会聊天的灯
        """,
    "papers": """
        ## 路由

        ### 学习
        1. **Lanterns That Learn From Light.** LampConf 2018. [paper](https://arxiv.org/abs/2301.12345)
        2. **Beacons at Sea.** LampConf 2019. [paper](https://arxiv.org/abs/2301.12346) [code](https://github.com/sea/b)

        ### 推理
        1. **Wicks.** LampConf 2018. [paper](https://arxiv.org/abs/2301.12347)
        2. **Lanterns That Learn From Light.** LampConf 2018. [paper](https://arxiv.org/abs/2301.12345)
        """,
    "products below their makers": """
        ## 四月
        #### 阿灯 - [GitHub](https://github.com/lamp)
        * [Lantern](https://lantern-project.dev)：会聊天的灯，随问随答
        * [Wick](https://wick-project.dev)：灯芯计算器

        #### 阿海 - [GitHub](https://github.com/sea)
        * [Beacon](https://beacon-project.dev)：指路的灯

        ## 五月
        #### 阿灯（海边） - [GitHub](https://github.com/lamp)
        * [Lantern](https://lantern-project.dev)：会聊天的灯，随时问答
        """,
    "a line that lost its bullet": """
        ## 模型
        - [Lantern](https://github.com/lamp/lantern) - 会聊天的灯
        - [Beacon](https://github.com/sea/beacon) - 指路的灯

        ## 工具
        - [Wick](https://github.com/lamp/wick) - 灯芯
          [Lantern](https://github.com/lamp/lantern) - 会聊天的灯
        """,
    "a list that an anchor swallows": """
        ## 模型
        - [Lantern](https://github.com/lamp/lantern) - 会聊天的灯
        - [Beacon](https://github.com/sea/beacon) - 指路的灯

        <a name="tools" />
        #### 工具
        - [Wick](https://github.com/lamp/wick) - 灯芯
        - [Lantern](https://github.com/lamp/lantern) - 会聊天的灯
        """,
    "another language": """
        ## Modelos
        - [Linterna](https://github.com/lamp/linterna) - Un farol que conversa
        - [Faro](https://github.com/sea/faro) - Una luz que guía

        ## Werkzeuge
        - [Docht](https://github.com/lamp/docht) - Für Lampen
        - [Linterna](https://github.com/lamp/linterna) - Eine Lampe, die spricht
        """,
    "Japanese": """
        ## モデル
        - [ランタン](https://github.com/lamp/lantern)：会話するランプ
        - [灯台](https://github.com/sea/beacon)：道しるべ
        - [ランタン](https://github.com/lamp/lantern)：おしゃべりなランプ
        """,
}


def told(page: str, *, least: str = "info") -> list[tuple[str, set[int]]]:
    """(severity, lines) of each finding about doubles."""
    levels = ("error", "warning", "info")
    seen = page_context(dedent(page).lstrip("\n"), "README.md", latest_today())
    found = [(f.severity or rule.severity, f) for rule in all_rules() if rule.code.startswith("DUP")
             for f in rule.check(seen)]  # fmt: skip
    return [
        (severity, {f.place.line, *(p.line for p in f.related)})
        for severity, f in found
        if levels.index(severity) <= levels.index(least)
    ]


@pytest.mark.parametrize("page", [pytest.param(page, id=name) for name, page in KINDS.items()])
def test_a_double_is_found(page):
    lines = dedent(page).lstrip("\n").split("\n")
    word = next(w for w in ("Lanterns That", "interna", "ランタン", "lamp/wick", "antern") if page.count(w) >= 2)
    at = {number for number, line in enumerate(lines, 1) if word in line}
    assert [severity for severity, lines in told(page) if len(lines & at) >= 2]


ONCE = {
    "an index that leads to headings": """
        ## 目录
        - [Lantern](https://lamp-project.dev/#lantern)
        - [Beacon](https://lamp-project.dev/#beacon)

        ## [Lantern](https://lamp-project.dev/#lantern)
        会聊天的灯

        ## [Beacon](https://lamp-project.dev/#beacon)
        指路的灯
        """,
    "news of the list": """
        ## 更新
        - [2023/07/26] 收录 [Lantern](https://github.com/lamp/lantern)
        - [2023/07/12] 收录 [Beacon](https://github.com/sea/beacon)

        ## 模型
        - [Lantern](https://github.com/lamp/lantern) - 会聊天的灯
        - [Beacon](https://github.com/sea/beacon) - 指路的灯
        """,
    "mentioned in prose": """
        ## 模型
        这一节从 [Lantern](https://github.com/lamp/lantern) 说起。

        - [Wick](https://github.com/lamp/wick) - 灯芯，给 [Lantern](https://github.com/lamp/lantern) 用
        - [Lantern](https://github.com/lamp/lantern) - 会聊天的灯
        """,
    "a fact of the row": """
        ## 模型
        | 模型 | 底座 | 说明 |
        |---|---|---|
        | [Lantern](https://github.com/lamp/lantern) | - | 聊天 |
        | [Wick](https://github.com/lamp/wick) | [Lantern](https://github.com/lamp/lantern) | 灯芯 |
        """,
    "one licence": """
        ## 模型
        ### [Lantern](https://github.com/lamp/lantern)
        - [Apache 2.0](https://www.apache.org/licenses/LICENSE-2.0)

        ### [Wick](https://github.com/lamp/wick)
        - [Apache 2.0](https://www.apache.org/licenses/LICENSE-2.0)
        """,
    "definitions of links": """
        ## 模型
        - [Lantern] - 会聊天的灯
        - [Beacon] - 指路的灯

        [Lantern]: https://github.com/lamp/lantern
        [Beacon]: https://github.com/sea/beacon
        """,
    "two products of one maker": """
        ## 四月
        #### 阿灯 - [GitHub](https://github.com/lamp)
        * [Lantern](https://lantern-project.dev)：会聊天的灯

        #### 阿海 - [GitHub](https://github.com/sea)
        * [Beacon](https://beacon-project.dev)：指路的灯
        """,
}
MENTIONED = {
    "see also": """
        ## 工具
        参见 [Lantern](https://github.com/lamp/lantern)

        - [Wick](https://github.com/lamp/wick) - 灯芯

        ## 列表
        - [Lantern](https://github.com/lamp/lantern) - 会聊天的灯
        """,
    "below another entry": """
        ## 模型
        ### [Wick](https://github.com/lamp/wick)
        - [Lantern](https://github.com/lamp/lantern) - 配套的灯

        ### [Beacon](https://github.com/sea/beacon)
        指路的灯

        ### [Lantern](https://github.com/lamp/lantern)
        会聊天的灯
        """,
    "a section that goes through another one": (
        "## 按用途\n" + "".join(f"- [Lamp {c}](https://github.com/lamp/{c})\n" for c in "abcdefgh")
        + "\n## 按年份\n" + "".join(f"- [Lamp {c}](https://github.com/lamp/{c})\n" for c in "hgfedcba")
    ),
}  # fmt: skip


@pytest.mark.parametrize("page", [pytest.param(page, id=name) for name, page in ONCE.items()])
def test_what_stands_once_is_not_told(page):
    assert told(page) == []


@pytest.mark.parametrize("page", [pytest.param(page, id=name) for name, page in MENTIONED.items()])
def test_a_mention_is_a_note(page):
    assert [severity for severity, _ in told(page)] == ["info"]
