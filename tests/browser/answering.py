"""Answering questions: one as a person does, by its labels, its lists and its buttons, or all of a page at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

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


def answered(page: Page, plan: Sequence[tuple[LocalQuestion, bool]]) -> list[str]:
    """Answers the questions of a page one after the other, rightly or not, and returns what each status then says.

    All in one go inside the page, with the events that a tap makes: as a person would, it takes a minute a lesson.
    """
    said = page.evaluate(_ANSWER, [_entries(local, right) for local, right in plan])
    return [str(one) for one in said]


_ANSWER = """plan => plan.map(({ id, ticked, typed, chosen, order }) => {
  const form = document.getElementById('frage-' + id)
  const set = (element, change) => { change(element); element.dispatchEvent(new Event('input', { bubbles: true })) }
  for (const [name, value, on] of ticked) {
    const input = form.querySelector(`input[name="${name}"][value="${value}"]`)
    if (input.checked !== on) input.click()
  }
  if (typed !== null) set(form.querySelector('input'), input => { input.value = typed })
  for (const [name, value] of chosen) set(form.querySelector(`select[name="${name}"]`), select => { select.value = value })
  order.forEach((name, place) => {
    const row = () => [...form.querySelectorAll('.order > li')].findIndex(item => item.dataset.part === name)
    while (row() > place) form.querySelector(`.order > [data-part="${name}"] [data-move="-1"]`).click()
  })
  form.querySelector('button[type=submit]').click()
  return form.querySelector('[role=status]').innerText
})"""


def _entries(local: LocalQuestion, right: bool) -> dict[str, Any]:
    """What is ticked, typed, chosen and moved so that the answer is right, or wrong wherever it can be."""
    question = local.question
    entries: dict[str, Any] = {"id": question.id, "ticked": [], "typed": None, "chosen": [], "order": []}
    match question:
        case Multiple():
            entries["ticked"] = [[question.id, option.id, option.correct == right] for option in question.options]
        case Single():
            chosen = next(option.id for option in question.options if option.correct == right)
            entries["ticked"] = [[question.id, chosen, True]]
        case NumberQuestion():
            entries["typed"] = str(question.answer if right else question.answer * 7 + 1)
        case Order():
            names = [item.id for item in question.items]
            entries["order"] = names if right else [*names[1:], names[0]]
        case Assign():
            for item in question.items:
                other = next(box.id for box in question.boxes if box.id != item.box)
                entries["ticked"].append([item.id, item.box if right else other, True])
        case GapQuestion():
            for gap in question.gaps:
                chosen = next(option.id for option in gap.options if option.correct == right)
                entries["chosen"].append([gap.id, chosen])
        case other:
            raise AssertionError(other)
    return entries


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
