"""What may stand inside a text: placeholders, terms, a little Markdown."""
