"""Plain language: what writers and translators are told about their sentences, letters, marks and words."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from coursekit.cli import main
from coursekit.course import Course, load_course
from coursekit.errors import Problem
from coursekit.language import spelling, vienna
from coursekit.language.check import LanguageCheck
from coursekit.language.limits import LIMITS
from coursekit.language.plain import Plain
from coursekit.language.sentences import sentences, words
from coursekit.language.syllables import syllables

from tests.unit.golden import CASES, apply_case, as_block, case_files, expect, read_case


def read(root: Path) -> Course:
    course, problems = load_course(root)
    assert course is not None, "\n".join(map(str, problems))
    return course


def found(root: Path, spelled: bool = True) -> list[Problem]:
    return LanguageCheck(read(root)).problems(spelled)


def test_the_mini_course_reads_well(mini: Path) -> None:
    assert found(mini) == []


@pytest.mark.parametrize("case", case_files("language"), ids=lambda case: case.stem)
def test_what_is_told(case: Path, mini: Path) -> None:
    apply_case(mini, case)
    told = [str(problem) for problem in found(mini)]
    expect(case, told, "".join(f"\n  - {as_block(problem, 4)}" for problem in told) or " []")


def test_a_text_is_cut_into_sentences_as_readers_do() -> None:
    for case in read_case(CASES / "sentences.yml"):
        text = Plain(case["text"])
        cut = [case["text"][start:end] for start, end in sentences(text, case["language"])]
        assert cut == case["sentences"]
        if "words" in case:
            assert len(list(words(text))) == case["words"], case["text"]


def test_a_name_is_one_word() -> None:
    assert len(list(words(Plain("Rufen Sie an: 0211 54 2222 11.", names=((14, 29),))))) == 4


def test_syllables_are_counted_as_they_are_spoken() -> None:
    for word, count in read_case(CASES / "syllables.yml").items():
        assert syllables(word) == int(count), word


def test_the_formula_by_hand() -> None:
    """8 words in 2 sentences: 2 of three syllables, 2 of more than six letters, 4 of one syllable."""
    counted = vienna.counts(["Wir", "finden", "heute", "Wohnungen"]) + vienna.counts(["Das", "ist", "gut", "geregelt"])
    assert (counted.sentences, counted.words, counted.many, counted.long, counted.single) == (2, 8, 2, 2, 4)
    assert counted.formula == pytest.approx(0.1935 * 25 + 0.1672 * 4 + 0.1297 * 25 - 0.0327 * 50 - 0.875)
    assert vienna.Counts().formula == 0


def test_without_its_dictionaries_the_check_names_the_line_that_installs_them(
    mini: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(spelling, "FOLDER", tmp_path)
    with pytest.raises(spelling.NoDictionaryError, match="sudo apt-get install hunspell-de-de hunspell-ro hunspell-bg"):
        found(mini)
    assert found(mini, spelled=False) == []


def test_a_language_without_limits_is_checked_for_what_holds_everywhere(
    mini: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(LIMITS, "bg")
    page = mini / "docs/bg/mietrecht/index.md"
    text = page.read_text("utf-8").replace("Вашите", "Ваши\u200bте").replace("права", f'"прaва" {"и това " * 30}')
    page.write_text(text, "utf-8")
    assert [(problem.line, problem.message) for problem in found(mini)] == [
        (8, "Hier steht ein Leerzeichen ohne Breite."),
        (8, "In „прaва“ stehen Buchstaben aus 2 Schriften. Diese sind lateinisch: a"),
    ]


def test_a_sentence_that_is_too_long_stops_the_check_and_the_counts_name_the_mean(mini: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(mini), "check"])
    assert done.exit_code == 0, done.output
    assert "Wörter in einem Satz, im Mittel: Deutsch 3,9 (höchstens 7); Română" in done.output
    apply_case(mini, CASES / "language/sentence_de_16.yml")
    done = CliRunner().invoke(main, ["--root", str(mini), "check"])
    assert done.exit_code == 1
    assert "docs/de/mietrecht/index.md:9: Dieser Satz hat 16 Wörter" in done.output


def test_spelling_is_asked_for(mini: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    apply_case(mini, CASES / "language/spelling_de.yml")
    assert CliRunner().invoke(main, ["--root", str(mini), "check"]).exit_code == 0
    done = CliRunner().invoke(main, ["--root", str(mini), "check", "--spelling", "--format", "github"])
    assert done.exit_code == 1
    assert "::error file=docs/de/mietrecht/index.md,line=7" in done.output
    monkeypatch.setattr(spelling, "FOLDER", tmp_path)
    done = CliRunner().invoke(main, ["--root", str(mini), "check", "--spelling"])
    assert done.exit_code == 1
    assert "sudo apt-get install hunspell-de-de" in done.output


def test_many_mistakes_are_told_without_a_suggestion_for_each(mini: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "_SUGGESTIONS", 2)
    page = mini / "docs/de/mietrecht/index.md"
    wrong = ["Vermeiter", "Wohnnung", "Schlüsel", "Kündigng"]
    page.write_text(page.read_text("utf-8") + "".join(f"\n{word}.\n" for word in wrong), "utf-8")
    told = [problem for problem in found(mini) if "Wörterbuch" in problem.message]
    assert len(told) == 4
    assert sum("Meinten Sie" in problem.hint for problem in told) == 2
    assert all("data/spelling/de.txt" in problem.hint for problem in told)
