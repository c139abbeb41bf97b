"""A pack that only puts other blocks in place is told of as if all of it had been gone through."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from exploring import ALL, places, some

from briefing.linting import lint, linter
from briefing.templating import template_folder
from briefing.templating.sources import TemplateSource

EXTENDS = '{% extends "bao-cao-tong-ket.md.j2" %}\n'


def block(name: str, text: str) -> str:
    return f"{{% block {name} %}}\n{text}\n{{% endblock %}}\n"


LISTED = '{{ m.list(report.proposals|map(attribute="text")|list) }}'
LIGHT = {
    "a list": block("proposals", f"## Kiến nghị\n\n{LISTED}"),
    "nothing printed": block("proposals", ""),
    "what is above": block("plan", "{{ super() }}\n\nThêm."),
    "a name that there is not": block("plan", "{{ super() }}{{ report.taskss }}"),
    "a name of the top": block("closing", "{{ conference_told }}{{ end_mark }}"),
    "a name of a loop": block("area", "{{ area.heading }}{{ loop.index }}{{ area.statement }}"),
    "results without areas": block("results", "## Kết quả\n\n{{ report.results|length }} mục."),
    "a value that may lack": block("opening", "{{ report.request.full }}"),
    "a macro that there is not": block("plan", "{{ m.taskss(report.tasks) }}"),
    "no title": block("title", ""),
    "two blocks": block("title", "# {{ kind }}\n\n{{ report.subject }}") + block("plan", "Một."),
    "within one another": block("results", "{{ super() }}") + block("area", "Một."),
    "a block inside": block("results", block("area", "Một.")),
    "itself": block("plan", "{{ self.closing() }}"),
    "a remembered one": "{# replaces plan@0123456789ab #}\n" + block("plan", "{{ super() }}"),
    "a block that is not there": block("plann", "Một."),
    "text outside": "Một.\n" + block("plan", "Hai."),
    "a name set outside": "{% set x = 1 %}\n" + block("plan", "{{ x }}"),
    "the same block twice": block("plan", "Một.") + block("plan", "Hai."),
    "marks": block("plan", "## IV. Mới\n\n{{ super() }}\n\n#Mới **x"),
}
OTHERS = {
    "another kind": ("bao-cao-phoi-hop", block("results_opening", "{{ report.forces }}")),
    "the news": ("tin-hoi-nghi", block("title", "# Tin")),
    "macros": ("macros", "{% macro list(x) %}{{ x }}{% endmacro %}"),
}


@pytest.fixture
def lights(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Note of every pack whether it was gone through lightly."""
    found: list[bool] = []
    usual = linter.Linter._go_lightly

    def noted(self: linter.Linter, roots: tuple[Path, ...]) -> bool:
        found.append(usual(self, roots))
        return found[-1]

    monkeypatch.setattr(linter.Linter, "_go_lightly", noted)
    return found


def pack(name: str, **files: str) -> Path:
    folder = Path("localities", name)
    folder.mkdir(parents=True, exist_ok=True)
    for kind, text in files.items():
        own = EXTENDS.replace("bao-cao-tong-ket", kind.replace("_", "-"))
        head = "" if kind == "macros" else own
        (folder / f"{kind.replace('_', '-')}.md.j2").write_text(head + text, encoding="utf-8")
    return folder


def told(packs: list[tuple[Path, ...]]) -> list[str]:
    found = lint(packs, unused=True).findings
    return sorted(finding.as_text() for finding in found)


