"""What a document uses of a pack is told as if all beneath it had been gone through anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from exploring import ALL, some

from briefing.findings import Finding
from briefing.linting import in_use
from briefing.templating import template_folder
from briefing.templating.kind import Kind, find_kind
from lint.test_light_packs import FIELD, LIGHT, OTHERS, OVER_FIELDS, declaring, pack

Told = tuple[list[str], dict[str, list[str]]]


@pytest.fixture
def light(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Note of every look whether only what packs put in place was gone through."""
    found: list[bool] = []
    usual = in_use._light_or_whole

    def noted(roots: tuple[Path, ...], kind: Kind) -> object:
        answer = usual(roots, kind)
        found.append(answer[1]._record is in_use._built_in_of(roots, kind).linter._record)
        return answer

    monkeypatch.setattr(in_use, "_light_or_whole", noted)
    return found


def told(*packs: Path, kind: str = "bao-cao-tong-ket") -> Told:
    roots = (*packs, template_folder())
    in_use._gone_through.cache_clear()
    gone = in_use._gone_through(roots, find_kind(kind), in_use._state(roots))
    return sorted(map(Finding.as_text, gone.findings)), {
        fact: sorted(blocks) for fact, blocks in gone.reads.items()
    }


def same_as_whole(monkeypatch: pytest.MonkeyPatch, *packs: Path, kind: str) -> None:
    found = told(*packs, kind=kind)
    with monkeypatch.context() as patched:
        patched.setattr(in_use, "_layers", lambda *_: None)
        assert told(*packs, kind=kind) == found


def test_over_the_program(light: list[bool], monkeypatch: pytest.MonkeyPatch) -> None:
    for number, text in enumerate(some(LIGHT.values())):
        commune = pack(f"xa-{number}", bao_cao_tong_ket=text)
        same_as_whole(monkeypatch, commune, kind="bao-cao-tong-ket")

    assert light[::2].count(True) > (10 if ALL else 0)
    assert light[::2].count(False) > (3 if ALL else 0)
    assert not any(light[1::2])


def test_over_a_province(light: list[bool], monkeypatch: pytest.MonkeyPatch) -> None:
    ways = ("what is above", "a list", "two blocks", "no title", "a name of a loop")
    for number, (below, way) in enumerate(zip(ways, ways[1:] + ways[:1], strict=True)):
        for above in (way, below):
            province = pack(f"tinh-{number}-{above[:4]}", bao_cao_phoi_hop=LIGHT[below])
            commune = pack(f"xa-{number}-{above[:4]}", bao_cao_phoi_hop=LIGHT[above])
            same_as_whole(monkeypatch, commune, province, kind="bao-cao-phoi-hop")

    assert light.count(True) > 5


def test_what_the_kind_does_not_use(light: list[bool], monkeypatch: pytest.MonkeyPatch) -> None:
    for kind, text in OTHERS.values():
        own = pack(kind, **{kind.replace("-", "_"): text})
        same_as_whole(monkeypatch, own, kind="bao-cao-tong-ket")

    assert light == [True, False, True, False, False, False]


@pytest.mark.parametrize("text", OVER_FIELDS.values(), ids=OVER_FIELDS)
def test_over_fields_of_their_own(
    text: str, light: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    province = declaring(pack("tinh", bao_cao_phoi_hop=LIGHT["what is above"]), FIELD)
    commune = declaring(pack("xa", bao_cao_phoi_hop=text), FIELD.replace("xe", "thuyen"))

    for packs in ((commune,), (commune, province), (province,)):
        same_as_whole(monkeypatch, *packs, kind="bao-cao-phoi-hop")
    assert all(light[::2])


def test_two_at_once(light: list[bool]) -> None:
    own = pack("xa", bao_cao_tong_ket=LIGHT["no title"])
    alone = told(own)
    kind = find_kind("bao-cao-tong-ket")
    with in_use._built_in_of((own, template_folder()), kind).free:
        assert told(own) == alone

    assert light == [True, False]
