"""The site in a real browser: Chromium from npm, as tests/site/browser/package-lock.json pins it.

`CURATE_PICTURES=FOLDER python -m pytest tests/site/test_browser.py` keeps screenshots to look at.
"""

import json
import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import site_lists as lists
from standin import NODE, node_modules

from bot.catalog.load import load_sound
from bot.files.folder import replace_folder
from bot.site.entries import site_entries
from bot.site.pages import Settings, site_files

HERE = Path(__file__).parent / "browser"
REPOSITORY = Path(__file__).parents[2]
CHOICES = {"use": "可商用", "language": "中文"}
PAGES = ["huatuo", "gptrillion", "llama"]
# What a reader types → the entries that must come first.
QUERIES = {
    "chatglm2": ["chatglm2-6b"],
    "ChatGLM2 6B": ["chatglm2-6b"],
    "chatglm": ["chatglm"],
    "ＣｈａｔＧＬＭ": ["chatglm"],
    "MOSS": ["moss"],
    "llama2": ["llama-2"],
    "LLaMA-2": ["llama-2"],
    "Llama 2": ["llama-2"],
    "llama": ["llama"],
    "vicuna": ["vicuna"],
    "骆驼": ["luotuo"],
    "駱駝": ["luotuo"],
    "华驼": ["huatuo"],
    "華駝": ["huatuo"],
    "本草": ["huatuo"],
    "bentsao": ["huatuo"],
    "通义千问": ["qwen-7b"],
    "通義千問": ["qwen-7b"],
    "qwen": ["qwen-7b"],
    "千问": ["qwen-7b"],
    "天鹰": ["wudao-aquila"],
    "aquila": ["wudao-aquila"],
    "西部世界": ["generative-agents"],
    "小镇": ["generative-agents"],
    "autogpt": ["autogpt"],
    "auto-gpt": ["autogpt"],
    "琅琊榜": ["superclue"],
    "superclue": ["superclue"],
    "ceval": ["c-eval"],
    "c-eval": ["c-eval"],
    "minigpt4": ["minigpt-4"],
    "白泽": ["baize", "baize-data"],
    "sharegpt": ["sharegpt"],
    "dolly 2": ["dolly-2-0"],
    "baichuan": ["baichuan-7b"],
    "deepspeed": ["deepspeed-chat"],
    "alpaca lora": ["alpaca-lora"],
    "leaderboard": ["open-llm-leaderboard"],
    "知乎": ["zhihu-26k", "zhihu-rlhf-3k"],
    "gptrillion": ["gptrillion"],
    "医学 知识图谱": ["huatuo"],
    "没有这样的条目": [],
}


def write(folder, catalog):
    files = site_files(catalog, {}, Settings(form=True))
    replace_folder(folder, {path: text.encode() for path, text in files.items()}, "list.json")
    return folder


def browse(modules, site, given, tmp):
    queries = tmp / "given.json"
    queries.write_text(json.dumps(given), "utf-8")
    pictures = [os.environ["CURATE_PICTURES"]] if "CURATE_PICTURES" in os.environ else []
    command = [NODE, str(HERE / "browse.mjs"), str(modules), str(site), str(queries), *pictures]
    # The package unpacks the libraries that Chromium needs, which a bare machine lacks, for AWS only; and it takes
    # whatever Chromium an earlier run, of this version or not, has left in the folder for temporary files.
    with TemporaryDirectory() as folder:
        bare = {**os.environ, "AWS_EXECUTION_ENV": "AWS_Lambda_nodejs22.x", "TMPDIR": folder}
        done = subprocess.run(command, capture_output=True, check=False, timeout=300, env=bare)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return json.loads(done.stdout)


@pytest.fixture(scope="session")
def ours():
    return load_sound(REPOSITORY)


@pytest.fixture(scope="session")
def modules():
    return node_modules(HERE)


@pytest.fixture(scope="session")
def site(ours, tmp_path_factory):
    return write(tmp_path_factory.mktemp("site") / "ours", ours)


