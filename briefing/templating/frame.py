"""What surrounds the text by law, made from the report's own facts.

Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II: letterhead (1, 2), number (3), place and date
(4), signature (7), recipients (9).
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from briefing.document import DocumentMarks, Frame, Line, Properties, Run, Signing, split_gaps
from briefing.report import Report
from briefing.standards import Standard
from briefing.templating.context import gap_text
from briefing.templating.filters import clauses
from briefing.templating.kind import Kind
from briefing.tracing import carried, joined, paths_of, settled
from briefing.vietnamese import BLANK, long_date, slash_date, two_digits, upper_first

_ABOVE = ("như trên", "như kính gửi", "như nơi gửi")
"""What recipients are called who stand under “Kính gửi” already."""


class FrameBuilder:
    """Makes the frame of one report; ``facts`` are the report's facts as templates see them."""

    def __init__(
        self, report: Report, facts: dict[str, Any], kind: Kind, standard: Standard
    ) -> None:
        self._report = report
        self._facts = facts
        self._kind = kind
        self._strings = standard.strings
        self._forms = standard.forms

    def build(self, title: str, about: Line, language: str, *, draft: bool = False) -> Frame:
        """Return the frame; ``title`` goes into the properties, ``about`` is a letter's subject.

        A ``draft`` says that it is one.
        """
        issuer, date_line = self._facts["issuer"], self._date()
        partners = [partner["signature"] for partner in self._facts["partners"]]
        signed = tuple(self._signing(each, language) for each in partners)
        own = self._signing(self._facts["signature"], language)
        if self._kind.minutes:
            own, *signed_beside = self._of_minutes()
            signed = tuple(signed_beside)
        lines = issuer["lines"] or [gap_text("issuer.lines", language)]
        return Frame(
            parent=self._lines(issuer["parent"]),
            issuer=self._lines(self._names(lines)),
            number=_line(self._number(language)),
            place_date=_line(f"{self._said('place', language)}, {date_line}"),
            about=self._about(about),
            addressees=self._addressees(language),
            authority=own.authority,
            post=own.post,
            other_post=own.other_post,
            signer=own.signer,
            recipients=self._recipients(language),
            citation=_line(self._citation(language)),
            properties=self._properties(title),
            marks=self._marks(draft=draft),
            partners=signed,
        )

    def _names(self, lines: list[str]) -> list[str]:
        """Return the lines of all bodies that issue, a dash after each body but the last."""
        partners = self._facts["partners"]
        bodies = [[*lines], *([*partner["lines"]] for partner in partners)]
        for body, _ in pairwise(bodies):
            body[-1] = joined((body[-1], "-"), " ")
        return [line for body in bodies for line in body]

    def _signing(self, signature: dict[str, Any], language: str) -> Signing:
        return Signing(
            self._lines(self._authority(signature)),
            _line(self._post(signature, language)),
            _line(signature["other_post"] or ""),
            _line(joined(filter(None, (signature["rank"], signature["name"])), " ")),
        )

    def _of_minutes(self) -> tuple[Signing, Signing]:
        """Return how who was in the chair and who took the minutes sign, right and left."""
        told = self._facts["conference"] or {}

        def signing(word: str, name: str | None) -> Signing:
            known = name in self._report.people
            person = self._facts["people"][name] if known else {}
            signer = joined(filter(None, (person.get("rank"), person.get("name"))), " ")
            return Signing((), _line(self._strings[word]), (), _line(signer))

        return signing("chair", told.get("chair")), signing("secretary", told.get("secretary"))

    def _marks(self, *, draft: bool) -> DocumentMarks:
        marks = self._facts["marks"]
        copies = marks["copies"]
        drafter = [marks["drafter"], carried(f"({copies})", copies) if copies else None]
        return DocumentMarks(
            secrecy=_line(marks["secrecy"] or ""),
            urgency=_line(marks["urgency"] or ""),
            draft=_line(self._strings["draft"]) if draft else (),
            circulation=_line(marks["circulation"] or ""),
            drafter=_line(joined(filter(None, drafter), ".")),  # "PL.(300)": mục V, row 11
            contact=self._lines(marks["contact"]),
        )

    def _lines(self, texts: list[str]) -> tuple[Line, ...]:
        return tuple(_line(text) for text in texts)

    def _said(self, path: str, language: str) -> str:
        """Return a fact of the frame, or its gap."""
        group, _, name = path.rpartition(".")
        facts = self._facts[group] if group else self._facts
        said: str = facts[name] or gap_text(path, language)
        return said

    def _number(self, language: str, *, blank: bool = False) -> str:
        number, issuer = self._facts["number"], self._facts["issuer"]
        form = self._forms.letter_number if self._kind.letter else self._forms.number
        unit = f"-{issuer['unit']}" if issuer["unit"] else ""
        open_ = blank or number is None
        digits = BLANK if open_ else f" {carried(two_digits(number), number)}"
        symbols = [partner["symbol"] for partner in self._facts["partners"]]
        body = joined((self._said("issuer.symbol", language), *symbols), "-")
        return form.format(number=digits, type=self._kind.symbol, body=body, unit=unit)

    def _date(self) -> str:
        # A report on one year is often issued in the next: without a date nothing is known.
        issued = self._report.date
        if issued is None:
            return long_date(None)
        return carried(long_date(issued.year, issued.month, issued.day), self._facts["date"])

    def _about(self, subject: Line) -> Line:
        before, _, _ = self._forms.about.partition("{}")
        if before or not subject:
            return (Run(upper_first(before)), *subject) if subject else ()
        return (subject[0].saying(upper_first(subject[0].traced)), *subject[1:])

    def _addressees(self, language: str) -> tuple[Line, ...]:
        # "Kính gửi" stands in letters and in what is submitted to a higher body, in nothing else
        # (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9).
        addressees = self._facts["recipients"]["addressees"] if self._kind.addressed else []
        path = "recipients.addressees"
        if not addressees and path in self._kind.requires:
            return self._lines([gap_text(path, language)])
        if len(addressees) == 1:
            return self._lines([upper_first(addressees[0])])
        return self._lines(clauses(addressees))

    def _authority(self, signature: dict[str, Any]) -> list[str]:
        lines = []
        if signature["collective"]:
            lines.append(self._forms.collective.format(signature["collective"]))
        form = getattr(self._forms, signature["authority"] or "", None)
        if form:
            lines.append(carried(form.format(signature["head"]), signature["authority"]))
        if signature["unit_head"] and self._forms.KT:
            lines.append(self._forms.KT.format(signature["unit_head"]))
        return lines

    def _post(self, signature: dict[str, Any], language: str) -> str:
        # An acting head (Q.) has no other post; everybody else signs with one.
        acting = signature["authority"] == "Q"
        return signature["post"] or ("" if acting else gap_text("signature.post", language))

    def _recipients(self, language: str) -> tuple[Line, ...]:
        recipients = self._facts["recipients"]
        first = [self._strings["as_above"]] if self._addressees(language) else []
        copies = list(recipients["copies"])
        # Who types what stands for the addressees means the line that is printed anyway.
        above = next(
            (text for text in copies if str(text).strip(" ;.,").casefold() in _ABOVE), None
        )
        if above is not None and recipients["addressees"]:
            copies.remove(above)
            first = [above] if first else []
        if not self._kind.addressed:
            copies = [*recipients["addressees"], *copies]
        copies = copies or ([] if first else [gap_text("recipients.copies", language)])
        end = self._forms.recipient_end
        texts = [f"{upper_first(text)}{end}" for text in (*first, *copies)]
        archive = recipients["archive"]
        if self._kind.minutes and "archive" not in self._report.recipients.model_fields_set:
            archive = self._strings.get("minutes_archive", archive)
        return self._lines([*texts, self._forms.archive.format(archive)])

    def _citation(self, language: str) -> str:
        """Return how annexes name the document.

        On paper in full; annexes of an electronic document leave number and date open, which its
        system gives (Phụ lục I, phần I, mục III.1.c).
        """
        blank = bool(self._report.marks.electronic)
        partners = [joined(partner["lines"], " ") for partner in self._facts["partners"]]
        *others, last = [self._said("issuer.name", language), *partners]
        name = joined(filter(None, (joined(others, ", "), last)), " và ")
        number = settled(self._number(language, blank=blank)).replace("Số:", "Số")
        day = self._cited_day(blank=blank)
        return f"Kèm theo {self._kind.kind} s{number[1:]}{day} của {name}"

    def _cited_day(self, *, blank: bool) -> str:
        """Return the day after the number; Party documents cite a known one with strokes."""
        issued, party = self._report.date, self._report.body.family == "party"
        sign = ", " if party else " "
        if blank:
            return f"{sign}{long_date(None)}"
        if issued is None or not issued.day or not party:
            return f"{sign}{self._date()}"
        said = slash_date(issued.year, issued.month, issued.day)
        return f"{sign}{carried(f'ngày {said}', self._facts['date'])}"

    def _properties(self, title: str) -> Properties:
        issued = self._report.date
        day = issued.earliest() if issued else date(self._report.period.year, 12, 31)
        letter, creator = self._facts["letter"], self._facts["issuer"]["name"]
        subject = letter["about"] if self._kind.letter and letter else self._facts["subject"]
        facts = (*paths_of(subject), *paths_of(creator), *paths_of(self._facts["date"]))
        return Properties(title, _words(subject or ""), _words(creator or ""), day, facts=facts)


def _words(text: str) -> str:
    return "".join(piece for piece, _ in split_gaps(text))


def _line(text: str) -> Line:
    return tuple(Run("", gap=path).saying(piece) for piece, path in split_gaps(settled(text)))
