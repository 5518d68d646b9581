"""docs/adopting.*: what a stranger copies from there runs as it stands, and both languages say the same."""

import re
import subprocess
import sysconfig
from pathlib import Path

import pytest
import yaml

from bot.adopt.mark import with_mark

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "docs/adopting.md", ROOT / "docs/adopting.en.md"]
TEXTS = [pytest.param(page.read_text("utf-8"), id=page.name) for page in PAGES]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
RIGHTS = dict(
    re.findall(r"^#   (\w+) +(\w+: \w+(?:, [\w-]+: \w+)*)", (ROOT / "action.yml").read_text("utf-8"), re.MULTILINE)
)


def blocks(text, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def workflows(text):
    return [block for block in blocks(text, "yaml") if "\njobs:" in block]


def rows(text):
    """The tables of inputs and of commands: what stands in code in a line's first cell, and the rest."""
    return dict(re.findall(r"^\| `(\w+)` \|(.*)\|$", text, re.MULTILINE))


@pytest.mark.parametrize("text", TEXTS)
class TestEither:
    def test_workflows_are_what_github_would_run(self, text, tmp_path):
        folder = tmp_path / ".github/workflows"
        folder.mkdir(parents=True)
        subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
        for at, block in enumerate(workflows(text)):
            (folder / f"{at}.yml").write_text(block, encoding="utf-8")
        bin_ = Path(sysconfig.get_paths()["scripts"])
        done = subprocess.run([bin_ / "actionlint"], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (0, "")
        assert len(workflows(text)) == 2

    def test_workflows_ask_for_the_rights_of_their_command_and_give_inputs_that_exist(self, text):
        for block in workflows(text):
            for job in yaml.safe_load(block)["jobs"].values():
                used = job["steps"][-1]
                assert used["uses"].startswith("chenking2020/FindTheChatGPTer@")
                assert set(used["with"]) <= set(ACTION["inputs"])
                granted = ", ".join(f"{name}: {grant}" for name, grant in job["permissions"].items())
                assert granted == RIGHTS[used["with"]["command"]]

    def test_the_short_one_is_short(self, text):
        assert len(workflows(text)[0].splitlines()) <= 20

    def test_every_input_and_command_has_its_row(self, text):
        assert set(rows(text)) == {*ACTION["inputs"], *RIGHTS}
        for command, rights in RIGHTS.items():
            assert set(rights.split(", ")) <= set(re.findall(r"`([\w-]+: \w+)`", rows(text)[command])), command

    def test_pins_are_those_of_our_own_workflows(self, text):
        ours = "".join(path.read_text("utf-8") for path in (ROOT / ".github/workflows").glob("*.yml"))
        assert [pin for pin in re.findall(r"actions/[\w-]+@[0-9a-f]{40} # v[\d.]+", text) if pin not in ours] == []


def test_both_languages_have_the_same_parts():
    chinese, english = (page.read_text("utf-8") for page in PAGES)
    assert [line.split(" ")[0] for line in re.findall(r"^#+ .*", chinese, re.MULTILINE)] == [
        line.split(" ")[0] for line in re.findall(r"^#+ .*", english, re.MULTILINE)
    ]
    assert re.findall(r"images/[\w-]+\.png", chinese) == re.findall(r"images/[\w-]+\.png", english)
    without_notes = [re.sub(r" # [^v].*", "", block) for text in (chinese, english) for block in workflows(text)]
    assert without_notes[: len(without_notes) // 2] == without_notes[len(without_notes) // 2 :]


def test_the_page_leads_there():
    assert "docs/adopting.md" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("text", TEXTS)
def test_what_setup_wrote_is_found_again_by_its_mark(text):
    (mark,) = re.findall(r'^git rm \$\(git grep -l "(.+)"\)$', text, re.MULTILINE)
    assert all(mark in with_mark("x\n", page=page).partition("\n")[0] for page in (True, False))
