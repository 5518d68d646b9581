"""What must hold for every workflow file, beside what zizmor and actionlint say in .ci/run."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from bot.adopt.repository import Action
from bot.adopt.workflow_files import WORKFLOWS, workflow
from bot.github.decision import CHECK_NAME

FILES = sorted(Path(".github/workflows").glob("*.yml"))
PINNED = re.compile(r"(?:actions/[\w-]+|pypa/gh-action-pypi-publish)@[0-9a-f]{40}")
GRANTS = {"contents": "write", "issues": "write", "pull-requests": "write", "checks": "write"}
WRITERS = {
    "submit.yml": GRANTS,
    "refresh.yml": GRANTS,
    "links.yml": {name: grant for name, grant in GRANTS.items() if name != "checks"},
}
READS = {"contents": "read"}
# Jobs that only hand on what another has made cannot even read the repository.
PUBLISHES = {
    "actions/deploy-pages": {"pages": "write", "id-token": "write"},
    "pypa/gh-action-pypi-publish": {"id-token": "write", "attestations": "write"},
}
RELEASES = {"contents": "write"}


def jobs(path):
    return yaml.safe_load(path.read_text("utf-8"))["jobs"].values()


def steps(path):
    return [step for job in jobs(path) for step in job["steps"]]


def rights(path, job):
    """What a job may do: no more than it needs."""
    last = job["steps"][-1]
    if last.get("run", "") == "bash .ci/release publish":
        return RELEASES
    publisher = last.get("uses", "").partition("@")[0]
    if publisher in PUBLISHES:
        assert not any("checkout" in step.get("uses", "") or "run" in step for step in job["steps"])
        return PUBLISHES[publisher]
    return WRITERS.get(path.name, READS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
class TestEvery:
    def test_grants_nothing_but_what_a_job_names(self, path):
        assert yaml.safe_load(path.read_text("utf-8"))["permissions"] == {}
        for job in jobs(path):
            assert job["permissions"] == rights(path, job)

    def test_pins_actions_and_keeps_no_credentials(self, path):
        for step in steps(path):
            if uses := step.get("uses"):
                assert uses == "./" or PINNED.fullmatch(uses)
                assert "checkout" not in uses or step["with"]["persist-credentials"] is False

    def test_holds_no_logic(self, path):
        for step in steps(path):
            run = step.get("run", "")
            assert "${{" not in run
            assert "\n" not in run.strip()
            assert re.fullmatch(r"bash \.ci/(?:run|release (?:build|publish))|", run)

    def test_is_never_run_for_a_fork_with_rights(self, path):
        text = path.read_text("utf-8")
        assert "pull_request_target" not in text
        assert "workflow_run" not in text


@pytest.mark.parametrize("name", ["submit.yml"])
def test_a_writer_checks_out_the_default_branch_only(name):
    (checkout,) = [s for s in steps(Path(".github/workflows", name)) if "checkout" in s.get("uses", "")]
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"


ACTION = yaml.safe_load(Path("action.yml").read_text("utf-8"))
LOCK = Path(".github/requirements.txt").read_text("utf-8")


def test_the_action_installs_only_what_is_named_with_its_hash():
    runs = [" ".join(step.get("run", "").split()) for step in ACTION["runs"]["steps"]]
    installs = [run for run in runs if "pip install" in run]
    assert "--require-hashes --only-binary :all:" in installs[0]
    assert "--no-deps --no-build-isolation" in installs[1]
    assert len(installs) == 2


def test_the_action_is_pinned_and_puts_no_expression_into_a_shell():
    for step in ACTION["runs"]["steps"]:
        assert "uses" not in step or PINNED.fullmatch(step["uses"])
        assert "${{" not in step.get("run", "")


def test_the_lock_names_every_dependency_and_the_build_backend():
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))
    wanted = [re.match(r"[\w.-]+", name)[0] for name in project["project"]["dependencies"]]
    wanted += [re.match(r"[\w.-]+", name)[0] for name in project["build-system"]["requires"]]
    pinned = {name.lower() for name in re.findall(r"^([\w.-]+)==", LOCK, re.MULTILINE)}
    assert {name.lower() for name in wanted} <= pinned
    assert all("--hash=sha256:" in entry for entry in re.split(r"\n(?=\S)", LOCK.strip()))


@pytest.mark.parametrize("name", ["submit.yml"])
def test_comments_on_pull_requests_and_other_issues_start_no_job(name):
    (job,) = jobs(Path(".github/workflows", name))
    condition = " ".join(job["if"].split())
    assert "!github.event.issue.pull_request" in condition
    assert "contains(github.event.issue.labels.*.name, '投稿')" in condition
    assert "contains(github.event.issue.labels.*.name, '更正')" in condition


def test_people_and_bot_report_under_one_name():
    (job,) = jobs(Path(".github/workflows/check.yml"))
    assert job["name"] == CHECK_NAME


def test_only_the_default_branch_is_published():
    build, deploy = jobs(Path(".github/workflows/pages.yml"))
    assert build["if"] == "${{ github.ref_name == github.event.repository.default_branch }}"
    assert deploy["needs"] == "build"


def test_the_site_is_built_with_what_the_patrol_knows():
    build, _ = jobs(Path(".github/workflows/pages.yml"))
    (checkout,) = [step for step in build["steps"] if "checkout" in step.get("uses", "")]
    assert checkout["with"]["fetch-depth"] == 0


def test_the_action_names_the_rights_that_our_jobs_grant():
    text = Path("action.yml").read_text("utf-8")
    named = dict(re.findall(r"^#   (\w+) +(\w+: \w+(?:, [\w-]+: \w+)*)", text, re.MULTILINE))
    for path in FILES:
        for job in jobs(path):
            for step in job["steps"]:
                if step.get("uses") == "./":
                    granted = ", ".join(f"{name}: {grant}" for name, grant in job["permissions"].items())
                    assert named[step["with"]["command"]] == granted, path.name
    assert set(named) == set(re.findall(r"[a-z]+", ACTION["inputs"]["command"]["description"].split("/")[0]))


def test_a_release_is_tested_built_published_and_told_in_turn():
    workflow = yaml.load(Path(".github/workflows/release.yml").read_text("utf-8"), yaml.BaseLoader)
    assert workflow["on"] == {"push": {"tags": ["v*"]}}
    assert [(name, job.get("needs")) for name, job in workflow["jobs"].items()] == [
        ("test", None), ("build", "test"), ("pypi", "build"), ("github", "pypi"),
    ]  # fmt: skip
    assert workflow["jobs"]["pypi"]["environment"]["name"] == "pypi"
    assert "secrets." not in str(workflow)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_what_setup_writes_is_as_ours(name):
    """Dependabot renews our pins: those that `curate setup` writes must not stay behind, nor ask for other rights."""
    text = workflow(name, Action("o/curate", "0" * 40), "seed")
    ours = Path(".github/workflows", f"{name}.yml").read_text("utf-8")
    assert [pin for pin in re.findall(r"actions/[\w-]+@[0-9a-f]{40} # v[\d.]+", text) if pin not in ours] == []
    theirs = [job["permissions"] for job in yaml.safe_load(text)["jobs"].values()]
    assert theirs == [job["permissions"] for job in yaml.safe_load(ours)["jobs"].values()]
