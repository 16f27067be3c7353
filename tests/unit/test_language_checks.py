"""A text in the file of another language is found by its letters or by the words of all others."""

from __future__ import annotations

from coursekit.language_checks import Text, problems
from coursekit.languages import Language, Languages

LANGUAGES = Languages(
    (Language("de", "Deutsch"), Language("ro", "Română"), Language("bg", "Български"), Language("xx", "Xx"))
)
GERMAN = (
    "Die Kaution ist eine Sicherheit für den Vermieter und Sie zahlen sie in drei Teilen.",
    "Sie zahlen die Miete an den Vermieter. Die Kaution ist keine Miete und Sie bekommen sie zurück.",
    "Der Vermieter bekommt die Kaution. Sie zahlen für die Sicherheit in drei Teilen an den Vermieter.",
    "Sie bekommen die Kaution zurück. Der Vermieter und Sie zahlen die Sicherheit in drei Teilen.",
    "Die Miete zahlen Sie an den Vermieter. Sie ist keine Sicherheit für die Kaution und Sie bekommen sie in Teilen.",
)
ROMANIAN = (
    "Garanția este o siguranță pentru proprietar și o plătiți în trei părți la mutare.",
    "Plătiți chiria la proprietar. Garanția nu este chirie și o primiți înapoi la sfârșit pentru că este o siguranță.",
    "Proprietarul primește garanția. Plătiți pentru siguranță în trei părți la proprietar și o primiți înapoi.",
    "O primiți înapoi la sfârșit. Garanția este o siguranță pentru proprietar și o plătiți în trei părți.",
    "Plătiți chiria la proprietar. Nu este o siguranță pentru garanția pe care o primiți înapoi în trei părți.",
)
BULGARIAN = (
    "Депозитът е сигурност за наемодателя и Вие го плащате на три части при нанасяне.",
    "Плащате наема на наемодателя. Депозитът не е наем и Вие го получавате обратно накрая.",
)


def course(**changed: str) -> list[Text]:
    """The three languages, a file a text; `changed` is what stands in a file instead."""
    found = []
    for language, of_language in (("de", GERMAN), ("ro", ROMANIAN), ("bg", BULGARIAN)):
        for number, text in enumerate(of_language):
            name = f"{language}{number}"
            found.append(Text(f"docs/{language}/{number}.md", 5, language, changed.get(name, text)))
    return found


def told(**changed: str) -> list[str]:
    return [f"{problem.path}: {problem.message}" for problem in problems(course(**changed), LANGUAGES)]


def test_texts_in_their_place_are_no_problem() -> None:
    assert told() == []


def test_german_copied_over_romanian() -> None:
    assert told(ro0=GERMAN[0]) == ["docs/ro/0.md: Dieser Text ist nicht in der Sprache Română, eher in Deutsch."]


def test_german_and_romanian_exchanged() -> None:
    assert told(ro2=GERMAN[2], de2=ROMANIAN[2]) == [
        "docs/de/2.md: Dieser Text ist nicht in der Sprache Deutsch, eher in Română.",
        "docs/ro/2.md: Dieser Text ist nicht in der Sprache Română, eher in Deutsch.",
    ]


def test_all_of_two_scripts_exchanged() -> None:
    """The words of the others are no help here; the letters are."""
    swapped = {f"ro{number}": BULGARIAN[number % 2] for number in range(len(ROMANIAN))}
    found = told(**swapped, bg0=ROMANIAN[0], bg1=ROMANIAN[1])
    assert found == [
        *(f"docs/ro/{number}.md: Dieser Text ist nicht in der Schrift der Sprache Română." for number in range(5)),
        *(f"docs/bg/{number}.md: Dieser Text ist nicht in der Schrift der Sprache Български." for number in range(2)),
    ]


def test_german_terms_and_placeholders_in_a_translation_are_no_problem() -> None:
    text = f"**Kaution**{{term=kaution}} ist {{{{ fact.kaution-max }}}}: {ROMANIAN[0]} [Vermieter](../hilfe.md)"
    assert told(ro0=text) == []


def test_a_few_words_are_not_judged() -> None:
    assert told(ro0="Vermieter, Kaution") == []


def test_a_language_whose_letters_are_unknown_is_judged_by_its_words_alone() -> None:
    strange = [Text("docs/xx/0.md", 1, "xx", BULGARIAN[0])]
    assert list(problems([*course(), *strange], LANGUAGES)) != []  # these words are Bulgarian
    assert list(problems([*course(bg0="", bg1=""), *strange], LANGUAGES)) == []


def test_a_translation_that_has_just_begun_is_not_taken_for_its_sister_language() -> None:
    """Its words have no witness yet, and some of them stand in Romanian, too."""
    first = "Garanția este pentru piso y usted la recibe înapoi al final con siguranță."
    more = "Locuința are bucătărie mare, două camere luminoase, un balcon spre curte."
    found = [*course(), Text("docs/ro/9.md", 5, "ro", more), Text("docs/xx/0.md", 5, "xx", first)]
    assert list(problems(found, LANGUAGES)) == []
