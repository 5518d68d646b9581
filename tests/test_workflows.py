"""What must hold for every workflow file, beside what zizmor and actionlint say in .ci/run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

FILES = sorted(Path(".github/workflows").glob("*.yml"))
PINNED = re.compile(r"actions/[\w-]+@[0-9a-f]{40}")
WRITERS = {"submit.yml", "refresh.yml"}
GRANTS = {"contents": "write", "issues": "write", "pull-requests": "write", "checks": "write"}


def jobs(path):
    return yaml.safe_load(path.read_text("utf-8"))["jobs"].values()


def steps(path):
    return [step for job in jobs(path) for step in job["steps"]]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
class TestEvery:
    def test_grants_nothing_but_what_a_job_names(self, path):
        assert yaml.safe_load(path.read_text("utf-8"))["permissions"] == {}
        for job in jobs(path):
            assert job["permissions"] == (GRANTS if path.name in WRITERS else {"contents": "read"})

    def test_pins_actions_and_keeps_no_credentials(self, path):
        for step in steps(path):
            if uses := step.get("uses"):
                assert PINNED.fullmatch(uses)
                assert "checkout" not in uses or step["with"]["persist-credentials"] is False

    def test_holds_no_logic(self, path):
        for step in steps(path):
            run = step.get("run", "")
            assert "${{" not in run
            assert "\n" not in run.strip()
            assert re.fullmatch(r"python -m pip install --quiet \.|curate [\w -]+|bash \.ci/run|", run)

    def test_is_never_run_for_a_fork_with_rights(self, path):
        text = path.read_text("utf-8")
        assert "pull_request_target" not in text
        assert "workflow_run" not in text


@pytest.mark.parametrize("name", ["submit.yml"])
def test_a_writer_checks_out_the_default_branch_only(name):
    (checkout,) = [s for s in steps(Path(".github/workflows", name)) if "checkout" in s.get("uses", "")]
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