@pytest.fixture(scope="session")
def seen(modules, site, tmp_path_factory):
    given = {"queries": list(QUERIES), "choices": CHOICES, "pages": PAGES, "typed": "llama", "word": "中文"}
    return browse(modules, site, given, tmp_path_factory.mktemp("seen"))


@pytest.mark.parametrize("query", QUERIES)
def test_a_search_finds_what_is_meant_first(seen, query):
    wanted, found = QUERIES[query], seen["queries"][query]
    assert found[: len(wanted)] == wanted
    assert wanted or not found


def test_choices_are_combined(seen, ours):
    fit = {
        one.record.slug
        for one in site_entries(ours, {}, form=False)
        if one.record.use == "free" and "zh" in one.record.languages
    }
    assert set(seen["chosen"]["results"]) == fit & set(seen["typed"]["results"]) != set()
    assert seen["chosen"]["said"] == f"找到 {len(seen['chosen']['results'])} 个条目"


def test_the_address_holds_the_choices(seen):
    assert seen["typed"]["address"] == "?q=llama"
    assert seen["chosen"]["address"] == "?q=llama&use=可商用&language=中文"
    assert seen["restored"]["query"] == "中文"
    assert seen["restored"]["results"]
    assert seen["restored"]["results"] == seen["returned"]["results"]


def test_the_back_button_undoes_one_choice_at_a_time(seen):
    assert seen["back"]["address"] == "?q=llama&use=可商用"
    assert (seen["start"]["address"], seen["start"]["results"], seen["start"]["all"]) == ("", None, True)
    assert seen["forward"] == seen["typed"]
    assert (seen["cleared"]["address"], seen["cleared"]["all"]) == ("", True)


def test_without_javascript_every_entry_is_there(seen, ours):
    assert seen["plain"] == {"shown": len(ours.records), "form": False}


def test_it_is_dark_where_the_reader_wants_it(seen):
    assert sum(map(int, seen["dark"][4:-1].split(","))) < 120


def test_a_phone_shows_its_whole_width(seen):
    assert seen["wide"] == dict.fromkeys(["index", *PAGES], 0)


def test_axe_finds_nothing_serious(seen):
    assert len(seen["axe"]) == 2 * (2 + len(PAGES))
    assert {page: faults for page, faults in seen["axe"].items() if faults} == {}


def test_a_page_from_the_disk_can_be_searched_too(seen):
    assert seen["disk"] == seen["typed"]["results"]


def test_nothing_is_complained_of_and_nobody_else_is_asked(seen):
    assert (seen["complaints"], seen["elsewhere"]) == ([], [])


def test_harm_in_a_record_does_nothing(modules, tmp_path):
    hostile = lists.hostile()
    site = write(tmp_path / "hostile", hostile)
    pages = [one.slug for one in hostile.records if one.slug in {"harm-0", "harm-1", "harm-2", "harm-11", "long"}]
    given = {"queries": ["harm"], "choices": {"status": "正常"}, "pages": pages, "typed": "<script>", "word": "harm"}
    seen = browse(modules, site, given, tmp_path)
    assert (seen["complaints"], seen["elsewhere"]) == ([], [])
    assert len(seen["queries"]["harm"]) == len(lists.HARM)
    assert seen["wide"] == dict.fromkeys(seen["wide"], 0)
    assert {page: faults for page, faults in seen["axe"].items() if faults} == {}


@pytest.mark.parametrize("name", ["ours", "hostile"])
def test_the_html_is_valid(modules, site, tmp_path, name):
    folder = site if name == "ours" else write(tmp_path / "hostile", lists.hostile())
    pages = [str(folder / "index.html"), *map(str, sorted((folder / "entries").glob("*.html"))[::5])]
    config = tmp_path / "html-validate.json"
    rules = {"no-trailing-whitespace": "off", "doctype-style": "off", "long-title": "off", "no-inline-style": "off"}
    config.write_text(json.dumps({"root": True, "extends": ["html-validate:recommended"], "rules": rules}))
    program = modules / "html-validate" / "bin" / "html-validate.mjs"
    command = [NODE, str(program), "--config", str(config), "--formatter", "text", *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8", timeout=120)
    assert (done.returncode, done.stdout) == (0, "")
