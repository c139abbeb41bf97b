"""The READMEs: an input is begun without faults that its officer cannot mend."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from cli.running import REPOSITORY, run_forked

PAGES = ["README.md", "README.vi.md"]


@pytest.mark.parametrize("page", PAGES)
def test_the_input_that_is_begun_lacks_only_what_is_to_be_filled_in(
    page: str, tmp_path: Path
) -> None:
    text = (REPOSITORY / page).read_text(encoding="utf-8")
    [line] = re.findall(r"`(briefing new [^`]+)`", text)
    begun = run_forked(*shlex.split(line)[1:], folder=tmp_path)
    assert begun.code == 0, begun.err
    told = run_forked("check", "2026.yaml", "--format", "json", folder=tmp_path)

    rules = {each["rule"] for each in json.loads(told.out)}
    assert rules <= {"kind/missing-fact", "kind/expected-fact"}
