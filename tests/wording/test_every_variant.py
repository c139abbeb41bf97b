"""Every kind of document from inputs that use all that the schema has, in drawn variants.

    WORDING_VARIANTS=500 python -m pytest tests/wording -k tom-tat

draws so many of one kind; the tests of every day draw fewer.
"""

from __future__ import annotations

import os

import pytest
from exploring import seldom
from facts.marked import shapes
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from templating.printed import docx_text

from briefing import Report, library
from briefing.findings import Origin
from briefing.markdown import write_markdown
from briefing.report import Period
from briefing.report.organisation import Signature
from briefing.report.roles import roles_of
from briefing.templating import kinds
from wording.drawn import variants, whole
from wording.faults import faults

KINDS = sorted(kinds())
CHOSEN = {
    *(
        "schema_version",
        "locality",
        "signer",
        "previous_report",
        "based_on",
        "standard",
        "issuer.force",
    ),
    *("issuer.parent[]", "issuer.under", "issuer.unit_name"),
    # No short version or news goes out of what is secret; who signs by an order heads no body.
    *("marks.secrecy", "marks.circulation", "signature.unit_head"),
    "tables[].file",
    # Tests of their own: a statement that is marked, or a table's name, must be there.
    *("results[].in_short[]", "results[].parts[].in_short[]", "results[].tables[]"),
    *("partners[].symbol", "partners[].lines[]"),
    *(f"partners[].signature.{key}" for key in Signature.model_fields),
    *(f"{period}.{key}" for period in ("period", "next_period") for key in Period.model_fields),
    # An outline of its own takes the place of the usual one; its wording has tests of its own.
    *(path for path in roles_of(Report) if path.startswith(("sections[]", "numbering[]"))),
}
"""What the variants choose, or what stands for a pack or another file."""

SHORT_FORMS = {"ANTT": "an ninh, trật tự", "TTXH": "trật tự xã hội"}

DRAWN = settings(
    derandomize=True,
    deadline=None,
    max_examples=int(os.environ.get("WORDING_VARIANTS", seldom(30))),
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def said_wrongly(data: dict) -> list[str]:
    made = library.make(Report.model_validate(data))
    markdown = write_markdown(made.document, made.form.standard)
    accused = [one.message() for one in made.findings if one.origin and _is_template(one.origin)]
    return [*accused, *faults(markdown, docx_text(made.as_docx()), SHORT_FORMS)]


def _is_template(origin: Origin) -> bool:
    """Say whether a finding holds something against the words of the program itself."""
    return origin.file.endswith(".j2")


def test_the_whole_input_has_every_key_of_the_schema() -> None:
    assert set(roles_of(Report)) - set(shapes(whole())) <= CHOSEN


@pytest.mark.parametrize("kind", KINDS)
@DRAWN
@given(drawn=st.data())
def test_whatever_an_input_holds_its_document_reads_well(kind: str, drawn: st.DataObject) -> None:
    assert said_wrongly(drawn.draw(variants(kind))) == []
