"""Which German words a translation was made from: twelve signs of their SHA-256."""

from __future__ import annotations

import hashlib
import json

from coursekit.quiz.model import Question
from coursekit.sources.page_file import PageFile


def of_page(page: PageFile) -> str:
    """Hash of title, goal and body; line ends, trailing spaces and blank lines at the end do not count."""
    return _hash([page.front.title, page.front.goal or "", counted_body(page)])


def counted_body(page: PageFile) -> str:
    """The body as far as it counts."""
    return "\n".join(line.rstrip() for line in page.body.split("\n")).strip("\n")


def of_question(question: Question) -> str:
    """Hash of every German text of the question, papers included; the order of its parts does not count."""
    return _hash(sorted([["/".join(map(str, path)), text.strip()] for path, text in question.texts().items()]))


def of_text(text: str) -> str:
    """Hash of one German text."""
    return _hash(text)


def _hash(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()[:12]
