"""Every real question, answered wrong and right, in every language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from coursekit.course import Course
from coursekit.languages import SOURCE
from coursekit.pages.addresses import address as page_address
from coursekit.quiz.model import Assign, GapQuestion, Multiple
from playwright.sync_api import Page, expect

from tests.browser.answering import answer, answered, check, question_form
from tests.conftest import LANGUAGES, MODULES, TRANSLATIONS

OpenPage = Callable[..., Page]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_says_why_a_wrong_answer_is_wrong_and_praises_a_right_one(
    course: Course, open_page: OpenPage, language: str
) -> None:
    words = course.words[language]["quiz"]
    for lesson, quiz in course.quizzes.items():
        page, questions = open_page(page_address(lesson, language)), quiz.local(language)
        for local, said in zip(questions, answered(page, [(local, False) for local in questions]), strict=True):
            assert said.startswith(words["not_yet"]), (language, local.question.id, said)
            assert len(said) > len(words["not_yet"]) + 15, (language, local.question.id, said)
            assert said.count(words["not_yet"]) == 1, (language, local.question.id, said)
        for local, said in zip(questions, answered(page, [(local, True) for local in questions]), strict=True):
            assert said.startswith(words["right"]), (language, local.question.id, said)
            assert len(said) > len(words["right"]) + 15, (language, local.question.id, said)


@pytest.mark.parametrize("module", MODULES)
def test_every_question_is_answered_by_finger(course: Course, open_page: OpenPage, module: str) -> None:
    """In one language as a person does it: what is under the finger is the same in all of them."""
    words = course.words[SOURCE]["quiz"]
    for lesson in course.lessons_of(module):
        page = open_page(page_address(lesson, SOURCE))
        for local in course.quizzes[lesson].local(SOURCE):
            form = question_form(page, local)
            answer(form, local, right=False)
            assert check(form).startswith(words["not_yet"]), local.question.id
            expect(form.locator("button[type=submit]")).to_be_focused()
            answer(form, local, right=True)
            expect(form.get_by_role("status").locator("h4")).to_have_count(0)
            assert check(form).startswith(words["right"]), local.question.id


def test_each_wrong_part_has_its_own_words(course: Course, open_page: OpenPage) -> None:
    """One thing wrong alone: exactly its feedback is said."""
    for lesson, quiz in course.quizzes.items():
        page, questions = open_page(page_address(lesson, SOURCE)), quiz.local(SOURCE)
        answered(page, [(local, True) for local in questions])
        for local in questions:
            form = question_form(page, local)
            match local.question:
                case Multiple() as question:
                    form.locator(f'input[value="{question.options[0].id}"]').set_checked(
                        not question.options[0].correct
                    )
                case Assign() as question:
                    item = question.items[0]
                    other = next(box.id for box in question.boxes if box.id != item.box)
                    form.locator(f'[data-part="{item.id}"]').first.locator(f'input[value="{other}"]').check()
                case GapQuestion() as question:
                    gap = question.gaps[0]
                    wrong = next(option.id for option in gap.options if not option.correct)
                    form.locator(f'select[name="{gap.id}"]').select_option(wrong)
                case _:
                    continue
            check(form)
            assert form.get_by_role("status").locator("p").count() == 2, local.question.id  # the count and one reason


def test_a_number_is_understood_as_people_type_it(course: Course, open_page: OpenPage) -> None:
    page = open_page("mietrecht/kaution/")
    form = page.locator("#frage-kaution-erste-rate")
    for typed in ("300", "300,00", "300 Euro", " 300 € ", "300,-"):
        form.get_by_role("textbox").fill(typed)
        assert check(form).startswith("Richtig"), typed
    form.get_by_role("textbox").fill("900")
    assert "ganze Kaution" in check(form)
    form.get_by_role("textbox").fill("viel")
    assert check(form) == "Wählen Sie zuerst eine Antwort."


def test_an_empty_answer_is_no_mistake(course: Course, open_page: OpenPage) -> None:
    page = open_page("ro/mietrecht/kaution/")
    for form in page.locator("form.q:not([data-type=order])").all():
        assert check(form) == course.words["ro"]["quiz"]["choose"]


def test_the_button_leads_on_from_a_solved_question(course: Course, open_page: OpenPage) -> None:
    page = open_page("mietrecht/kaution/")
    questions = course.quizzes["mietrecht/kaution"].local("de")
    first, second = (question_form(page, local) for local in questions[:2])
    answer(first, questions[0], right=True)
    check(first)
    button = first.get_by_role("button", name="Weiter")
    button.click()
    expect(second.locator("legend").first).to_be_focused()
    expect(second).to_be_in_viewport()
    answer(first, questions[0], right=False)
    expect(first.get_by_role("button", name="Prüfen")).to_be_visible()


def test_the_solution_is_offered_after_the_first_try(open_page: OpenPage) -> None:
    page = open_page("mietrecht/kaution/")
    form = page.locator("#frage-kaution-hoehe")
    expect(form.get_by_text("Lösung zeigen")).to_be_hidden()
    form.get_by_label("Höchstens 500 Euro").check()
    check(form)
    form.get_by_text("Lösung zeigen").click()
    expect(form.get_by_text("3 mal 500 Euro sind 1.500 Euro.")).to_be_visible()


def test_hints_come_one_by_one(open_page: OpenPage) -> None:
    page = open_page("mietrecht/kaution/")
    form = page.locator("#frage-kaution-hoehe")
    expect(form.get_by_text("Tipp 2")).to_be_hidden()
    form.get_by_text("Tipp 1").click()
    expect(form.get_by_text("Zählen die Nebenkosten mit?")).to_be_visible()
    expect(form.get_by_text("Tipp 2")).to_be_visible()


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_a_german_paper_has_help_in_the_readers_language_one_tap_away(
    course: Course, open_page: OpenPage, language: str
) -> None:
    for lesson, quiz in course.quizzes.items():
        page = open_page(page_address(lesson, language))
        asked = [local for local in quiz.local(language) if local.question.needs_help]
        # One as a person does it, all others at once.
        form = question_form(page, asked[0])
        form.get_by_text(course.words[language]["quiz"]["help"]).click()
        expect(form.locator("details.help")).to_have_attribute("open", "")
        told = page.evaluate(
            """ids => ids.map(id => {
              const form = document.getElementById('frage-' + id), help = form.querySelector('details.help')
              if (!help.open) help.querySelector('summary').click()
              return [[...form.querySelectorAll('.paper')].every(paper => paper.lang === 'de'), help.innerText]
            })""",
            [local.question.id for local in asked],
        )
        for local, (german, help_text) in zip(asked, told, strict=True):
            assert german, local.question.id
            assert len(help_text) > 40, local.question.id


def test_one_broken_question_harms_no_other(open_page: OpenPage, course: Course) -> None:
    page = open_page("")
    page.route("**/mietrecht/kaution/", lambda route: _without_a_status(route))
    page.goto(page.url + "mietrecht/kaution/")
    questions = course.quizzes["mietrecht/kaution"].local("de")
    form = question_form(page, questions[1])
    answer(form, questions[1], right=True)
    assert check(form).startswith("Richtig")


def _without_a_status(route: object) -> None:
    response = route.fetch()  # type: ignore[attr-defined]
    body = response.text().replace('<div class="say" role="status"></div>', "", 1)
    route.fulfill(response=response, body=body)  # type: ignore[attr-defined]
