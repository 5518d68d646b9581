"""The glossary, tests/data/terms.yml: every Chinese text that a user reads keeps to its words."""

import ast
import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
TERMS = yaml.safe_load((ROOT / "tests" / "data" / "terms.yml").read_text("utf-8"))
HAN = re.compile(r"[\u4e00-\u9fff]")
PAGES = ("*.md", "docs/*.md", "bot/site/templates/*", ".github/**/*.yml", "action.yml", ".pre-commit-hooks.yaml")
NOT_OURS = {"README.md"}  # generated from records, which speak of other people's projects


def texts() -> dict[str, list[tuple[int, str]]]:
    """File → (line, text) of each literal of the code, and of each line of the pages."""
    found = {}
    for path in sorted((ROOT / "bot").rglob("*.py")):
        nodes = ast.walk(ast.parse(path.read_text("utf-8")))
        strings = [one for one in nodes if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        found[name(path)] = [(one.lineno, one.value) for one in strings if HAN.search(one.value)]
    for path in sorted({path for pattern in PAGES for path in ROOT.glob(pattern) if path.is_file()}):
        if name(path) not in NOT_OURS:
            found[name(path)] = [*enumerate(path.read_text("utf-8").splitlines(), 1)]
    return found


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


TEXTS = texts()


@pytest.mark.parametrize("term", TERMS, ids=[term["use"] for term in TERMS])
def test_one_word_for_one_thing(term):
    wrong = re.compile("|".join(term["not"]))
    strays = [
        f"{file}:{line}: {found[0]} → {term['use']}: {text.strip()[:80]}"
        for file, lines in TEXTS.items()
        if file not in term.get("but", ())
        for line, text in lines
        if (found := wrong.search(text))
    ]
    assert not strays, "\n".join(strays)


@pytest.mark.parametrize("term", TERMS, ids=[term["use"] for term in TERMS])
def test_no_exception_is_out_of_use(term):
    """A file that keeps to the word by now is no exception any more."""
    wrong = re.compile("|".join(term["not"]))
    idle = [file for file in term.get("but", ()) if not any(wrong.search(text) for _, text in TEXTS[file])]
    assert not idle


def test_the_glossary_would_notice():
    wrong = {found for term in TERMS for found in re.findall("|".join(term["not"]), "请把议题里的清单放行")}
    assert wrong == {"议题", "清单", "放行"}
