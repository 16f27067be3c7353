"""The project's own words, `data/spelling/<language>.txt`: right, although no dictionary knows them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from coursekit.errors import Problem
from coursekit.sources.text_file import read_text

FOLDER = "data/spelling"


@dataclass(frozen=True, slots=True)
class WordList:
    """The words of one language with their lines."""

    name: str
    words: dict[str, int]

    def entry(self, word: str) -> str:
        """The entry that allows `word`, or nothing: itself, small where a sentence begins, a name without its s."""
        forms = (word, word[:1].lower() + word[1:], word[:-1] if word[:1].isupper() and word.endswith("s") else word)
        return next((form for form in forms if form in self.words), "")

    def unused(self, used: set[str]) -> Iterator[Problem]:
        """Words that no text needs any more: they would hide a mistake."""
        for word in self.words.keys() - used:
            message = f"Das Wort „{word}“ braucht kein Text mehr, oder das Wörterbuch kennt es."
            yield Problem(self.name, self.words[word], message, "Löschen Sie die Zeile.", "notice")


def read_word_list(root: Path, language: str, problems: list[Problem]) -> WordList:
    """The words of `language`; none where there is no file. One word a line, in order, each once."""
    name = f"{FOLDER}/{language}.txt"
    text = read_text(root / name, name, problems) if (root / name).exists() else None
    found: dict[str, int] = {}
    last = ""
    for number, line in enumerate((text or "").removesuffix("\n").split("\n") if text else (), start=1):
        word = line.strip()
        if not word or " " in word:
            problems.append(
                Problem(name, number, "Hier steht nicht genau ein Wort.", "Schreiben Sie in jede Zeile ein Wort.")
            )
            continue
        if word in found:
            message = f"Das Wort „{word}“ steht schon in Zeile {found[word]}."
            problems.append(Problem(name, number, message, "Löschen Sie die Zeile."))
            continue
        if order(word) < order(last):
            message = f"„{word}“ steht nicht an seiner Stelle."
            hint = f"Die Wörter sind nach dem Alphabet geordnet. Es gehört vor „{last}“."
            problems.append(Problem(name, number, message, hint))
        else:
            last = word
        found[word] = number
    return WordList(name, found)


def order(word: str) -> tuple[str, str]:
    """By which a list is sorted: as in a dictionary, ä beside a and capitals beside small letters."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(sign))
    return bare, word
