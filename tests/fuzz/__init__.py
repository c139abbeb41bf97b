"""Every reader under random input: nothing but findings may come out, in bounded time and memory.

``python -m fuzz.run yaml --runs 20000`` from ``tests/``, or ``scripts/fuzz yaml --runs 20000``.
"""
