"""The fuzzer tells of what fails, and what once failed holds."""

import random
import sys

import pytest

from bench import fuzz_import
from bench.fuzz_import import SEEDS, main, mutant, problem


@pytest.mark.parametrize("number", [2040, 14430])
def test_what_once_failed_holds(number):
    assert problem(mutant(random.Random(number), SEEDS), shown=True) == ""


@pytest.mark.parametrize(("said", "code"), [("text differs", 1), ("", 0)], ids=["one fails", "none fails"])
def test_the_exit_code_tells(monkeypatch, capsys, said, code):
    monkeypatch.setattr(sys, "argv", ["fuzz_import", "2"])
    monkeypatch.setattr(fuzz_import, "problem", lambda text, shown: said if shown else "")
    assert main() == code
    assert f"2 mutants, {code} failed" in capsys.readouterr().out
