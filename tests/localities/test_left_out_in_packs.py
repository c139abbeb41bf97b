"""What a pack leaves out: with effect, in vain, of the annex, and in a kind like another."""

from __future__ import annotations

import pytest
from cli.running import Briefing
from exploring import in_languages

from localities.made import CAO_SON, write_input, write_pack

REMARKED = {
    "a heading that nothing changes": ("[headings]\nplan = false\n", "plan"),
    "a recipient that there is not": ("[recipients.copies]\ndan = false\n", "dan"),
    "a recipient of a body": (
        '[recipients.copies]\nthon = "Các thôn"\n'
        "[issuers.people_committee.recipients.copies]\nthonn = false\n",
        "thonn",
    ),
    "a signer that there is not": ("[signers]\nx = false\n", "x"),
    "an abbreviation that there is not": ("[abbreviations]\nUBMT = false\n", "UBMT"),
}


@pytest.mark.parametrize(("way", "language"), in_languages(REMARKED))
def test_what_is_left_out_in_vain_is_remarked_on(
    briefing: Briefing, way: str, language: str
) -> None:
    more, key = REMARKED[way]
    write_pack("cao-son", CAO_SON + more)

    outcome = briefing("check", write_input("cao-son"), "--lang", language)
    told = [line for line in outcome.out.splitlines() if "[locality/nothing-to-leave-out]" in line]
    assert [f"“{key} = false”" in line for line in told] == [True]


def test_what_is_left_out_with_effect_is_not_remarked_on(briefing: Briefing) -> None:
    above = '[headings]\nplan = "Việc tới"\n[recipients.copies]\nso = "Sở Y tế"\n'
    write_pack("hoa-binh", above + "[figure_style]\npad = true\n")
    write_pack(
        "cao-son",
        CAO_SON + "[headings]\nplan = false\n[recipients.copies]\nso = false\n"
        "[figure_style]\npad = false\n[issuers.police.recipients.copies]\nso = false\n",
    )

    assert "nothing-to-leave-out" not in briefing("check", write_input("cao-son")).out


@pytest.mark.parametrize(
    ("name", "severity"), [("vuu_an", "cảnh báo"), ("nam_khac", "lưu ý"), ("vu_an", None)]
)
def test_a_figure_left_out_of_the_annex_that_is_not_there_is_told(
    briefing: Briefing, name: str, severity: str | None
) -> None:
    write_pack("cao-son", CAO_SON + f'[figures_annex]\nleave_out = {{ mot = "{name}" }}\n')
    source = write_input("cao-son", more="figures_annex: true\n")
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace(" vu:", " vu_an:").replace("{vu", "{vu_an"), encoding="utf-8")

    outcome = briefing("check", source)
    told = [line for line in outcome.out.splitlines() if "[annex/unknown-figure]" in line]
    assert [f"{severity}: " in line for line in told] == ([True] if severity else [])
    annex = briefing("preview", source).out
    assert ("Số vụ phạm tội" in annex) == (name != "vu_an")


@pytest.mark.parametrize("where", ["cao-son", "hoa-binh"])
def test_a_new_kind_has_the_sections_of_the_one_that_it_is_like(
    briefing: Briefing, where: str
) -> None:
    order = '[sections]\nbao-cao-tong-ket = ["results", "assessment"]\n'
    write_pack("hoa-binh", order if where == "hoa-binh" else "")
    write_pack("cao-son", CAO_SON + (order if where == "cao-son" else ""))

    assert briefing("kinds", "new", "thong-bao", "--locality", "cao-son").code == 0
    source = write_input("cao-son")
    usual = briefing("preview", source).out
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("kind: bao-cao-tong-ket", "kind: thong-bao"), encoding="utf-8")
    assert briefing("preview", source).out == usual
    assert "Tiếp tục tuần tra" not in usual
