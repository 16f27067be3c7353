"""What the page template shows around the text: title, place in the course, ways on, sources, notices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coursekit.course import Course, Kind
from coursekit.drawings import inline_svg
from coursekit.facts import Fact
from coursekit.languages import SOURCE
from coursekit.lessons import Picture
from coursekit.own_pages import HELP_PAGE, PHRASES_PAGE, STEPS_PAGE, WORDS_PAGE
from coursekit.pages.addresses import address, between
from coursekit.pages.explanations import Explanation, explanations
from coursekit.staff import HANDBOOK
from coursekit.text import locale_format, placeholders
from coursekit.words import Words

# What is of use beside the lessons, as the menu names it.
_TOOLS = (WORDS_PAGE, PHRASES_PAGE, STEPS_PAGE)


@dataclass(frozen=True, slots=True)
class Way:
    """A link: where to and how it is called; `current` where one is."""

    href: str
    label: str
    language: str = ""
    current: bool = False
    note: str = ""
    picture: str = ""
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A law, ruling or adviser that the lesson rests on, with the day of the last check; `overdue` when the next is past."""

    label: str
    href: str
    checked: str
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """Everything the template needs; links are relative to the page, HTML is finished."""

    kind: Kind
    language: str
    text_language: str
    site: str
    title: str
    goal: str
    words: Words
    home: Way
    help: Way | None
    tools: tuple[Way, ...]
    languages: tuple[Way, ...]
    modules: tuple[Way, ...]
    module: Way | None
    number: int
    total: int
    minutes: int
    picture: str
    onward: Way | None
    practise: bool
    back: Way | None
    sources: tuple[Source, ...]
    notice: str
    german: Way | None
    cards: tuple[Way, ...]
    footer: tuple[Way, ...]
    handbook: Way | None
    chapters: tuple[Way, ...]
    greetings: tuple[Way, ...]
    explanations: tuple[Explanation, ...]


def view(course: Course, name: str, language: str, today: date) -> View:
    """What the template shows of the page `name` in the part of the site for `language`, built `today`."""
    page, words = course.page(name, language), course.words[language]
    kind, here = course.kind(name), address(name, language)
    text_language = course.text_language(name, language)
    module = name.split("/")[0] if name.split("/")[0] in course.modules else ""
    lessons = course.lessons_of(module) if module else ()
    lesson = course.lesson(name)
    state = course.state(name, language)
    return View(
        kind=kind,
        language=language,
        text_language=text_language,
        site=course.city.course,
        title=_plain(course, page.front.title, text_language),
        goal=_plain(course, page.front.goal or "", text_language),
        words=words,
        home=Way(between(here, address("index", language)), course.city.course, current=name == "index"),
        help=Way(between(here, address(HELP_PAGE, language)), words["page"]["help"], current=name == HELP_PAGE)
        if HELP_PAGE in course.order
        else None,
        tools=tuple(_way(course, tool, name, language) for tool in _TOOLS if tool in course.order),
        languages=tuple(
            Way(between(here, address(name, other)), course.languages.name(other), other, other == language)
            for other in course.languages.published
        )
        if kind != "staff"
        else (),
        modules=tuple(_module(course, folder, name, language) for folder in course.modules),
        module=_above(course, name, language),
        number=lessons.index(name) + 1 if name in lessons else 0,
        total=len(lessons),
        minutes=lesson.minutes if lesson else 0,
        picture=_picture(course, name, language),
        onward=_onward(course, name, language),
        practise=name in course.quizzes and "ueben" in page.sections,
        back=_back(course, name, language),
        sources=_sources(course, name, language, today),
        notice={"missing": "only_german", "outdated": "outdated"}.get(state)
        or ("" if state == "source" or page.front.reviewed else "unreviewed"),
        german=Way(between(here, address(name, SOURCE)), words["page"]["german_page"], SOURCE)
        if language != SOURCE
        else None,
        cards=tuple(_way(course, card, name, language) for card in course.cards_of(module))
        if kind in ("module", "lesson")
        else (),
        footer=tuple(
            _way(course, page_name, name, language) for page_name in course.order if _in_footer(course, page_name)
        ),
        handbook=_way(course, HANDBOOK, name, language) if language == SOURCE and HANDBOOK in course.staff else None,
        chapters=_chapters(course, name),
        greetings=tuple(_greeting(course, other, here) for other in course.languages.published)
        if kind == "start"
        else (),
        explanations=_all_words(course, language) if kind == "words" else (),
    )


def _all_words(course: Course, language: str) -> tuple[Explanation, ...]:
    """Every term of the glossary, as a German dictionary has them: „ä“ as „a“."""
    found = explanations(course, course.glossary[SOURCE], language)
    return tuple(sorted(found, key=lambda one: one.term.lower().translate(str.maketrans("äöüß", "aous"))))


def _above(course: Course, name: str, language: str) -> Way | None:
    """The page that a lesson, a sheet or a chapter belongs to."""
    above = f"{name.split('/')[0]}/index"
    known = above in course.staff or name.split("/")[0] in course.modules
    return _way(course, above, name, language) if known and name != above else None


def _chapters(course: Course, name: str) -> tuple[Way, ...]:
    """On the first page of a part for staff: the other pages of that part."""
    folder, _, page = name.partition("/")
    if course.kind(name) != "staff" or page != "index":
        return ()
    return tuple(
        _way(course, chapter, name, SOURCE)
        for chapter in course.staff
        if chapter.startswith(f"{folder}/") and chapter != name
    )


def _in_footer(course: Course, name: str) -> bool:
    """Help and the pages that the law asks for: they must be found on every page."""
    return "/" not in name and course.kind(name) in ("help", "text")


