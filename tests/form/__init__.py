"""The form that issuer and date ask for, and the notes of a draft."""
