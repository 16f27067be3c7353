"""Which files of pictures go out: the screens that a page for staff shows, the things that questions show."""

from __future__ import annotations

from collections.abc import Iterator

from coursekit.course import Course
from coursekit.languages import SOURCE
from coursekit.pictures import is_picture, read_picture
from coursekit.quiz.things import things


def picture_files(course: Course | None) -> Iterator[tuple[str, bytes]]:
    """Address on the site and content of each file, once; none of a course with errors."""
    if course is None:
        return
    screens = {image.file for name in course.staff for image in course.pages[SOURCE][name].images}
    for file in sorted(filter(is_picture, screens)):
        picture = read_picture(course.root, file)
        assert picture is not None  # page_checks has read it
        yield picture.address, picture.path.read_bytes()
    for lesson, quiz in course.quizzes.items():
        drawn = things(course.root, lesson, quiz.questions)
        if drawn:
            yield drawn.address, drawn.svg.encode()
