"""The round trip for translators without git: out into a spreadsheet, back into the files."""
