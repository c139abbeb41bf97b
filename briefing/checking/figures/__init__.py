"""Figures that contradict themselves or each other."""
