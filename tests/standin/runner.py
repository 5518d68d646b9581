"""The part of GitHub that starts workflows: an event, the files that listen for it, a token for the job, and act."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import yaml
from lists import PROJECT
from standin import OWNER, REPOSITORY, Standin

ACT = Path(sysconfig.get_paths()["scripts"]) / "act"
HERE = Path(__file__).parent
ADOPTED = f"maker/curate@{'0123456789' * 4}"
PINNED = re.compile(r"uses: (actions/([\w-]+)@[0-9a-f]{40})")


# ci.yml is what runs these tests, release.yml listens for tags; pages.yml hands the site of tests/site to GitHub Pages, which has no stand-in.
ELSEWHERE = {"ci.yml", "pages.yml", "release.yml"}


class Runner:
    """Runs the workflow files of the list at `root` on this machine, in a checkout of it.

    A list that has none gets the project's own; those of another list name the bot as `ADOPTED`.
    """

    def __init__(self, server: Standin, root: Path) -> None:
        self.server, self.root = server, root
        self.waiting: list[str] = []
        if not (root / ".github" / "workflows").exists():
            shutil.copytree(PROJECT / ".github" / "workflows", root / ".github" / "workflows")
        for command in ("init -q -b main", f"remote add origin https://github.com/{REPOSITORY}", "add -A"):
            subprocess.run(["git", *command.split()], cwd=root, check=True)
        name = ["-c", "user.name=t", "-c", "user.email=t@example.com"]
        subprocess.run(["git", *name, "commit", "-qm", "x"], cwd=root, check=True)
        self.bin = Path(tempfile.mkdtemp())
        self.action = Path(tempfile.mkdtemp())  # act copies it whole for each run: no more of the project than it needs
        shutil.copy(PROJECT / "action.yml", self.action)
        (self.action / ".github").mkdir()
        shutil.copy(PROJECT / ".github" / "requirements.txt", self.action / ".github")
        self._tool("python", 'case "$*" in "-m pip install"*) exit 0 ;; esac\nexec {python} "$@"')
        self._tool("curate", "exec {python} -m bot")

    def _tool(self, name: str, script: str) -> None:
        path = self.bin / name
        text = script.format(python=f"env PYTHONPATH={PROJECT} {sys.executable}")
        path.write_text(f"#!/bin/sh\n{text}" + ("" if name == "python" else ' "$@"') + "\n")
        path.chmod(0o755)

    def tool_arguments(self, arguments: str) -> None:
        """What every `curate` is given besides: the day it is, for one."""
        path = self.bin / "curate"
        path.write_text(path.read_text().partition(' "$@"')[0] + f' "$@" {arguments}\n')

    def happens(self, event: str, payload: dict[str, Any], only: str = "*") -> list[str]:
        """Run what listens for the event; what act said. An event caused by a job's token starts nothing, but of its
        pull requests a run waits for approval (`waiting`) in each workflow that listens.
        """
        payload = {"repository": self.server.as_person(OWNER).raw_data, **payload}
        if payload["sender"]["type"] == "Bot":
            listening = self._listening(event, payload, everywhere=True) if event == "pull_request" else ()
            self.waiting += [path.name for path in listening]
            return []
        return [self._run(path, event, payload) for path in self._listening(event, payload) if fnmatch(path.name, only)]

    def _listening(self, event: str, payload: dict[str, Any], *, everywhere: bool = False) -> Iterator[Path]:
        for path in sorted((self.root / ".github" / "workflows").glob("*.yml")):
            listens = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)["on"]
            if event not in listens or (path.name in ELSEWHERE and not everywhere):
                continue
            wanted = listens[event] or {}
            branch = payload.get("ref", "").removeprefix("refs/heads/")
            types = wanted.get("types", ["opened", "synchronize", "reopened"])
            ignored = any(fnmatch(branch, pattern) for pattern in wanted.get("branches-ignore", ()))
            quiet = wanted.get("paths-ignore", ())
            files = payload.get("files", ())
            ignored |= bool(files) and all(any(fnmatch(file, one) for one in quiet) for file in files)
            if not ignored and payload.get("action", types[0]) in types:
                yield path

    def _run(self, path: Path, event: str, payload: dict[str, Any]) -> str:
        with tempfile.TemporaryDirectory() as name:
            home = Path(name)
            (home / "event.json").write_text(json.dumps(payload), "utf-8")
            (home / "summary.md").touch()
            result = subprocess.run(
                self._command(path, event, home),
                env={
                    "PATH": os.environ["PATH"],
                    "HOME": name,
                    "GITHUB_TOKEN": self.server.job_token(),
                    "LANG": "C.UTF-8",
                },
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=120,
                check=False,
            )
            assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-2000:]
            return result.stdout

    def _command(self, path: Path, event: str, home: Path) -> list[str]:
        variables = {
            "GITHUB_API_URL": self.server.url,
            "GITHUB_GRAPHQL_URL": f"{self.server.url}/graphql",
            "STANDIN_BIN": str(self.bin),
            "NO_PROXY": "localhost",
        }
        where = ["-C", str(self.root), "-W", str(path), "-e", str(home / "event.json")]
        machine = ["-P", "ubuntu-latest=-self-hosted", "--no-cache-server", "--action-cache-path", str(home / "cache")]
        stand_ins = [
            part
            for action, name in PINNED.findall(path.read_text("utf-8") + (PROJECT / "action.yml").read_text("utf-8"))
            for part in ("--local-repository", f"{action}={HERE / 'actions' / name}")
        ]
        stand_ins += ["--local-repository", f"{ADOPTED}={self.action}"]
        passed = [part for key, value in variables.items() for part in ("--env", f"{key}={value}")]
        return [str(ACT), event, *where, *machine, *stand_ins, *passed, "-s", "GITHUB_TOKEN"]
