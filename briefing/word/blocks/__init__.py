"""How Word writes blocks of their own, each sort in a module of this folder."""
