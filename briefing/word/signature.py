"""The closing block: recipients on the left, the signature on the right, never apart.

Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.7 and II.9.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.document import Frame, Line, Run
from briefing.standards import Standard
from briefing.word.columns import columns
from briefing.word.measures import Measures
from briefing.word.paragraphs import style_of
from briefing.word.xml import paragraph, run, runs


def signature_block(frame: Frame, standard: Standard, width: int) -> str:
    """Return the block; ``width`` of the text in twips. An unknown name leaves its room open."""
    space = paragraph(style_of("recipients"), "")
    label = paragraph(style_of("recipients_label"), run(Run(standard.strings["recipients"])))
    recipients = [
        paragraph(style_of("recipients"), runs((Run("- "), *line))) for line in frame.recipients
    ]
    authority = [_cased("signature", line, standard) for line in frame.authority]
    if frame.post:
        authority.append(_cased("post", frame.post, standard))
    name = paragraph(style_of("signer"), runs(frame.signer))
    left = round(Measures(standard, width / 20).recipients * 20)
    cells = (space + label + "".join(recipients), space + "".join(authority) + name)
    return columns([cells], (left, width - left))


def _cased(component: str, line: Line, standard: Standard) -> str:
    rules = standard.components[component]
    runs_in_case = tuple(replace(run, text=rules.cased(run.text)) for run in line)
    return paragraph(style_of(component), runs(runs_in_case))
