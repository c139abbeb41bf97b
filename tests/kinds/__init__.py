"""Every kind of document, from the same year."""
