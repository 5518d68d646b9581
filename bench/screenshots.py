"""`python -m bench.screenshots [--chromium FILE]`: the pictures of docs/adopting.md, from what the program says today.

A made-up page is checked and two made-up forms are answered, as anybody may try; what comes back is shown as GitHub
would (cmarkgfm, and a style of our own) and photographed. Nothing here is drawn by hand.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options

from bot.flows.check_page import check_page
from bot.flows.forms import forms
from bot.lint.report.formats import render
from bot.lint.report.grades import line

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
WIDTH = 860
PAGE = """# 博物馆工具

- [目录](#工具)
- [展览](#展览-)

## 工具

- [Label-Reader](https//github.com/label-reader/label-reader)：从照片里认出手写标签
- [Shelf-Mark](https://github.com/shelf-mark/shelf-mark)：给藏品编号
- [Shelf-Mark](https://github.com/Shelf-Mark/Shelf-Mark/tree/main)：打印书架标签
- [Catalogue](https://gihub.com/catalogue-lab/catalogue)：编目
- [Old-Maps] (https://github.com/old-maps/old-maps)：旧地图

## 展览

- [Hall-Plan](https://github.com/hall-plan/hall-plan)：排展线
"""
READY = {
    "name": "Label-Reader",
    "link": "https://github.com/label-reader/label-reader",
    "section": "一、自主模型篇",
    "kind": "多模态模型",
    "organisations": "示例博物馆",
    "more-links": "https://huggingface.co/label-reader/label-reader-7b 模型权重",
    "description": "把博物馆里的手写标签拍成照片，认出年代、产地和收藏编号，整理成可以检索的目录。"
    "以 Qwen2.5-VL-7B 为底座，用三万张标注过的标签微调，志愿者在手机上就能核对。",
}
TO_MEND = {
    "name": "ChatGLM 第二代",
    "link": "https：//github.com/THUDM/ChatGLM2-6B/blob/main/README.md",
    "section": "一、自主模型篇",
    "kind": "语言模型",
    "organisations": "智谱 AI",
    "description": "清华大学和智谱 AI 在 2023 年发布的中英双语对话模型，是 ChatGLM 的第二代，"
    "上下文更长，量化后可以在消费级显卡上运行。",
}
NUMBER = 128


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.screenshots")
    parser.add_argument("--chromium", default="chromium")
    chromium = parser.parse_args().chromium
    IMAGES.mkdir(exist_ok=True)
    for name, page in pages():
        photograph(chromium, page, IMAGES / f"{name}.png")
        print(f"docs/images/{name}.png  {(IMAGES / f'{name}.png').stat().st_size // 1024} KB")


def pages() -> Iterator[tuple[str, str]]:
    yield "check", terminal()
    yield "comment", comment(answered(TO_MEND)["comment"])
    pull = answered(READY)["pull_request"]
    yield "pull-request", pull_request(pull, next(iter(pull["files"].items())))


def terminal() -> str:
    """`curate check README.md`, as a terminal shows it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "README.md"
        path.write_text(PAGE, encoding="utf-8")
        checked = check_page(path)
        text = render("text", checked.findings, colour=True).replace(f"{folder}/", "")
    text += line(checked.findings, checked.entries)
    return f'<pre class="terminal"><span class="prompt">$ curate check README.md</span>\n{coloured(text)}</pre>'


def coloured(text: str) -> str:
    return re.sub("\x1b\\[(\\d+)m(.*?)\x1b\\[0m", r'<span class="c\1">\2</span>', escape(text, quote=False))


def answered(answers: dict[str, str]) -> dict[str, object]:
    """What the bot would do about that form, without a look at the web: the projects are made up."""
    with tempfile.NamedTemporaryFile("w", suffix=".md", encoding="utf-8") as file:
        file.write(body(answers))
        file.flush()
        command = [sys.executable, "-m", "bot", "submit", "--issue-body", file.name, "--dry-run", "--offline"]
        done = subprocess.run([*command, "--format", "json"], cwd=ROOT, capture_output=True, text=True, check=False)
    return json.loads(re.sub(r"(?<=#|-)1\b(?=[^-\d])", str(NUMBER), done.stdout))


def body(answers: dict[str, str]) -> str:
    """As GitHub writes a form that was filled in."""
    parts = []
    for field in forms(ROOT)["new-entry"].fields:
        ticked = "\n".join(f"- [X] {option}" for option in field.options) if field.type == "checkboxes" else ""
        parts.append(f"### {field.label}\n\n{ticked or answers.get(field.id) or '_No response_'}")
    return "\n\n".join(parts)


def comment(text: str) -> str:
    return said("commented", text)


def said(what: str, text: str) -> str:
    head = f'<header><b>github-actions</b> <span class="tag">bot</span> {what}</header>'
    return f'<div class="row"><div class="face">⚙</div><div class="box">{head}<div>{markdown(text)}</div></div></div>'


def pull_request(pull: dict[str, str], file: tuple[str, str]) -> str:
    """Its title, its text, the check, and the one record it holds."""
    path, text = file
    rows = "".join(f'<span class="add">+ {escape(row)}</span>' for row in text.splitlines())
    return (
        f'<h1 class="title">{escape(pull["title"])} <span>#{NUMBER + 1}</span></h1>'
        f'<p><span class="state">Open</span><b>github-actions</b> <span class="quiet">wants to merge 1 commit into '
        f"<code>main</code> from <code>{escape(pull['branch'])}</code></span></p>"
        f"{said('opened this pull request', pull['body'])}"
        f'<div class="box checks"><i>✓</i> <b>curate</b> <span class="quiet">检查通过</span></div>'
        f'<div class="box"><header><b>{escape(path)}</b></header><pre class="diff">{rows}</pre></div>'
    )


def markdown(text: str) -> str:
    """As GitHub renders it; numbers of issues become links there."""
    html = github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE)
    return re.sub(r"(?<=\s)#(\d+)\b", r'<a href="#">#\1</a>', html)


def photograph(chromium: str, page: str, target: Path) -> None:
    """The whole page; the browser itself says how high it is."""
    style = (ROOT / "bench" / "screenshots.css").read_text("utf-8")
    script = "document.documentElement.dataset.high = Math.ceil(document.body.getBoundingClientRect().height)"
    html = f'<!doctype html><meta charset="utf-8"><style>{style}</style><body>{page}<script>{script}</script>'
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "page.html").write_text(html, encoding="utf-8")
        url = (Path(folder) / "page.html").as_uri()
        said_high = re.search(r'data-high="(\d+)"', browse(chromium, folder, 100, "--dump-dom", url))
        if not said_high:
            sys.exit(f"{chromium} 没有说出页面的高度。请用 --chromium 指定 Chromium。")
        browse(chromium, folder, int(said_high[1]), "--force-device-scale-factor=1", f"--screenshot={target}", url)


def browse(chromium: str, folder: str, high: int, *arguments: str) -> str:
    quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    where = [f"--user-data-dir={folder}/profile", f"--window-size={WIDTH},{high}", "--hide-scrollbars"]
    command = [chromium, *quiet, *where, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


if __name__ == "__main__":
    main()
