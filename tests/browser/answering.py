"""Answering a question as a person does: by its labels, its lists and its buttons."""

from __future__ import annotations

from coursekit.quiz.model import Assign, GapQuestion, LocalQuestion, Multiple, NumberQuestion, Order, Single
from playwright.sync_api import Locator, Page


def question_form(page: Page, question: LocalQuestion) -> Locator:
    """The form of a question."""
    return page.locator(f"#frage-{question.question.id}")


def answer(form: Locator, local: LocalQuestion, right: bool) -> None:
    """Answers the question rightly, or in a way that is wrong wherever it can be."""
    match local.question:
        case Multiple() as question:
            for option in question.options:
                form.locator(f'input[value="{option.id}"]').set_checked(option.correct == right)
        case Single() as question:
            option = next(option for option in question.options if option.correct == right)
            form.locator(f'input[value="{option.id}"]').check()
        case NumberQuestion() as question:
            form.get_by_role("textbox").fill(str(question.answer if right else question.answer * 7 + 1))
        case Order() as question:
            _put_in_order(form, [item.id for item in question.items], right)
        case Assign() as question:
            for item in question.items:
                other = next(box.id for box in question.boxes if box.id != item.box)
                row = form.locator(f'[data-part="{item.id}"]').first
                row.locator(f'input[value="{item.box if right else other}"]').check()
        case GapQuestion() as question:
            for gap in question.gaps:
                option = next(option for option in gap.options if option.correct == right)
                form.locator(f'select[name="{gap.id}"]').select_option(option.id)
        case other:
            raise AssertionError(other)


def check(form: Locator) -> str:
    """Presses the one button and returns what the status then says."""
    form.locator("button[type=submit]").click()
    return form.get_by_role("status").inner_text()


def _put_in_order(form: Locator, wanted: list[str], right: bool) -> None:
    """Moves the rows with their buttons: into the right order, or just out of it."""
    rows = form.locator(".order > li")

    def now() -> list[str]:
        return [str(row.get_attribute("data-part")) for row in rows.all()]

    for place, name in enumerate(wanted):
        while now().index(name) > place:
            form.locator(f'.order > [data-part="{name}"] [data-move="-1"]').click()
    if not right:
        form.locator(f'.order > [data-part="{wanted[0]}"] [data-move="1"]').click()
