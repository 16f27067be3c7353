"""Plain language: sentences, letters, quotation marks, spelling, and the length of a translation."""
