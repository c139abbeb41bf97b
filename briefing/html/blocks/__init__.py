"""How the page shows blocks of their own, each sort in a module of this folder."""
