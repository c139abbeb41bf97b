"""Every way in which a pack could make a final document wrong in silence, by check and by build."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli.running import Briefing

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
    "a head of police under the committee": (
        "signature: {post: Trưởng Công an}\n",
        "form/other-body-signs",
    ),
}


def refused(briefing: Briefing, source: Path, rule: str, language: str) -> None:
    """Hold that check tells the rule as an error and that no document is built."""
    checked = briefing("check", source, "--lang", language)
    built = briefing("build", source, "--lang", language)
    word = {"vi": "lỗi: ", "en": "error: "}[language]

    for outcome in (checked, built):
        lines = (outcome.out + outcome.err).splitlines()
        assert [line for line in lines if f"{rule}]" in line and word in line], lines
        assert outcome.code in (1, 2)
    assert not source.with_suffix(".docx").exists()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("way", TEMPLATES)
def test_a_template_that_loses_or_falsifies_content_is_refused(
    briefing: Briefing, way: str, language: str
) -> None:
    template, rule = TEMPLATES[way]
    write_pack("cao-son", CAO_SON, bao_cao_tong_ket=template)

    refused(briefing, write_input("cao-son"), rule, language)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("way", PACKS)
def test_a_pack_that_says_what_would_print_wrong_is_refused(
    briefing: Briefing, way: str, language: str
) -> None:
    more, rule = PACKS[way]
    write_pack("cao-son", CAO_SON + more)

    refused(briefing, write_input("cao-son"), rule, language)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("way", BODIES)
def test_a_signature_of_another_body_is_refused(
    briefing: Briefing, way: str, language: str
) -> None:
    more, rule = BODIES[way]
    write_pack("cao-son", CAO_SON + CHAIRMAN)

    refused(briefing, write_input("cao-son", more=more), rule, language)


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
    ],
)
def test_honest_text_is_left_alone(briefing: Briefing, text: str) -> None:
    write_pack("cao-son", CAO_SON, bao_cao_tong_ket=added(text))

    outcome = briefing("build", write_input("cao-son"))
    assert outcome.code == 0, outcome.err
    assert "[template/" not in outcome.err
