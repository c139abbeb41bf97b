"""What came of a report: its document in lines and parts, and whose words those are."""
