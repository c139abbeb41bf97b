"""What the templates and the words of packs make of the facts of an input."""
