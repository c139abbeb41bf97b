"""The closing block: recipients on the left, the signature on the right, never apart.

Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.7.đ and II.9.d.
"""

from __future__ import annotations

from briefing.document import Frame, Line, Run
from briefing.standards import Standard
from briefing.word.columns import columns
from briefing.word.glue import cased, title_line
from briefing.word.look.model import Look
from briefing.word.measures import Measures
from briefing.word.paragraphs import style_of
from briefing.word.split import GUTTER, name_line
from briefing.word.styles import settings_of, twins
from briefing.word.xml import paragraph, run, runs

SPACE = 240
"""Above the block, in twips."""


def signature_block(frame: Frame, standard: Standard, look: Look, width: int) -> str:
    """Return the block; ``width`` of the text in twips. An unknown name leaves its room open."""
    left = round(Measures(standard, width / 20).recipients * 20)
    label = paragraph(style_of("recipients_label"), run(Run(standard.strings["recipients"])))
    recipients = [
        paragraph(style_of("recipients"), runs((Run("- "), *title_line(line))))
        for line in frame.recipients
    ]
    signs = [("signature", line) for line in frame.authority]
    signs += [("post", frame.post)] if frame.post else []
    shared = twins(standard, look)
    authority = [
        paragraph(style_of(shared.get(part, part)), _set(part, line, standard, width - left))
        for part, line in signs
    ]
    if frame.other_post:
        # The room for the signature is above the other post (mục II.7.đ: ô 7b, above the name).
        room = settings_of(standard, look)["signer"].before
        post = _set("post", frame.other_post, standard, width - left)
        authority.append(paragraph(style_of(shared.get("post", "post")), post, _before(room)))
        name = paragraph(style_of("signer"), runs(frame.signer), _before(0))
    else:
        name = paragraph(style_of("signer"), runs(frame.signer))
    if frame.marks.drafter:
        recipients.append(paragraph(style_of("drafter"), runs(frame.marks.drafter)))  # ô 12
    cells = (label + "".join(recipients), "".join(authority) + name)
    return columns([cells], (left, width - left), round(GUTTER * 20), top=SPACE)


def _before(space: int) -> str:
    return f'<w:spacing w:before="{space}"/>'


def _set(component: str, line: Line, standard: Standard, width: int) -> str:
    """Return the runs of a line of the signature, a long one broken like a name."""
    rules = standard.components[component]
    return runs(cased(name_line(line, rules, width / 20), rules))
