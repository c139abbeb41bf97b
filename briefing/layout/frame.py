"""What stands around the text, part by part in the order of the law; every output takes it here.

Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.1 to II.5, II.7.đ, II.9.d, III.1 (annexes) and IV
(place of each part).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from briefing.document import Annex, Content, Frame, Line, Run, Signing
from briefing.standards import Standard
from briefing.values import record

Binding = Literal["", "text", "title", "centred", "reference", "name", "signer"]
"""What holds a line together where it breaks."""


@record
class Part:
    """A line of a component, as it is written; ``even`` breaks into lines of about one length.

    ``lead`` is the word or sign before it, which is not bound with it. What is ``boxed`` stands in
    a frame. ``above`` says what is above it in place of the space of its component: the room for
    the signature, or nothing.
    """

    component: str
    line: Line
    binding: Binding = ""
    even: bool = False
    lead: Line = ()
    boxed: bool = False
    above: Literal["", "signature", "nothing"] = ""


@record
class EndMark:
    """What ends the names or the title above it: a drawn rule, or a ``sign`` of their component."""

    name: str
    component: str
    sign: str = ""


FrameCell = tuple[Part | EndMark, ...]
FrameRow = tuple[FrameCell, ...]
"""What stands side by side."""

_DASH: Line = (Run("- "),)


def letterhead(frame: Frame, standard: Standard) -> tuple[tuple[FrameCell, FrameCell], ...]:
    """Return the rows of the letterhead, left and right.

    Under the number stand a letter's subject, stamps (ô 10a, 10b), and that it is a draft.
    """
    names: list[Part | EndMark] = [Part("parent", line) for line in frame.parent]
    names += [Part("issuer", line) for line in frame.issuer]
    names.append(_mark("issuer", "issuer", standard.forms.separator))
    nation = [Part(name, _run(standard.strings[name])) for name in standard.forms.nation]
    number = [Part("number", frame.number)]
    number += [Part("about", frame.about, "title")] if frame.about else []
    marks = frame.marks
    stamps = (("secrecy", marks.secrecy), ("urgency", marks.urgency))
    number += [Part(component, line, boxed=True) for component, line in stamps if line]
    number += [Part("draft", marks.draft)] if marks.draft else []
    return (
        (tuple(names), (*nation, EndMark("nation", standard.forms.nation[-1]))),
        (tuple(number), (Part("place_date", frame.place_date),)),
    )


def circulation(frame: Frame) -> tuple[Part, ...]:
    """Return to whom the document may go, which stands above everything (ô 11)."""
    line = frame.marks.circulation
    return (Part("circulation", line, boxed=True),) if line else ()


def contact(frame: Frame) -> tuple[Part, ...]:
    """Return how the body is reached, which stands at the foot of the first page (ô 13)."""
    return tuple(Part("contact", line, "text") for line in frame.marks.contact)


def headline(content: Content, frame: Frame) -> tuple[Part, ...]:
    """Return the headline of what is no official document and the line under it.

    That it is a draft stands above both, since there is no number to stand under.
    """
    draft = (Part("draft", frame.marks.draft),) if frame.marks.draft else ()
    head = Part("kind", content.kind, "title"), Part("annex_reference", content.subject, "text")
    return (*draft, *head)


def title(content: Content, standard: Standard) -> FrameCell:
    """Return the kind of document, its subject, and what ends them; a letter has none."""
    if not content.kind:
        return ()
    end = _mark("subject", "subject", standard.forms.subject_end)
    return Part("kind", content.kind), Part("subject", content.subject, "centred", even=True), end


def addressees(lines: Sequence[Line], standard: Standard) -> tuple[Part, ...]:
    """Return ``Kính gửi``: one body on its line, several one a line (mục II.9.d)."""
    if not lines:
        return ()
    word, italic = standard.strings["addressees"], standard.forms.italic_addressees_label
    if len(lines) == 1:
        lead = (Run(f"{word} ", italic=italic),)
        return (Part("addressees", lines[0], "centred", lead=lead),)
    items = [Part("addressee", line, "centred", lead=_DASH) for line in lines]
    return (Part("addressees", (Run(word, italic=italic),)), *items)


def annex_head(label: str, annex: Annex, citation: Line) -> FrameCell:
    """Return the head of an annex: label, title, and the document that it belongs to."""
    return (
        Part("annex_label", _run(label)),
        Part("annex_title", annex.title, "centred", even=True),
        Part("annex_reference", (Run("("), *citation, Run(")")), "reference", even=True),
        EndMark("annex", "annex_reference"),
    )


def signatures(frame: Frame) -> tuple[FrameRow, ...]:
    """Return the signatures of several bodies above the recipients, the one that leads last.

    Names are a row of their own, so that all begin level. One body signs beside the recipients.
    """
    if not frame.partners:
        return ()
    signed = [_signature(one) for one in signings(frame)]
    return tuple(above for above, _ in signed), tuple(below for _, below in signed)


def signings(frame: Frame) -> tuple[Signing, ...]:
    """Return who signs, from left to right."""
    return (*reversed(frame.partners), frame.signing)


def closing(frame: Frame, standard: Standard) -> FrameRow:
    """Return recipients and signature; beside the recipients of several bodies stands nothing."""
    recipients = [Part("recipients", line, "centred", lead=_DASH) for line in frame.recipients]
    recipients += [Part("drafter", frame.marks.drafter)] if frame.marks.drafter else []  # ô 12
    label = Part("recipients_label", _run(standard.strings["recipients"]))
    above, below = ((), ()) if frame.partners else _signature(frame.signing)
    return (label, *recipients), (*above, *below)


def _signature(signing: Signing) -> tuple[FrameCell, FrameCell]:
    """Return what stands above the room for a signature, and what begins with that room.

    An unknown name leaves its room open.
    """
    above = [Part("signature", line, "name") for line in signing.authority]
    above += [Part("post", signing.post, "name")] if signing.post else []
    if not signing.other_post:
        return tuple(above), (Part("signer", signing.signer, "signer"),)
    # The room for the signature is above the other post (mục II.7.đ: ô 7b, above the name).
    post = Part("post", signing.other_post, "name", above="signature")
    return tuple(above), (post, Part("signer", signing.signer, "signer", above="nothing"))


def _mark(name: str, component: str, said: str) -> EndMark:
    return EndMark(name, component, "" if said == "rule" else said)


def _run(text: str) -> Line:
    return (Run(text),)
