"""Questions: their model, their files, their rules, their lock, their HTML."""
