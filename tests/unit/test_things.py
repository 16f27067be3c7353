"""Small drawings of things to sort: all of a lesson in one file, each shown by its name."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from coursekit.quiz.model import Assign, Question
from coursekit.quiz.things import things

_VIEW = "{http://www.w3.org/2000/svg}view"


def drawn(root: Path, *names: str) -> None:
    folder = root / "docs/assets"
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><text>{name}</text></svg>\n', "utf-8"
        )


def question(*pictures: str | None) -> Question:
    items = tuple(
        {"id": f"ding-{place}", "text": "Ding", "box": "rest", "picture": picture, "feedback": "Noch nicht. Anders."}
        for place, picture in enumerate(pictures)
    )
    boxes = ({"id": "rest", "text": "Restmüll"},)
    common = {"id": "wohin", "section": "tonnen", "facts": (), "prompt": "Wohin?", "explanation": "So."}
    return Assign.model_validate({**common, "type": "assign", "boxes": boxes, "items": items})


def test_each_thing_has_its_own_view_of_the_one_file(tmp_path: Path) -> None:
    drawn(tmp_path, "ding-topf.svg", "ding-glas.svg")
    both = things(tmp_path, "haus/muell", [question("ding-topf.svg", None), question("ding-glas.svg", "ding-topf.svg")])
    assert both is not None
    root = ElementTree.fromstring(both.svg)
    views = {view.get("id"): view.get("viewBox") for view in root.iter(_VIEW)}
    assert views == {"ding-glas": "0 0 48 48", "ding-topf": "0 48 48 48"}
    assert both.svg.count("ding-topf.svg") == 1
    assert both.address_of("ding-topf.svg") == f"{both.address}#ding-topf"


def test_another_drawing_has_another_address(tmp_path: Path) -> None:
    drawn(tmp_path, "ding-topf.svg", "ding-glas.svg")
    one, two = (things(tmp_path, "muell", [question(name)]) for name in ("ding-topf.svg", "ding-glas.svg"))
    assert one is not None
    assert two is not None
    assert one.address != two.address


def test_questions_without_drawings_cost_nothing(tmp_path: Path) -> None:
    assert things(tmp_path, "muell", [question(None, None)]) is None
