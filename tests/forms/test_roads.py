"""The road through a workbook ends at the same document as the road from YAML."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from cli.running import Briefing
from exploring import some

from briefing import load
from forms.calc import saved_as
from forms.test_workbook import INPUTS, REPOSITORY

HOA_BINH = REPOSITORY / "inputs/hoa-binh-2023.yaml"


@pytest.mark.parametrize("source", some(INPUTS), ids=lambda path: path.stem)
def test_an_input_through_a_form_makes_the_same_bytes(
    source: Path, briefing: Briefing, tmp_path: Path
) -> None:
    straight, form, through = (tmp_path / name for name in ("yaml.docx", "đủ.xlsx", "phiếu.docx"))
    # Findings of a draft stand by the names of files, so both lie in one folder.
    for table in source.parent.glob(f"{source.stem}.csv"):
        shutil.copy(table, tmp_path)
    source = Path(shutil.copy(source, tmp_path))
    kind = load(source).kind

    assert briefing("new", kind, "--excel", "--from", source, "-o", form).code == 0
    # A letter that leaves facts to its office is built as a draft, by either road.
    draft = ["--draft"] if briefing("build", source, "-o", tmp_path / "thử.docx").code else []
    assert briefing("build", *draft, source, "-o", straight).code == 0
    assert briefing("build", *draft, form, "-o", through).code == 0
    if draft:
        # Its comments speak of keys in a YAML file, and of sheets and columns in a form.
        assert parts(through) == parts(straight)
    else:
        assert through.read_bytes() == straight.read_bytes()


def parts(document: Path) -> dict[str, bytes]:
    """Return the parts of a document but for what its comments say, and in which order."""
    with zipfile.ZipFile(document) as archive:
        names = [name for name in archive.namelist() if name != "word/comments.xml"]
        return {name: _COMMENT.sub(rb"\1", archive.read(name)) for name in names}


_COMMENT = re.compile(rb'(<w:comment\w+ w:id=")\d+')


def test_a_form_saved_by_calc_makes_the_same_bytes_whatever_its_ending(
    briefing: Briefing, tmp_path: Path
) -> None:
    straight, form = tmp_path / "yaml.docx", tmp_path / "đủ.xlsx"
    kind = load(HOA_BINH).kind
    assert briefing("new", kind, "--excel", "--from", HOA_BINH, "-o", form).code == 0
    assert briefing("build", HOA_BINH, "-o", straight).code == 0

    for ending in ("xlsx", "ods", "xls"):
        saved, made = saved_as(ending, form), tmp_path / f"{ending}.docx"
        assert briefing("build", saved, "-o", made).code == 0
        assert made.read_bytes() == straight.read_bytes(), ending
        assert briefing("preview", saved).code == 0
        assert briefing("check", saved).code == 0
