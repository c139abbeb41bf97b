"""What the tests of printed pages measure.

``printed``  each input of the repository in each size profile.
``upward``   a report to higher bodies, with the parts that the two inputs lack, in each profile.
"""

from __future__ import annotations

from itertools import product

import pytest

import briefing

from . import reports
from .measure import read_pages
from .reports import NAMES, PROFILES, Printed, ToPdf


@pytest.fixture(scope="session")
def all_printed(to_pdf: ToPdf) -> dict[tuple[str, str], Printed]:
    made = {(name, size): reports.load(name, size) for name, size in product(NAMES, PROFILES)}
    made |= {("upward", size): reports.upward(size) for size in PROFILES}
    names = {key: " ".join(key) for key in made}
    pdfs = to_pdf({names[key]: briefing.build(report) for key, report in made.items()})
    return {key: Printed(key[1], read_pages(pdfs[names[key]])) for key in made}


@pytest.fixture(scope="session", params=product(NAMES, PROFILES), ids=" ".join)
def printed(request: pytest.FixtureRequest, all_printed: dict) -> Printed:
    return all_printed[request.param]


@pytest.fixture(scope="session", params=PROFILES)
def upward(request: pytest.FixtureRequest, all_printed: dict) -> Printed:
    return all_printed["upward", request.param]
