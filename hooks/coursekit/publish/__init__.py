"""From rendered pages to a site that can go out: bundles, and the check of the output."""
