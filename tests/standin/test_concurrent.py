"""The same event twice at once, and people who act while a job runs: one comment, one pull request, nothing lost."""

from __future__ import annotations

from threading import Thread

import lists
import pytest
from disturbed import interrupted_at, picture
from scenarios import SCENARIOS, Trial


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_same_event_twice_at_once(hub_server, small_list, scenario):
    """A second job runs as a whole between any two requests of the first."""
    trial = Trial(hub_server, small_list, scenario)
    for number, request in enumerate(trial.requests, 1):
        hub_server.control("POST", "restore")
        with interrupted_at(number, trial.act):
            trial.act()
        assert picture(hub_server) == trial.expected, (number, request)


@pytest.mark.parametrize("jobs", [2, 3])
def test_jobs_side_by_side(hub_server, small_list, jobs):
    """The same as it comes: however the requests interleave."""
    trial = Trial(hub_server, small_list, "opened")
    for _ in range(5):
        hub_server.control("POST", "restore")
        threads = [Thread(target=trial.act) for _ in range(jobs)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        trial.act()
        assert picture(hub_server) == trial.expected


def test_an_edit_while_a_job_runs_is_not_lost(hub_server, small_list):
    """The edit starts a job of its own, which waits for this one (they share a concurrency group)."""
    trial = Trial(hub_server, small_list, "opened")
    stage, number = trial.stage, trial.stage.first
    hub_server.control("POST", "restore")
    stage.edit(number, "Delta")
    stage.submit(number)
    expected = picture(hub_server)
    for at in range(1, len(trial.requests) + 1):
        hub_server.control("POST", "restore")
        with interrupted_at(at, lambda: stage.edit(number, "Delta")):
            stage.submit(number)
        stage.submit(number)
        assert picture(hub_server) == expected, at


def test_a_merge_while_a_job_runs_leaves_no_second_pull_request(hub_server, small_list):
    """Merged between two requests of a job that rebuilds the branch: what was merged counts."""
    trial = Trial(hub_server, small_list, "edited")
    stage, number = trial.stage, trial.stage.first
    for at in range(1, len(trial.requests) + 1):
        hub_server.control("POST", "restore")
        with interrupted_at(at, lambda: stage.pull(number).merge()):
            stage.submit(number)
        stage.submit(number)
        (pull,) = stage.author.get_pulls(state="all")
        assert pull.merged_at, at
        assert stage.author.get_issue(number).state == "closed"


def test_a_commit_by_a_person_while_a_job_runs_is_kept(hub_server, small_list):
    """Pushed to the bot's branch between two requests of a job that rebuilds it."""
    trial = Trial(hub_server, small_list, "edited")
    stage, number = trial.stage, trial.stage.first
    branch = f"curate/issue-{number}"
    for at in range(1, len(trial.requests) + 1):
        hub_server.control("POST", "restore")
        with interrupted_at(at, lambda: lists.push(hub_server, {"notes.md": "人写的\n"}, "补充", branch)):
            stage.submit(number)
        stage.submit(number)
        stage.refresh()
        assert "notes.md" in lists.tree_of(hub_server, branch), at


@pytest.mark.parametrize("first", ["submit", "refresh"])
def test_an_edit_and_a_refresh_at_once_lose_nothing(hub_server, small_list, first):
    """They are in no common group: one rebuilds the branch from its old record while the other brings the new one."""
    trial = Trial(hub_server, small_list, "refreshed")
    stage, number = trial.stage, trial.stage.last
    hub_server.control("POST", "restore")
    stage.edit(number, "Zeta")
    hub_server.control("POST", "save")
    jobs = {"submit": lambda: stage.submit(number), "refresh": stage.refresh}
    (other,) = jobs.keys() - {first}
    before = len(hub_server.log())
    jobs[first]()
    requests = len(hub_server.log()) - before
    jobs[other]()
    expected = picture(hub_server)
    for at in range(1, requests + 1):
        hub_server.control("POST", "restore")
        with interrupted_at(at, jobs[other]):
            jobs[first]()
        assert picture(hub_server) == expected, at
