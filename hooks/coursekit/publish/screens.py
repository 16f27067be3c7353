"""Which pictures of screens go out: those that a page shows, each once."""

from __future__ import annotations

from collections.abc import Iterator

from coursekit.course import Course
from coursekit.languages import SOURCE
from coursekit.pictures import ScreenPicture, is_picture, read_picture


def screen_pictures(course: Course | None) -> Iterator[ScreenPicture]:
    """The pictures that the pages for staff show; none of a course with errors."""
    if course is None:
        return
    files = {image.file for name in course.staff for image in course.pages[SOURCE][name].images}
    for file in sorted(filter(is_picture, files)):
        picture = read_picture(course.root, file)
        assert picture is not None  # page_checks has read it
        yield picture
