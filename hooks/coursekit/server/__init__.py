"""A server of one's own: from a push to main to the release that is live."""
