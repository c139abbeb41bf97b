"""For the server that workers are forked from: what a first document loads, they all have."""

from __future__ import annotations

import gc
from contextlib import suppress

from briefing import library
from briefing.batch.code import code_digest
from briefing.localities import looking_in
from briefing.shipped import data_folder


def make_ready() -> None:
    """Make the documents of an input that came with the program, and write none."""
    code_digest()
    case = library.load_case(min(data_folder("inputs").glob("*.yaml")))
    for made in library.make_documents(case, library.Request()).values():
        made.as_docx()


# A server imports and calls nothing. Whatever is amiss, the workers tell it of the inputs in hand.
with suppress(Exception), looking_in(()):
    make_ready()
# Forked processes share what nobody goes through again.
gc.freeze()
