"""Blocks of their own: a usual one that says how it is set, each sort in a module of this folder.

A paragraph, or a table in the first cell of its head, begins with a link that names the sort:
``[caption](set:) Bảng 1``. The class of a sort is one of Paragraph or of Table, so what knows no
better prints, counts and reads it as that. Word and HTML have folders of the same name.
"""
