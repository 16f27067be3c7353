"""The table of figures: `make bench`. Times stand here and in no test, for they hang on the machine."""
