"""Numbers that sentences type, against those that the figures of the input declare."""
