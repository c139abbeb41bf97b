"""The Word file itself: what Word finds when it opens it."""
