"""The words that the rules look for, by language. A language without an entry is not asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_I = re.IGNORECASE


def _words(*patterns: str) -> re.Pattern[str]:
    """Any of `patterns`, as whole words. A hyphen joins: „Test-Knopf“ is no „Test“."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])", _I)


NEGATION: Final[Mapping[str, re.Pattern[str]]] = {
    "de": _words("nicht", "nichts", "kein(?:e[nmrs]?|erlei)?", "nie(?:mals|mand(?:em|en)?)?", "nirgend(?:s|wo)", "ohne", "weder"),
    # A hyphen follows the Romanian „nu“ (nu-mi, nu-i) and begins its short form (n-ați).
    "ro": re.compile(
        r"(?<![\w-])(?:nu(?!\w)|n-|nici(?:o|un|una|unul|odată|unde)?(?![\w-])|nimic(?![\w-])|nimeni(?![\w-])|fără(?![\w-]))", _I
    ),
    "bg": _words("не", "няма(?:т|м|ш|ме|те)?", "никога", "никой", "никого", "никак(?:ъв|ва|во|ви)?", "нищо", "нито", "без"),
}  # fmt: skip
# „oder nicht?“ asks for both sides.
OR_NOT: Final[Mapping[str, re.Pattern[str]]] = {
    "de": re.compile(r"\boder nicht\b", _I),
    "ro": re.compile(r"\bsau nu\b", _I),
    "bg": re.compile(r"\bили не\b", _I),
}
# An option that begins with „Alle (genannten) Antworten“ or „Keine von diesen Antworten“ …
ALL_OF_THE_ABOVE: Final = re.compile(
    r"\W*(?:alle|keine[rs]?(?=\s(?:von|der|dieser|genannten|obigen)))\s"
    r"(?:(?:von|der|die|den|diese[rn]?|genannten|obigen|drei|\d)\s)*(?:antworten|genannten|obigen)\b",
    _I,
)
# … or that is nothing but „Beides“, „Nichts davon“, „A und B“. Inside a sentence these are words like others.
ALONE: Final = re.compile(
    r"\W*(?:(?:alles|nichts|beides?|keine[rs]?|alle(?: (?:drei|zwei|\d))?)(?: (?:davon|genannte|oben genannte|von (?:beide[mn]|allem)))?"
    r"|(?:antworten? )?[a-e](?:, [a-e])* (?:und|oder) [a-e])"
    r"(?: (?:ist|sind|stimmt|stimmen|richtig|falsch|möglich))*\W*",
    _I,
)
# Claims without exception give a wrong option away; a single „sofort“ or „alle“ does not.
STRONG: Final = _words("immer", "nie", "niemals", "niemand(?:em|en)?", "auf (?:jeden|keinen) fall", "garantiert", "unbedingt", "jederzeit", "überall", "nirgends", "ausnahmslos", "in jedem fall")  # fmt: skip
# „Nur mit Quittung“ is a condition and no claim.
WEAK: Final = _words(
    "nur(?! (?:mit|wenn|bei|nach|gegen))", "sofort", "alle[ns]?", "jede[rnsm]?", "allein", "komplett", "völlig"
)
# The learner is not tested and makes no faults; a fault in a bill is one.
TEST_WORD: Final[Mapping[str, re.Pattern[str]]] = {
    "de": re.compile(
        r"\b(?:(?:im|dieser|diesen|diesem|ihr|ihren|ihrem) tests?(?![\w-])"
        r"|test bestanden"
        r"|(?:ihr|ihre|ihren) fehler(?![\w-])"
        r"|(?:das|dies) (?:ist|war|wäre) (?:\w+ ){0,2}fehler(?![\w-]| (?:in|im|auf|der|des|vom|von)\b)"
        r"|sie (?:haben (?:\w+ ){0,2}fehler gemacht|machen (?:\w+ ){0,2}fehler(?![\w-])))",
        _I,
    ),
    "ro": re.compile(r"(?<![\w-])(?:testul|(?:acest|un) test|ați greșit|(?:greșeala|eroarea) dumneavoastră|aceasta este o greșeală)(?![\w-])", _I),
    "bg": re.compile(r"(?<![\w-])(?:тестът|теста|този тест|сгрешихте|вашата грешка|това е грешка)(?![\w-])", _I),
}  # fmt: skip
# Words that carry no meaning of their own: too common to tell one section from another.
COMMON: Final = frozenset(
    re.findall(
        r"\S+",
        """
    aber als also am an auch auf aus bei beim bis da dann das dass dem den denn der des dich die dies diese diesem diesen
    dieser dieses doch dort du durch ein eine einem einen einer eines er erst es etwas für hat hatte haben hier ich ihm ihn
    ihnen ihr ihre ihrem ihren ihrer ihres im in ins ist ja jede jeden jeder jedes jetzt kann kein keine keinen keiner können
    man mehr mein meine meinem meinen mich mir mit muss müssen nach nein nicht nichts noch nur ob oder ohne schon sein seine
    seinem seinen sich sie sind so soll sollen sonst über um und uns unter vom von vor wann war warum was welche welchen
    welcher welches wem wen wenn wer werden wie wieder will wir wird wo wohin zu zum zur zwischen darf dürfen""",
    )
)
ARTICLES: Final = frozenset(
    ("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines")
)
