"""What `bench.accuracy` says of findings that a person has read."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from bench.accuracy import main

PAGE = "# 列表\n\n## 灯\n\n- [Lamp](https//lamp-lab.cn) - 灯。\n- [Wick](https://wick-lab.cn) - 灯芯。\n"


@pytest.mark.parametrize(
    "told, silent, failed",
    [
        pytest.param({"LNK001": [5]}, {"": [6]}, 0, id="all holds"),
        pytest.param({"LNK": [6]}, {}, 1, id="nothing is told there"),
        pytest.param({}, {"LNK": [5]}, 1, id="something is told there"),
        pytest.param({}, {"!error": [5]}, 1, id="an error is told there"),
    ],
)
def test_a_small_case_says_which_lines_are_told(tmp_path: Path, told: object, silent: object, failed: int):
    (tmp_path / "a.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "cases.jsonl").write_text(json.dumps({"file": "a.md", "told": told, "silent": silent}))
    assert main([str(tmp_path)]) == failed


@pytest.mark.parametrize(
    "line, verdict, failed",
    [
        pytest.param(5, "true", 0, id="a true one stays"),
        pytest.param(6, "true", 1, id="a true one is gone"),
        pytest.param(5, "false", 1, id="a false one stays"),
        pytest.param(5, "debatable", 1, id="a debatable one is an error"),
    ],
)
def test_a_judged_finding_is_told_at_the_level_it_deserves(
    tmp_path: Path, line: int, verdict: str, failed: int, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "a.gz").write_bytes(gzip.compress(PAGE.encode()))
    (tmp_path / "lists.jsonl").write_text(json.dumps({"list": "a", "path": "README.md", "file": "a.gz"}))
    row = {"list": "a", "line": line, "code": "LNK001", "severity": "error", "verdict": verdict, "why": ""}
    (tmp_path / "judged.jsonl").write_text(json.dumps(row))
    assert main([str(tmp_path)]) == failed
    assert "LNK001" in capsys.readouterr().out
