"""A linter for questions: what makes them guessable, confusing or unkind, told with file and line."""
