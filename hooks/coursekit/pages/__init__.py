"""From a page's Markdown to what the template shows."""