def _plain(course: Course, text: str, language: str) -> str:
    return placeholders.fill_plain(text, course.values, language)


def _way(course: Course, target: str, name: str, language: str) -> Way:
    page = course.page(target, language)
    href = between(address(name, language), address(target, language))
    return Way(
        href,
        page.front.title,
        course.text_language(target, language),
        target == name,
        _plain(course, page.front.goal or "", language),
    )


def _module(course: Course, folder: str, name: str, language: str) -> Way:
    """A module with its lessons, as the menu and the lists show it."""
    way = _way(course, f"{folder}/index", name, language)
    # Only the module one is in shows its lessons: a page's cost must not grow with the course.
    inside = name.split("/")[0] == folder
    lessons = tuple(_lesson(course, lesson, name, language) for lesson in course.lessons_of(folder)) if inside else ()
    picture = course.lessons.modules[folder].picture
    drawing = _drawing(course, picture, language, "thumb", way.language) if course.kind(name) == "start" else ""
    return Way(way.href, way.label, way.language, way.current, way.note, drawing, lessons)


def _lesson(course: Course, lesson: str, name: str, language: str) -> Way:
    way = _way(course, lesson, name, language)
    known = course.lesson(lesson)
    assert known is not None
    minutes = course.words[language]["page"]["minutes"].format(minutes=known.minutes)
    drawing = _drawing(course, known.picture, language, "thumb", way.language) if course.kind(name) == "module" else ""
    return Way(way.href, way.label, way.language, way.current, minutes, drawing)


def _picture(course: Course, name: str, language: str) -> str:
    if name == "index":
        return inline_svg(course.root, "start.svg", "", "art")
    shown = (
        course.lesson(name) or course.lessons.cards.get(name) or course.lessons.modules.get(name.removesuffix("/index"))
    )
    picture = shown.picture if shown else None
    return _drawing(course, picture, language, "art lead", language) if picture else ""


def _drawing(course: Course, picture: Picture, language: str, css: str, around: str) -> str:
    """The drawing with its words in the reader's language; `around` is that of the text in which it stands."""
    spoken = picture.spoken(language)
    return inline_svg(course.root, picture.file, picture.alt[spoken], css, "" if spoken == around else spoken)


def _onward(course: Course, name: str, language: str) -> Way | None:
    """What comes next: the next lesson, or the module after the last one; from a module its first lesson."""
    words, module = course.words[language]["page"], name.split("/")[0]
    lessons = course.lessons_of(module) if module in course.modules else ()
    if course.kind(name) == "module":
        target = lessons[0] if lessons else None
    elif name in lessons:
        place = lessons.index(name) + 1
        target = lessons[place] if place < len(lessons) else None
    else:
        return _next_chapter(course, name) if course.kind(name) == "staff" else None
    if target is None:
        way = _way(course, f"{module}/index", name, language)
        return Way(way.href, words["to_module"].format(title=way.label), way.language)
    way = _way(course, target, name, language)
    label = words["first_lesson" if course.kind(name) == "module" else "next_lesson"].format(title=way.label)
    return Way(way.href, label, way.language)


def _next_chapter(course: Course, name: str) -> Way | None:
    chapters = [chapter for chapter in course.staff if chapter.split("/")[0] == name.split("/")[0]]
    after = chapters[chapters.index(name) + 1 :]
    return _way(course, after[0], name, SOURCE) if after else None


def _back(course: Course, name: str, language: str) -> Way | None:
    module = name.split("/")[0]
    lessons = course.lessons_of(module) if module in course.modules else ()
    if name not in lessons:
        return None
    place = lessons.index(name)
    target = lessons[place - 1] if place else f"{module}/index"
    return _way(course, target, name, language)


def _sources(course: Course, name: str, language: str, today: date) -> tuple[Source, ...]:
    """What the lesson's facts rest on, each law once, checked on the earliest of its days."""
    stated, words = course.lesson(name) or course.lessons.cards.get(name), course.words[language]["page"]
    if stated is None:
        return ()
    questions = course.quizzes[name].questions if name in course.quizzes else ()
    asked = [*stated.facts, *(fact for question in questions for fact in question.facts)]
    found: dict[tuple[str, str], list[Fact]] = {}
    for fact_id in dict.fromkeys(asked):
        fact = course.facts[fact_id]
        for basis in fact.basis:
            label = words["advice_of"].format(who=basis.advice) if basis.advice else basis.label
            found.setdefault((label, basis.url or ""), []).append(fact)
    return tuple(_source(words, label, href, facts, language, today) for (label, href), facts in found.items())


def _source(words: Words, label: str, href: str, facts: Sequence[Fact], language: str, today: date) -> Source:
    """A source of `facts`: one of them overdue is enough to say so."""
    overdue = any(fact.overdue(today) for fact in facts)
    day = locale_format.day(min(fact.checked for fact in facts), language)
    told = words["overdue" if overdue else "checked"].format(day=day)
    # A Bulgarian date ends with a full stop of its own: „2026 г.“
    return Source(label, href, told.replace("..", "."), overdue)


def _greeting(course: Course, language: str, here: str) -> Way:
    """A language to choose on the start page; one's own leads down to the list of modules."""
    target = "#module" if address("index", language) == here else between(here, address("index", language))
    return Way(
        target,
        course.languages.name(language),
        language,
        note=course.words[language]["start"]["begin"],
        # A language whose start nobody has translated yet greets nobody.
        picture=_plain(course, course.page("index", language).front.title, language)
        if course.text_language("index", language) == language
        else "",
    )
