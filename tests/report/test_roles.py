"""Every field of an input says once what it is for, and what depends on it reads it there."""

from __future__ import annotations

from in_rows import in_rows

from briefing.localities.schema import PackFile
from briefing.report import Report, Trait, Use, field_roles, leaves, roles_of

ROLES = roles_of(Report)


def test_every_field_has_a_role() -> None:
    assert [path for path, role in ROLES.items() if role.use is None] == []
    assert len(ROLES) > 140


@in_rows(
    ("path", "use"),
    [
        ("tasks[].lead", Use.PRINTED),
        ("figures[].change.base", Use.PRINTED),
        ("figures[].nature", Use.STEERING),
        ("issuer.force", Use.STEERING),
        ("issuer.lines[]", Use.FRAME),
        ("letter.about", Use.FRAME),
        ("source.notes[]", Use.NOTE),
        ("figures[].accepted[].reason", Use.NOTE),
        ("people[].role", Use.NOTE),
    ],
)
def test_a_field_without_a_word_of_its_own_has_the_role_of_its_group(path: str, use: Use) -> None:
    assert ROLES[path].use is use


def test_a_trait_of_a_group_is_one_of_everything_in_it() -> None:
    ahead = {path for path, role in ROLES.items() if role.is_a(Trait.AHEAD)}

    assert ahead == {
        *("forecast", "targets[]"),
        *(f"tasks[].{name}" for name in ("text", "group", "points[]", "lead", "support")),
        *(f"tasks[].{name}" for name in ("deadline", "target", "product")),
    }


def test_what_is_inherited_is_what_a_pack_may_say() -> None:
    inherited = {n for n, role in field_roles(Report).items() if role.is_a(Trait.INHERITED)}

    assert inherited
    assert inherited - set(PackFile.model_fields) == set()


@in_rows("trait", list(Trait))
def test_no_trait_is_there_for_nothing(trait: Trait) -> None:
    assert any(role.is_a(trait) for role in ROLES.values())


def test_every_value_of_a_report_has_the_role_of_its_field() -> None:
    report = Report.model_validate(
        {
            "schema": 1,
            "kind": "bao-cao-tong-ket",
            "period": {"year": 2026},
            "tasks": ["Tuần tra"],
            "people": {"an": {"name": "Nguyễn Văn An", "posts": ["Chủ tịch"]}},
        }
    )
    found = leaves(report)

    assert {leaf.shape: leaf.role for leaf in found} == {
        leaf.shape: ROLES[leaf.shape] for leaf in found
    }
    supplied = {leaf.path for leaf in found if leaf.supplied}
    assert supplied == {
        *(("schema_version",), ("kind",), ("period", "year"), ("tasks", 0, "text")),
        *(("people", "an", "name"), ("people", "an", "posts", 0)),
    }
