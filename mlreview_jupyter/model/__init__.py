"""The nouns that travel between the folders: frozen, and made of the standard library alone."""
