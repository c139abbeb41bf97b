"""Every way in which a pack could make a final document wrong in silence, by check and by build."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing
from exploring import in_languages, one_of_each_rule, some, tried

from localities.made import CAO_SON, write_input, write_pack

EXTENDS = '{% extends "bao-cao-tong-ket.md.j2" %}\n'
CHAIRMAN = (
    'signer = "chu_tich"\n\n[signers.chu_tich]\ncollective = "Ủy ban nhân dân"\npost = "Chủ tịch"\n'
)


def added(text: str) -> str:
    """Return an override that says more in its block."""
    return f"{EXTENDS}{{% block plan %}}\n{{{{ super() }}}}\n{text}\n{{% endblock %}}\n"


TEMPLATES = {
    "no extends": ("{% block closing %}\nHết.\n{% endblock %}\n", "template/no-title"),
    "a typo in a block": (EXTENDS + "{% block resluts %}\nA.\n{% endblock %}", "no-such-block"),
    "text outside the blocks": (EXTENDS + "Không in.\n", "template/outside-block"),
    "no title": (EXTENDS + "{% block title %}{% endblock %}", "template/no-title"),
    "no results": (EXTENDS + "{% block results %}{% endblock %}", "template/required-lost"),
    "a second title": (added("# Mới\n\nMột."), "template/early-annex"),
    "a second title in a loop": (
        added('{% for x in ["A"] %}\n# {{ x }}\n{% endfor %}\n\nMột.'),
        "template/early-annex",
    ),
    "a row that is too long": (added("| a |\n| --- |\n| 1 | 2 |"), "template/table-cells"),
    "a table without its rule": (added("| a | b |"), "template/no-table"),
    "single braces": (added("Năm {year}."), "template/single-brace"),
    "single braces with blanks": (added("Năm { year }."), "template/single-brace"),
    "single braces around a path": (added("Năm {report.year}."), "template/single-brace"),
    "a numeral": (added("## IV. Mới\n\nMột."), "template/typed-number"),
    "a numeral in a name": (
        added('{% set t = "IV. Mới" %}\n## {{ t }}\n\nMột.'),
        "template/typed-number",
    ),
    "a numeral put together": (added('## {{ "IV" }}. Mới\n\nMột.'), "template/typed-number"),
    "a numeral in a call": (added('{{ m.part("2. Mới", true) }}\n\nMột.'), "typed-number"),
    "a numeral without its stop": (added("## IV Mới\n\nMột."), "template/typed-number"),
    "a number without its stop": (added("### 1 Mới\n\nMột."), "template/typed-number"),
    "the number of the next section": (added("## 4 Mới\n\nMột."), "template/typed-number"),
    "a numeral before a colon": (added("## IV: Mới\n\nMột."), "template/typed-number"),
    "a heading set in bold": (added("**IV. Mới**\n\nMột."), "template/heading-in-disguise"),
    "a heading set in italics": (added("*1. Mới*\n\nMột."), "template/heading-in-disguise"),
    "a heading set as a line": (added("IV. Mới\n\nMột."), "template/heading-in-disguise"),
    "a heading with a value as a line": (
        added("IV. {{ coming }}\n\nMột."),
        "template/heading-in-disguise",
    ),
    "a point set as a line": (added("a) Mới\n\nMột."), "template/heading-in-disguise"),
    "a heading by an expression": (added('{{ "# Mới" }}\n\nMột.'), "mark-in-expression"),
    "a heading put together": (added('{{ "## " ~ coming }}\n\nMột.'), "mark-in-expression"),
    "a heading in a name": (
        added('{% set t = "### Mới" %}\n{{ t }}\n\nMột.'),
        "mark-in-expression",
    ),
    "bold words by an expression": (added('{{ "**Mới**" }}.'), "mark-in-expression"),
    "a table by an expression": (added('{{ "| a | b |" }}'), "mark-in-expression"),
    "a heading handed to a macro": (added('{{ m.list(["## A"]) }}'), "mark-in-expression"),
    "a heading too deep": (added("##### Mới\n\nMột."), "template/heading-too-deep"),
    "a heading without a blank": (added("#Mới"), "template/printed-mark"),
    "a heading without words": (added("## \n\nMột."), "template/not-held"),
    "a heading underlined": (added("Mới\n==="), "template/not-held"),
    "bold that is not closed": (added("**Mới"), "template/printed-mark"),
    "a link": (added("Xem [trang](http://x.vn)."), "template/not-held"),
    "a link by name": (added("Xem [trang][1].\n\n[1]: http://x.vn"), "template/not-held"),
    "a link in angles": (added("Xem <http://x.vn>."), "template/not-held"),
    "a picture": (added("![ảnh](a.png)"), "template/not-held"),
    "a quote": (added("> Trích dẫn."), "template/not-held"),
    "a rule": (added("---"), "template/not-held"),
    "code": (added("`mã` ở đây."), "template/not-held"),
    "a block of code": (added("```\nmã\n```"), "template/not-held"),
    "words struck out": (added("~~bỏ~~ đi."), "template/not-held"),
    "a footnote": (added("Một[^1]."), "template/not-held"),
    "HTML": (added("<b>đậm</b>"), "template/not-held"),
    "a remark of HTML": (added("<!-- chú thích -->"), "template/not-held"),
}
PACKS = {
    "braces of templates": ('closing = "{{ issuer }} trân trọng"\n', "text/doubled-brace"),
    "braces in a heading": ('[headings]\nplan = "Nhiệm vụ {{ coming }}"\n', "heading-name"),
    "a numeral in a heading": ('[headings]\nplan = "III. Nhiệm vụ"\n', "form/typed-number"),
    "a numeral in an area": ('[areas]\ny_te = "7. Y tế"\n', "form/typed-number"),
    "required section left out": ('[sections]\nbao-cao-tong-ket = ["plan"]\n', "sections/required"),
    "a key that slipped into the recipients": (
        '[recipients.copies]\ncap_tren = "UBND tỉnh"\nclosing = "Trân trọng báo cáo"\n',
        "locality/key-in-table",
    ),
    "a key that slipped into the areas": (
        '[areas]\ny_te = "Y tế"\nopening = "Báo cáo như sau"\n',
        "locality/key-in-table",
    ),
    "an order of no kind": (
        '[sections]\nbao-cao-tong-kett = ["results"]\n',
        "sections/no-such-kind",
    ),
    "an order of a kind far from all": ('[sections]\nthong-bao = ["plan"]\n', "no-such-kind"),
    "a heading of no name": ('[headings]\nplann = "X"\n', "locality/unknown-word"),
    "a key that slipped into the headings": (
        '[headings]\nplan = "X"\nclosing = "Y"\n',
        "locality/key-in-table",
    ),
    "a size that slipped into the recipients": (
        '[recipients.copies]\ncap_tren = "UBND tỉnh"\nsize_profile = "P13"\n',
        "locality/key-in-table",
    ),
    "a signer that slipped into a body's recipients": (
        '[issuers.police.recipients.copies]\ncap_tren = "Công an tỉnh"\nsigner = "truong"\n',
        "locality/key-in-table",
    ),
    "a column of no name": ('[figures_annex]\ncolumns = ["labell"]\n', "input/unknown-choice"),
    "a section twice": (
        '[sections]\nbao-cao-tong-ket = ["results", "results"]\n',
        "sections/twice",
    ),
}
BODIES = {
    "a chairman under the police": (
        "signer: chu_tich\nissuer: {force: police}\n",
        "form/other-body-signer",
    ),
    "a committee under the Party": (
        "issuer: {force: party_committee}\n"
        "signature: {collective: Ủy ban nhân dân, post: Bí thư}\n",
        "form/other-body-signs",
    ),
    "a chairman under the military": (
        "issuer: {force: military}\nsignature: {post: Chủ tịch}\n",
        "form/other-body-signs",
    ),
    "the Party's standing committee under the police": (
        "issuer: {force: police}\n"
        "signature: {collective: Ban Thường vụ, authority: KT, head: Bí thư, post: Phó Bí thư}\n",
        "form/other-body-signs",
    ),
    "a secretary under the committee": ("signature: {post: Bí thư}\n", "form/other-body-signs"),
    "a commander under the police": (
        "issuer: {force: police}\nsignature: {post: Chỉ huy trưởng}\n",
        "form/other-body-signs",
    ),
    "a head of police under the committee": (
        "signature: {post: Trưởng Công an}\n",
        "form/other-body-signs",
    ),
}


IN_PACK = {
    "a chairman of the pack for its police": (
        "police",
        '[issuers.police]\nsigner = "chu_tich"\n',
    ),
    "the committee in the Party's own signer": (
        "party_committee",
        '[issuers.party_committee]\nsigner = "x"\n[issuers.party_committee.signers.x]\n'
        'collective = "Ủy ban nhân dân"\npost = "Bí thư"\n',
    ),
    "a head of police for the military": (
        "military",
        '[issuers.military]\nsigner = "x"\n[issuers.military.signers.x]\npost = "Trưởng Công an"\n',
    ),
}


def refused(briefing: Briefing, source: Path, rule: str, language: str) -> None:
    """Hold that check tells the rule as an error and nothing is built or shown, with one code."""
    word, codes = {"vi": "lỗi: ", "en": "error: "}[language], set()
    files = (file for file in sorted(Path("localities").rglob("*")) if file.is_file())
    pack = [file.read_bytes() for file in files]

    # A command that writes nothing is asked in one language; whoever tries both asks all three.
    writing_nothing = {"vi": "check", "en": "preview"}[language]
    for command in ("build", writing_nothing) if tried((pack, rule)) else ("build",):
        outcome = briefing(command, source, "--lang", language)
        lines = (outcome.out + outcome.err).splitlines()
        assert [line for line in lines if f"{rule}]" in line and word in line], lines
        codes.add(outcome.code)
    assert codes in ({1}, {2})
    assert not source.with_suffix(".docx").exists()


@pytest.mark.parametrize(("way", "language"), in_languages(one_of_each_rule(TEMPLATES)))
def test_a_template_that_loses_or_falsifies_content_is_refused(
    briefing: Briefing, way: str, language: str
) -> None:
    template, rule = TEMPLATES[way]
    write_pack("cao-son", CAO_SON, bao_cao_tong_ket=template)

    refused(briefing, write_input("cao-son"), rule, language)


@pytest.mark.parametrize(("way", "language"), in_languages(one_of_each_rule(PACKS)))
def test_a_pack_that_says_what_would_print_wrong_is_refused(
    briefing: Briefing, way: str, language: str
) -> None:
    more, rule = PACKS[way]
    write_pack("cao-son", CAO_SON + more)

    refused(briefing, write_input("cao-son"), rule, language)


@pytest.mark.parametrize(("way", "language"), in_languages(BODIES))
def test_a_signature_of_another_body_is_refused(
    briefing: Briefing, way: str, language: str
) -> None:
    more, rule = BODIES[way]
    write_pack("cao-son", CAO_SON + CHAIRMAN)

    refused(briefing, write_input("cao-son", more=more), rule, language)


@pytest.mark.parametrize(("way", "language"), in_languages(IN_PACK))
def test_a_signer_of_another_body_in_a_pack_is_refused(
    briefing: Briefing, way: str, language: str
) -> None:
    force, more = IN_PACK[way]
    write_pack("cao-son", CAO_SON + CHAIRMAN + more)
    source = write_input("cao-son", more=f"issuer: {{force: {force}}}\n")

    refused(briefing, source, "form/other-body-in-pack", language)


@pytest.mark.parametrize(
    "text",
    [
        "Diện tích < 5 ha và > 3 ha.",
        "Theo mục [a] của danh sách (b).",
        r"Dấu \` và \[x\](y).",
        "Nhiệt độ ~ 30 độ.",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "- Một ý\n- Hai ý",
        "## 5 năm thực hiện\n\nMột.",
        "## Đại hội XIV\n\nMột.",
        "V. I. Lênin dạy như thế",
        "**Kết quả:** tốt.",
        "a) Một ý đủ câu;\n\nb) ý sau.",
        '{{ "Mục # 1" }}.',
        '{% if coming == "# x" %}A.{% endif %}',
        '{{ coming|replace("**x**", "") }}.',
    ],
)
def test_honest_text_is_left_alone(briefing: Briefing, text: str) -> None:
    write_pack("cao-son", CAO_SON, bao_cao_tong_ket=added(text))

    outcome = briefing("build", write_input("cao-son"))
    assert outcome.code == 0, outcome.err
    assert "[template/" not in outcome.err


def test_a_count_before_a_capital_is_only_asked_about(briefing: Briefing) -> None:
    template = added("## 3 Chương trình mục tiêu quốc gia\n\nMột.")
    write_pack("cao-son", CAO_SON, bao_cao_tong_ket=template)

    outcome = briefing("build", write_input("cao-son"))
    assert outcome.code == 0
    assert "cảnh báo: " in outcome.err
    assert "[template/number-or-count]" in outcome.err


LOSING = {
    "an override without extends": (TEMPLATES, "no extends"),
    "a block that there is not": (TEMPLATES, "a typo in a block"),
    "a second title in the main part": (TEMPLATES, "a second title"),
    "a document without its title": (TEMPLATES, "no title"),
    "a document without what its kind requires": (TEMPLATES, "no results"),
    "a row with more cells than its head": (TEMPLATES, "a row that is too long"),
    "names of templates in data": (PACKS, "braces of templates"),
    "names of data in templates": (TEMPLATES, "single braces"),
    "a numeral in a heading of a template": (TEMPLATES, "a numeral"),
    "a numeral in a heading of data": (PACKS, "a numeral in a heading"),
    "a link": (TEMPLATES, "a link"),
    "a picture": (TEMPLATES, "a picture"),
    "a quote": (TEMPLATES, "a quote"),
    "a rule": (TEMPLATES, "a rule"),
}
ONLY_ODD = {
    "a level skipped": (added("## Mới\n\n#### Một ý\n\nMột."), "template/skipped-level"),
    "a row with fewer cells than its head": (
        added("| a | b |\n| --- | --- |\n| 1 |"),
        "template/table-cells",
    ),
}
SIGNING = {
    "a chairman under the police": "a chairman under the police",
    "a People's Committee under the Party": "a committee under the Party",
}


def told_at_its_line(briefing: Briefing, source: Path, rule: str, language: str) -> str:
    """Return what check, build and lint tell of a rule, each at a line of the pack, and hold so."""
    places = []
    lint = ("template", "lint", "--locality", "cao-son")
    for words in (("check", source), ("build", source), lint):
        outcome = briefing(*words, "--lang", language)
        lines = [line for line in (outcome.out + outcome.err).splitlines() if f"{rule}]" in line]
        places.append({line.partition(": ")[0] for line in lines})
    assert places[0]
    assert places[0] == places[1] == places[2]
    assert all(place.startswith("localities/cao-son/") and ":" in place for place in places[0])
    return lines[0]


@pytest.mark.parametrize(("way", "language"), in_languages(some(LOSING)))
def test_every_way_to_lose_content_stops_a_document_at_its_line(
    briefing: Briefing, way: str, language: str
) -> None:
    cases, name = LOSING[way]
    text, rule = cases[name]
    if cases is TEMPLATES:
        write_pack("cao-son", CAO_SON, bao_cao_tong_ket=text)
    else:
        write_pack("cao-son", CAO_SON + text)
    source = write_input("cao-son")

    line = told_at_its_line(briefing, source, rule, language)
    assert {"vi": ": lỗi: ", "en": ": error: "}[language] in line
    assert not source.with_suffix(".docx").exists()


@pytest.mark.parametrize(("way", "language"), in_languages(ONLY_ODD))
def test_every_way_that_is_only_odd_is_told_at_its_line(
    briefing: Briefing, way: str, language: str
) -> None:
    template, rule = ONLY_ODD[way]
    write_pack("cao-son", CAO_SON, bao_cao_tong_ket=template)
    source = write_input("cao-son")

    line = told_at_its_line(briefing, source, rule, language)
    assert {"vi": ": cảnh báo: ", "en": ": warning: "}[language] in line
    assert source.with_suffix(".docx").exists()


@pytest.mark.parametrize(("way", "language"), in_languages(SIGNING))
def test_every_signer_of_another_body_stops_a_document(
    briefing: Briefing, way: str, language: str
) -> None:
    more, rule = BODIES[SIGNING[way]]
    write_pack("cao-son", CAO_SON + CHAIRMAN)

    refused(briefing, write_input("cao-son", more=more), rule, language)
