"""Printed pages, measured against Nghị định 30/2020/NĐ-CP."""
