"""The library behind the course: from Markdown and YAML to finished pages; it never imports mkdocs."""