def whole(packs: list[tuple[Path, ...]], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    with monkeypatch.context() as patched:
        patched.setattr(linter.Linter, "_go_lightly", lambda *_: False)
        return told(packs)


def communes(*above: Path, kind: str = "bao_cao_tong_ket") -> list[tuple[Path, ...]]:
    """Return a pack for each way, over some others."""
    return [
        (pack(f"xa-{number}", **{kind: text}), *above, template_folder())
        for number, text in enumerate(some(LIGHT.values()))
    ]


def test_packs_over_the_program(lights: list[bool], monkeypatch: pytest.MonkeyPatch) -> None:
    packs = communes()

    assert told(packs) == whole(packs, monkeypatch)
    assert lights.count(True) > (10 if ALL else 0)
    assert lights.count(False) > (5 if ALL else 0)


@pytest.mark.slow(reason="every pack is gone through whole as well")
@pytest.mark.parametrize("first", places(["what is above", "a list", "two blocks"]))
def test_communes_over_a_province(
    first: str, lights: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    # One that no other kind prints as well is gone through once.
    kind = "bao_cao_phoi_hop"
    packs = communes(pack("tinh", **{kind: LIGHT[first]}), kind=kind)

    assert told(packs) == whole(packs, monkeypatch)
    assert lights.count(True) > (10 if ALL else 0)


def test_packs_with_several_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    packs = []
    for number, (kind, text) in enumerate(OTHERS.values()):
        own = {kind.replace("-", "_"): text, "bao_cao_tong_ket": LIGHT["what is above"]}
        packs.append((pack(f"xa-{number}", **own), template_folder()))

    assert told(packs) == whole(packs, monkeypatch)


def test_what_only_changes_blocks_is_gone_through_lightly(lights: list[bool]) -> None:
    packs = [
        (pack(f"xa-{number}", bao_cao_tong_ket=LIGHT["a list"]), template_folder())
        for number in range(3)
    ]
    lint(packs)

    assert lights == [True, True, True]


def in_other_words(text: str, number: int) -> str:
    """Return a template with the same tags, other words and other lines."""
    words = text.replace("Một", f"Số {number}").replace("Thêm", f"Thêm {number}")
    return "\n" * number + words.replace("\n{% endblock", "\n" * number + "\n{% endblock")


def test_packs_that_differ_in_words_are_told_of_as_each_would_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = ["a name that there is not", *(["nothing printed", "no title"] if ALL else [])]
    packs = [
        (pack(f"{at}-{n}", bao_cao_tong_ket=in_other_words(LIGHT[name], n)), template_folder())
        for at, name in enumerate(names)
        for n in range(2)
    ]

    found = told(packs)
    assert found == whole(packs, monkeypatch)
    lines = [line for line in found if "report.taskss" in line or "“taskss”" in line]
    assert len({line.partition(":")[2].partition(":")[0] for line in lines}) == 2


def test_words_that_name_the_document_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [block("title", "# {{ kind }}"), block("title", "## {{ kind }}")]
    packs = [
        (pack(f"xa-{number}", bao_cao_tong_ket=text), template_folder())
        for number, text in enumerate(texts)
    ]

    found = told(packs)
    assert found == whole(packs, monkeypatch)
    assert [line.partition(":")[0].split("/")[1] for line in found if "no-title" in line] == [
        "xa-1"
    ]


def test_packs_that_differ_in_words_are_gone_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    gone_through: list[str] = []
    usual = linter.put_in_place

    def noted(sources: list[TemplateSource], *rest: Any) -> Any:
        gone_through.extend(source.path.parent.name for source in sources)
        return usual(sources, *rest)

    monkeypatch.setattr(linter, "put_in_place", noted)
    packs = [
        (
            pack(f"xa-{number}", bao_cao_tong_ket=block("plan", f"Xã số {number}.")),
            template_folder(),
        )
        for number in range(5)
    ]
    lint(packs)

    assert set(gone_through) == {"xa-0"}


FIELD = '[fields.xe]\ntype = "text"\nlabel = "số xe"\n'
ASKING = block(
    "results_opening", "{{ super() }}{% if report.extra.xe %}{{ report.extra.xe }}{% endif %}"
)


def declaring(folder: Path, text: str) -> Path:
    (folder / "locality.toml").write_text(text, encoding="utf-8")
    return folder


def test_fields_of_a_province_are_known_to_the_blocks_of_a_commune(lights: list[bool]) -> None:
    province = declaring(pack("tinh"), FIELD)
    commune = pack("xa", bao_cao_phoi_hop=ASKING)

    assert lint([(commune, province, template_folder())]).findings == []
    assert all(lights)


OVER_FIELDS = {
    "asks for one": ASKING,
    "asks for another": ASKING.replace("xe", "tau"),
    "hands on all": block("results_opening", "{% set all = report %}{{ all.extra.xe }}"),
    "goes through one": block(
        "results_opening", "{% for x in report.extra.xe %}{{ x }}{% endfor %}"
    ),
    "asks in a block below": block("area", "{{ super() }}{{ report.extra.xe }}"),
    "asks for none": LIGHT["what is above"],
}


OWN_FIELDS = [
    "",
    FIELD,
    FIELD.replace('"text"', '"texts"'),
    "[fields]\nxe = false\n",
    FIELD.replace('"text"', '"figures"'),
]


@pytest.mark.parametrize("declared", places(OWN_FIELDS))
def test_packs_with_fields_of_their_own(declared: str, monkeypatch: pytest.MonkeyPatch) -> None:
    packs = []
    for number, (above, below) in enumerate(
        zip(OVER_FIELDS.values(), ["", *OVER_FIELDS.values()], strict=False)
    ):
        files = {"bao_cao_phoi_hop": below} if below else {}
        province = declaring(pack(f"tinh-{number}", **files), FIELD)
        commune = declaring(pack(f"xa-{number}", bao_cao_phoi_hop=above), declared)
        alone = declaring(pack(f"xa-{number}-1", bao_cao_phoi_hop=above), declared)
        packs += [(commune, province, template_folder()), (alone, template_folder())]

    assert told(packs) == whole(packs, monkeypatch)
