"""Translations and their German source: how they stand, and how they are stamped."""
