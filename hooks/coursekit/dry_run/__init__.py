"""What a push would publish, tried on this machine: `course dry-run`."""
