"""The pictures of the handbook, taken of the real thing: `make pictures`.

A terminal shows the mini course of the unit tests, because its lines stay where they are when lessons grow;
a page shows the real course. What each picture says is kept beside it as text (`shown/`), and a test holds
the text against what the programs say today: a picture that no longer tells the truth is found, a new colour is not.
"""
