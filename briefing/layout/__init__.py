"""What every output shares: the parts around the text, their order, breaks, cases and measures."""
