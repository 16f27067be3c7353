"""The real course, broken in hundreds of ways; see `kinds.py` and `test_mutations.py`."""
